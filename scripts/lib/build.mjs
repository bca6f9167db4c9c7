import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './processes.mjs';
import { Sentence } from './sentence.mjs';

/** Bundles everything; flags as in scripts/build.mjs. */
export async function build(...flags) {
  const { status } = await run(process.execPath, [join(root, 'scripts', 'build.mjs'), ...flags], {
    cwd: root,
  });
  if (status !== 0) throw new Sentence('The build failed; what is wrong stands above.');
}
