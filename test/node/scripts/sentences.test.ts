import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The scripts run before anything is compiled, so they are plain modules without types. */
const script = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(join('scripts', 'lib', name)).href)) as T;

interface Prepare {
  readonly requireNode: (version: string) => void;
  readonly isUpToDate: (folder: string) => boolean;
}
interface Sentences {
  readonly downloadFailed: (what: string, output: string) => Error;
}
interface Ports {
  readonly requireFreePort: (port: number) => Promise<void>;
}

describe('npm start and npm test, before anything is installed', () => {
  it('say in one sentence that Node is too old', async () => {
    const { requireNode } = await script<Prepare>('prepare.mjs');
    assert.throws(() => requireNode('18.20.4'), {
      message: 'Epoch Lens needs Node 20.19 or newer; this is Node 18.20.4.',
    });
    assert.throws(() => requireNode('20.18.3'), /needs Node 20\.19 or newer/);
    requireNode('20.19.0');
    requireNode('24.1.0');
  });

  it('say in one sentence that there is no network, and else what npm said first', async () => {
    const { downloadFailed } = await script<Sentences>('sentence.mjs');
    const offline = 'npm error code ENOTFOUND\nnpm error network request failed';
    assert.equal(
      downloadFailed('The server', offline).message,
      'The server could not be downloaded: no network. Connect, then start again.',
    );
    assert.equal(
      downloadFailed('The server', 'npm error code E404\nnpm error Not found').message,
      'The server could not be installed: Not found',
    );
  });

  it('say in one sentence that a port is in use, and name another', async () => {
    const { requireFreePort } = await script<Ports>('ports.mjs');
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await assert.rejects(requireFreePort(port), {
        message: `Port ${port} is already in use. End what uses it, or choose another: npm start -- --port ${port + 1}`,
      });
    } finally {
      server.close();
    }
  });
});

describe('whether the dependencies are up to date', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    mkdirSync(join(folder, 'node_modules'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (name: string, packages: object): void =>
    writeFileSync(join(folder, name), JSON.stringify({ packages }));

  async function isUpToDate(wanted: object, installed: object | null): Promise<boolean> {
    write('package-lock.json', { '': {}, ...wanted });
    if (installed) write('node_modules/.package-lock.json', installed);
    return (await script<Prepare>('prepare.mjs')).isUpToDate(folder);
  }

  it('is no where nothing was installed, or an install was interrupted', async () => {
    assert.equal(await isUpToDate({ 'node_modules/a': { version: '1.0.0' } }, null), false);
  });

  it('is no where the lockfile asks for another version', async () => {
    const installed = { 'node_modules/a': { version: '1.0.0' } };
    assert.equal(await isUpToDate({ 'node_modules/a': { version: '2.0.0' } }, installed), false);
    assert.equal(await isUpToDate(installed, installed), true);
  });

  it('does not miss packages for other systems', async () => {
    const wanted = {
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', optional: true },
    };
    assert.equal(await isUpToDate(wanted, { 'node_modules/a': { version: '1.0.0' } }), true);
  });
});
