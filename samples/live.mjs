// Replays a finished log slowly into a growing file, to see the live view without a GPU:
//   node live.mjs [LOG] [--into runs/live/train.log] [--seconds 120]
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { into: { type: 'string' }, seconds: { type: 'string', default: '120' } },
});
const log = positionals[0] ?? join(here, 'runs/overfit/train.log');
const into = values.into ?? join(here, 'runs/live/train.log');
const seconds = Number(values.seconds);
if (!(seconds > 0)) {
  console.error(`--seconds takes a positive number, not "${values.seconds}".`);
  process.exit(2);
}

let lines;
try {
  lines = readFileSync(log, 'utf8').split(/(?<=\n)/);
} catch (error) {
  console.error(`Cannot read ${log}: ${error.code ?? error.message}.`);
  process.exit(2);
}
mkdirSync(dirname(into), { recursive: true });
writeFileSync(into, '');
console.log(`Writing ${lines.length} lines into ${into} over ${seconds} s. Ctrl-C ends it.`);
const pause = (seconds * 1000) / lines.length;
for (const line of lines) {
  appendFileSync(into, line);
  await new Promise(done => setTimeout(done, pause));
}
console.log('Done.');
