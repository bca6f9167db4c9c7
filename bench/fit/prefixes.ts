// Writes what the heads are fitted on: one JSON line per prefix of a public curve, with what happened after it.
//   node out/bench/fit/prefixes.js CURVES.jsonl.gz > prefixes.jsonl && python3 bench/fit/heads.py prefixes.jsonl
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { outlookOf } from '../../src/core/analysis/outlook';

interface Curve {
  readonly id: string;
  readonly goal: 'min' | 'max';
  readonly val: readonly number[];
  readonly source: { readonly repo: string };
}

/** Shorter prefixes are too short to tell. */
const SHORTEST = 5;

const file = process.argv[2] ?? '';
const bytes = readFileSync(file);
const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
for (const line of lines.filter(Boolean)) writePrefixes(JSON.parse(line) as Curve);

function writePrefixes(curve: Curve): void {
  const costs = curve.val.map(v => (curve.goal === 'min' ? v : -v));
  const n = costs.length;
  const counts = costs.map((_, i) => i + 1);
  const whole = Math.max(...costs) - Math.min(...costs) || 1;
  for (let k = SHORTEST; k < n; k++) {
    const seen = costs.slice(0, k);
    const best = Math.min(...seen);
    const row = {
      id: curve.id,
      repo: curve.source.repo,
      k,
      n,
      outlook: outlookOf({ counts: counts.slice(0, k), costs: seen, end: n }),
      range: Math.max(...seen) - best || 1,
      whole,
      best,
      least: Math.min(...costs),
      rest: Math.min(...costs.slice(k)),
      restAt: costs.indexOf(Math.min(...costs.slice(k)), k) + 1,
      last: seen[k - 1],
      final: costs[n - 1],
    };
    process.stdout.write(`${JSON.stringify(row)}\n`);
  }
}
