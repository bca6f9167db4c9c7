import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { axisValues } from '../../src/core/run/axis';
import type { Run, Series } from '../../src/core/run/run';
import { readPath } from '../../src/node/readLogs';

/** As the scripts of test/fixtures/make write them beside the logs. */
interface ExpectedSeries {
  readonly metric: string;
  readonly split: string | null;
  readonly values: readonly (number | string)[];
  readonly tolerance: number;
  readonly axis?: 'epoch' | 'step';
  readonly labels?: readonly number[];
}

interface ExpectedRun {
  readonly unit: string;
  readonly epochBase: number | null;
  readonly plannedEpochs: number | null;
  readonly status: string;
  /** Whether curves that have no better may stand beside those named. */
  readonly others: boolean;
  readonly series: readonly ExpectedSeries[];
}

type Expected = Readonly<Record<string, readonly ExpectedRun[]>>;

const FOLDER = join('test', 'fixtures', 'logs');

const close = (a: number, b: number, tolerance: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));

const told = ({ metric, split }: { metric: string; split: string | null }, count: number): string =>
  `${metric} (${split}) × ${count}`;

/** Why a curve is not the expected one; empty where it is. */
function difference(run: Run, series: Series, expected: ExpectedSeries): string {
  const values = expected.values.map(Number);
  const at = values.findIndex((value, index) => {
    return !close(series.values.at(index), value, expected.tolerance);
  });
  if (at >= 0) return `value ${at} is ${series.values.at(at)}, not ${values[at]}`;
  if (expected.labels === undefined) return '';
  const labels = axisValues(run, series, expected.axis ?? 'epoch');
  const wrong = expected.labels.findIndex((label, index) => !close(labels[index]!, label, 1e-9));
  return wrong < 0 ? '' : `label ${wrong} is ${labels[wrong]}, not ${expected.labels[wrong]}`;
}

function assertCurves(run: Run, expected: ExpectedRun): void {
  const left = run.series.filter(series => !expected.others || series.goal !== null);
  const names = (list: readonly string[]): string[] => [...list].sort();
  assert.deepEqual(
    names(left.map(series => told(series, series.count))),
    names(expected.series.map(series => told(series, series.values.length))),
  );
  for (const each of expected.series) {
    const alike = left.filter(
      series => told(series, series.count) === told(each, each.values.length),
    );
    const differences = alike.map(series => difference(run, series, each));
    assert.ok(differences.includes(''), `${told(each, each.values.length)}: ${differences[0]}`);
  }
}

describe('logs that real frameworks wrote', () => {
  for (const framework of readdirSync(FOLDER).sort()) {
    const file = join(FOLDER, framework, 'expected.json');
    if (!existsSync(file)) continue;
    const { made, logs } = JSON.parse(readFileSync(file, 'utf8')) as {
      made: string;
      logs: Expected;
    };
    for (const [name, expected] of Object.entries(logs)) {
      it(`${framework}/${name} (${made}) holds the runs and curves that its training had`, async () => {
        const { runs } = await readPath(join(FOLDER, framework, name));
        const facts = ({ unit, epochBase, plannedEpochs, status }: Run | ExpectedRun): object => {
          return { unit, epochBase, plannedEpochs, status };
        };
        assert.deepEqual(runs.map(facts), expected.map(facts));
        expected.forEach((each, at) => assertCurves(runs[at]!, each));
      });
    }
  }
});
