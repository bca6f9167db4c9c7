// npm run bench:workbench: how long users wait for curves in a real VS Code server; EPOCH_LENS_TOLD=1 says every step.
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { prepareDependencies, requireNode } from './lib/prepare.mjs';
import { main, run } from './lib/processes.mjs';
import { withWorkbench } from './lib/workbench.mjs';

await main(async () => {
  requireNode();
  await prepareDependencies();
  await build('--production', '--bench');
  const script = join(root, 'out', 'bench', 'workbench', 'main.js');
  const { status } = await withWorkbench(env =>
    run(process.execPath, [script, ...process.argv.slice(2)], {
      cwd: root,
      env: { ...process.env, ...env },
    }),
  );
  if (status !== 0) process.exitCode = 1;
});
