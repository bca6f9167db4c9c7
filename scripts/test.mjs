// npm test: installs what is missing, then all suites; npm test -- NAME… [mocha options] runs some of them.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { prepareDependencies, requireNode } from './lib/prepare.mjs';
import { main } from './lib/processes.mjs';
import { Sentence } from './lib/sentence.mjs';
import { suites } from './lib/suites.mjs';

/** Suite names first, then what is handed on to mocha. */
function readArguments(args) {
  const first = args.findIndex(one => one.startsWith('-'));
  const names = first < 0 ? args : args.slice(0, first);
  const unknown = names.find(name => !(name in suites));
  if (unknown)
    throw new Sentence(
      `There is no suite "${unknown}". The suites: ${Object.keys(suites).join(', ')}.`,
    );
  return { names: names.length ? names : Object.keys(suites), rest: args.slice(names.length) };
}

const line = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;

const sum = (results, key) => results.reduce((total, one) => total + one[key], 0);

await main(async () => {
  requireNode();
  const { names, rest } = readArguments(process.argv.slice(2));
  await prepareDependencies();
  rmSync(join(root, 'out', 'test'), { recursive: true, force: true });
  await build('--tests');
  const results = [];
  for (const name of names) {
    console.log(`\n── ${name}`);
    results.push(await suites[name](rest));
  }
  console.log();
  for (const one of results) console.log(`${one.name.padEnd(8)} ${line(one)}`);
  const total = {
    passed: sum(results, 'passed'),
    failed: sum(results, 'failed'),
    skipped: sum(results, 'skipped'),
  };
  console.log(`\n${line(total)}`);
  if (total.failed || !total.passed) process.exitCode = 1;
});
