import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Run } from '../src/core/run/run';
import { makeRun } from '../test/core/analysis/makeRun';

/** A curve of the public files: one validation series, with training beside it where it was logged. */
export interface Curve {
  readonly repo?: string;
  readonly source?: { readonly repo: string; readonly path: string };
  readonly sub?: string;
  readonly goal: 'min' | 'max';
  readonly val: readonly number[];
  readonly train?: readonly (number | null)[] | null;
  readonly human_label?: string | null;
}

/** Runs of the same thing. */
export interface Group {
  readonly repo: string;
  readonly goal: 'min' | 'max';
  readonly runs: readonly Curve[];
}

const folder = '../shared/curves';

/** Whether the public curves are there; they are no part of the repository. */
export const hasCurves = (): boolean => existsSync(folder);

/** The lines of one of their files. */
export const readCurves = <T>(name: string): T[] =>
  gunzipSync(readFileSync(`${folder}/${name}.jsonl.gz`))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);

/** The run that reading the log of a curve's first `count` epochs gives. */
export function runOf(curve: Curve, count = curve.val.length): Run {
  const val = curve.val.slice(0, count);
  const train = (curve.train ?? []).slice(0, count);
  const isScore = curve.goal === 'max' && !falls(train.filter(v => v !== null));
  return makeRun(
    {
      ...(train.length > 0 && { [isScore ? 'trainScore' : 'loss']: train }),
      ...(curve.goal === 'min' ? { validation: val } : { score: val }),
    },
    { plannedEpochs: curve.val.length },
  );
}

/** Whether the last fifth lies below the first: score.mjs tells a training loss beside a validation score by that. */
function falls(values: readonly number[]): boolean {
  const fifth = Math.ceil(values.length / 5);
  const sum = (part: readonly number[]): number => part.reduce((a, b) => a + b, 0);
  return sum(values.slice(-fifth)) < sum(values.slice(0, fifth));
}
