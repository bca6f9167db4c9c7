import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contest, Outcome } from './contest';
import type { Taken } from './memoryOf';
import { randomFrom } from './random';
import { readFile, valuesOf } from './readFile';
import { readRuns } from './reading';
import { denseTable, sparseTable, type TableFile } from './tableFiles';

const SIZE = 200_000_000;
const ROUNDS = 5;
const BYTES_A_VALUE = 24;
const BEYOND = 64_000_000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

interface Answer {
  readonly milliseconds: number;
  readonly values: number;
  readonly version: string;
}

/** pandas in a fresh process; `null` where it is not installed. */
function pandas({ path, curves }: TableFile): Answer | null {
  const script = join(__dirname, '../../bench/readCsv.py');
  const done = spawnSync('python3', [script, path, ...curves], { encoding: 'utf8' });
  return done.status === 0 ? (JSON.parse(done.stdout) as Answer) : null;
}

function timed(file: TableFile): number {
  globalThis.gc?.();
  const start = performance.now();
  const values = valuesOf(readFile(file.path));
  const milliseconds = performance.now() - start;
  if (values !== file.values) throw new Error(`${file.path}: ${values} of ${file.values} values`);
  return milliseconds;
}

function beside(name: string, file: TableFile, limit: number): Outcome {
  timed(file);
  const rounds = Array.from({ length: ROUNDS }, () => [timed(file), pandas(file)] as const);
  const answers = rounds.flatMap(([, answer]) => answer ?? []);
  if (answers.some(({ values }) => values !== file.values)) throw new Error('pandas read others');
  const ours = median(rounds.map(([first]) => first));
  const theirs = answers.length === 0 ? null : median(answers.map(each => each.milliseconds));
  const ratio = theirs === null ? NaN : ours / theirs;
  return {
    name,
    ours,
    speed: `${Math.round(file.bytes / 1000 / ours)} MB/s`,
    reference: theirs === null ? 'pandas not installed' : `pandas ${answers[0]!.version} read_csv`,
    theirs,
    ratio,
    limit: `${limit.toFixed(2)} ×`,
    kept: theirs === null || ratio <= limit,
  };
}

function amount(name: string, ours: number, limit: number, unit: string): Outcome {
  const kept = ours <= limit;
  return {
    name,
    ours,
    unit,
    speed: '',
    reference: '',
    theirs: null,
    ratio: ours / limit,
    limit: `${limit} ${unit}`,
    kept,
  };
}

function memory(name: string, file: TableFile): Outcome[] {
  const script = join(__dirname, 'memoryOf.js');
  const done = spawnSync(process.execPath, ['--expose-gc', script, file.path], {
    encoding: 'utf8',
  });
  const { values, stored, peak } = JSON.parse(done.stdout) as Taken;
  return [
    amount(`${name}, a value`, stored / values, BYTES_A_VALUE, 'bytes'),
    amount(`${name}, beyond its values`, (peak - stored) / 1e6, BEYOND / 1e6, 'MB'),
  ];
}

/** Tables of 200 MB, from the file to the series: time beside pandas, and memory. */
export function tableOutcomes(): Outcome[] {
  const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-bench-'));
  try {
    const sparse = sparseTable(join(folder, 'sparse_metrics.csv'), SIZE);
    const dense = denseTable(join(folder, 'dense_metrics.csv'), SIZE);
    return [
      beside('sparse CSV of Lightning, 200 MB', sparse, 1 / 3),
      beside('dense CSV, 200 MB', dense, 1 / 1.5),
      ...memory('memory, sparse CSV', sparse),
      ...memory('memory, dense CSV', dense),
    ];
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}

/** Lines as a script writes them that logs what it has: `json.dumps` of tensors and a few counters. */
function jsonLinesOf(size: number): Uint8Array {
  const random = randomFrom(3);
  const parts: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const progress = Math.exp(-index / 1e5);
    const loss = Math.fround(0.1 + 2 * progress + 0.1 * random());
    const line = `{"epoch": ${Math.floor(index / 500)}, "step": ${10 * index}, "train_loss": ${loss}, "learning_rate": ${(1e-3 * progress).toExponential(4)}, "grad_norm": ${(1 + random()).toFixed(4)}, "val_loss": ${0.3 + progress + 0.1 * random()}, "val_accuracy": ${(0.9 - 0.5 * progress).toFixed(6)}}\n`;
    parts.push(line);
    length += line.length;
  }
  return new TextEncoder().encode(parts.join(''));
}

/** The plainest code: every number of every line into the column of its key. */
function withJsonParse(bytes: Uint8Array): number {
  const columns = new Map<string, number[]>();
  for (const line of new TextDecoder().decode(bytes).trimEnd().split('\n')) {
    const object = JSON.parse(line) as Record<string, number>;
    for (const name in object) {
      const column = columns.get(name);
      if (column) column.push(object[name]!);
      else columns.set(name, [object[name]!]);
    }
  }
  columns.delete('epoch');
  columns.delete('step');
  return [...columns.values()].reduce((sum, column) => sum + column.length, 0);
}

export function jsonContests(): Contest[] {
  const lines = jsonLinesOf(50_000_000);
  return [
    {
      name: 'JSON Lines, 50 MB',
      bytes: lines.length,
      ours: () => valuesOf(readRuns('metrics.jsonl', lines)),
      reference: { name: 'JSON.parse per line, pushed', run: () => withJsonParse(lines) },
      limit: 1 / 1.7,
    },
  ];
}
