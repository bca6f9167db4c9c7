// npm run package: the .vsix, built for production, checked to hold only what ships and to be small.
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { prepareDependencies, requireNode } from './lib/prepare.mjs';
import { main } from './lib/processes.mjs';
import { Sentence } from './lib/sentence.mjs';
import { shipped } from './lib/shipped.mjs';

// With the engine for databases, which is a third of it and read only when one is opened.
const LARGEST = 1_400_000;

await main(async () => {
  requireNode();
  await prepareDependencies();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { createVSIX, listFiles, PackageManager } = await import('@vscode/vsce');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packagePath = join(root, `${name}-${version}.vsix`);
  await createVSIX({
    cwd: root,
    packagePath,
    // Everything is bundled, and the picture of the README ships.
    dependencies: false,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });

  const allowed = shipped();
  const ships = file => allowed.some(one => file === one || file.startsWith(`${one}/`));
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const foreign = files.filter(file => !ships(file) || file.endsWith('.map'));
  if (foreign.length)
    throw new Sentence(`The package holds what must not ship: ${foreign.join(', ')}`);
  const { size } = statSync(packagePath);
  if (size > LARGEST) throw new Sentence(`The package has ${size} bytes; ${LARGEST} are allowed.`);
  console.log(`${packagePath}: ${files.length} files, ${Math.round(size / 1000)} KB`);
});
