// What ships, and the extension laid out the way it ships.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const FILES = /^(package\.json|package\.nls(\.[\w-]+)?\.json|README\.md|CHANGELOG\.md|LICENSE)$/;

/** What of them stays: the terminal's program is a package of its own. */
const STAYS = /\.map$|[\\/]dist[\\/]cli\.js$/;

/** Files and folders of the project that ship, as in .vscodeignore. */
export function shipped() {
  return readdirSync(root)
    .filter(name => FILES.test(name))
    .concat(
      ['dist', 'docs/report.md', 'docs/patterns.md', 'docs/rules', 'l10n', 'media'].filter(name =>
        existsSync(join(root, name)),
      ),
    );
}

/** Puts the built extension, and no other, into an extensions folder; `inBrowser`: with nothing in it that Node could run. */
export function installInto(extensions, inBrowser = false) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { publisher, name, version } = manifest;
  rmSync(extensions, { recursive: true, force: true });
  const folder = join(extensions, `${publisher}.${name}-${version}`);
  mkdirSync(folder, { recursive: true });
  for (const one of shipped())
    cpSync(join(root, one), join(folder, one), {
      recursive: true,
      filter: path => !STAYS.test(path),
    });
  if (inBrowser) {
    const { main: _, ...rest } = manifest;
    writeFileSync(join(folder, 'package.json'), JSON.stringify(rest, null, 2));
  }
  return folder;
}
