// npm run fuzz [-- MINUTES [mocha options]]: draws other values for the property tests again and again, until one fails.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { prepareDependencies, requireNode } from './lib/prepare.mjs';
import { main, run } from './lib/processes.mjs';
import { Sentence } from './lib/sentence.mjs';

const USUAL_MINUTES = 10;
const DRAWS = 400;
const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');

/** The built tests that draw values. */
function testsThatDraw() {
  const built = join(root, 'out', 'test');
  return readdirSync(built, { recursive: true })
    .filter(name => name.endsWith('.test.js'))
    .map(name => join(built, name))
    .filter(path => readFileSync(path, 'utf8').includes('require("fast-check")'));
}

function minutesOf(argument) {
  const minutes = Number(argument ?? USUAL_MINUTES);
  if (minutes > 0) return minutes;
  throw new Sentence(`"${argument}" is no number of minutes.`);
}

await main(async () => {
  requireNode();
  const [argument, ...rest] = process.argv.slice(2);
  const end = Date.now() + minutesOf(argument) * 60_000;
  await prepareDependencies();
  await build('--tests');
  const tests = testsThatDraw();
  for (let round = 1; Date.now() < end; round++) {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const { status, output } = await run(
      process.execPath,
      [mocha, '--no-package', '--require', './test/draws.cjs', '--timeout', '0', ...rest, ...tests],
      {
        cwd: root,
        quiet: true,
        env: { ...process.env, EPOCH_LENS_SEED: String(seed), EPOCH_LENS_DRAWS: String(DRAWS) },
      },
    );
    console.log(`Round ${round}, seed ${seed}: ${status === 0 ? 'nothing found' : 'failed'}`);
    if (status !== 0) throw new Sentence(`${output}\nAgain with EPOCH_LENS_SEED=${seed}.`);
  }
});
