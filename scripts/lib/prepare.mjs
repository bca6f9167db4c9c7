// The two things every script needs first, with nothing but Node: the right Node, and the dependencies.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { root } from './paths.mjs';
import { downloadFailed, Sentence } from './sentence.mjs';

const OLDEST = [20, 19];

/** Throws a sentence unless this Node is new enough. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new Sentence(
    `Epoch Lens needs Node ${OLDEST.join('.')} or newer; this is Node ${version}.`,
  );
}

const packagesOf = path =>
  existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};

/** Whether node_modules/ holds what the lockfile asks for; packages for other systems may be missing. */
export function isUpToDate(folder = root) {
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const installed = packagesOf(join(folder, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional, os, cpu, extraneous }]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional ?? os ?? cpu ?? extraneous);
  });
}

/** Installs the dependencies when they are missing or older than the lockfile. */
export async function prepareDependencies() {
  if (isUpToDate()) return;
  console.log('Installing the dependencies …');
  const { status, output } = await npm(['ci'], { cwd: root, quiet: true });
  if (status !== 0) throw downloadFailed('The dependencies', output);
}
