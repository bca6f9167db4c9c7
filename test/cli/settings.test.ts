import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LineIndex } from '../../src/cli/position';
import { settings } from '../../src/cli/settings';
import { MemoryIo } from './memoryIo';

describe('settings', () => {
  let folder = '';
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const ran = async (json: boolean, ...paths: string[]) => {
    const io = new MemoryIo();
    const status = await settings.run({ paths, json, options: {} }, io);
    return { status, out: io.out.replaceAll(folder, ''), err: io.err.replaceAll(folder, '') };
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints lines and columns from one, in UTF-16 units', async () => {
    const path = write('a.py', 'x = 1\r\ns = "😀"; EPOCHS = 10\r\n');
    const { status, out } = await ran(true, path);
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(out), {
      path: '/a.py',
      language: 'python',
      settings: [
        {
          kind: 'epochs',
          key: 'EPOCHS',
          keyPath: null,
          line: 2,
          column: 20,
          cell: null,
          text: '10',
          value: 10,
          editable: true,
          primary: true,
        },
      ],
    });
  });

  it('reads a file with a byte order mark and one in UTF-16', async () => {
    const marked = write('b.yaml', Buffer.from('\ufeffepochs: 10\n'));
    const wide = write('c.yaml', Buffer.from('\ufeffepochs: 10\n', 'utf16le'));
    const { out } = await ran(false, marked, wide);
    assert.equal(out, '/b.yaml:1:9  epochs = 10  (epochs)\n/c.yaml:1:9  epochs = 10  (epochs)\n');
  });

  it('says that a file has none, is broken, or is in no language', async () => {
    const none = write('d.yaml', 'a: 1\n');
    const broken = write('e.json', '{"epochs": 10, "a": [}');
    const other = write('f.xyz', 'epochs = 10\n');
    const { status, out } = await ran(false, none, broken, other);
    assert.equal(status, 0);
    assert.deepEqual(out.trimEnd().split('\n'), [
      '/d.yaml: no epoch setting',
      '/e.json:1:12  epochs = 10  (epochs)',
      '/e.json:1: a syntax error; the intact parts were read',
      '/f.xyz: not a language settings are found in',
    ]);
    assert.equal(
      (JSON.parse((await ran(true, other)).out) as { language: string }).language,
      'unknown',
    );
  });

  it('goes on after a path that cannot be read', async () => {
    const good = write('g.yaml', 'epochs: 10\n');
    const { status, out } = await ran(true, join(folder, 'none.yaml'), folder, good);
    const lines = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { error?: string });
    assert.equal(status, 2);
    assert.deepEqual(
      lines.map(line => line.error ?? null),
      ['There is no such file or folder.', 'It is a folder; name a config file.', null],
    );
  });
});

describe('a line index', () => {
  it('knows every kind of line end', () => {
    const lines = new LineIndex('a\nb\r\nc\rd');
    assert.deepEqual(
      [0, 2, 5, 7, 8].map(offset => lines.at(offset)),
      [
        { line: 1, column: 1 },
        { line: 2, column: 1 },
        { line: 3, column: 1 },
        { line: 4, column: 1 },
        { line: 4, column: 2 },
      ],
    );
  });
});
