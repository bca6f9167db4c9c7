import assert from 'node:assert/strict';
import type { LogMark } from '../../../src/core/log/format';
import { build, type PlainRow } from './building';

describe('finishRun', () => {
  const factsOf = (items: readonly (PlainRow | LogMark)[]): object => {
    const { epochBase, plannedEpochs, status, unit } = build(items).runs()[0]!;
    return { epochBase, plannedEpochs, status, unit };
  };
  const epochs = (...labels: number[]): PlainRow[] => labels.map(epoch => ({ epoch, loss: 1 }));
  const plan = (count: number): LogMark => ({ kind: 'planned', count, unit: 'epoch', line: 1 });

  it('reads the base off the labels', () => {
    const bases = [
      [0, 1, 2],
      [1, 2, 3],
      [9, 19, 29],
      [10, 20, 30],
      [0.5, 1, 1.5],
      [37, 38],
    ].map(labels => build(epochs(...labels)).runs()[0]!.epochBase);
    assert.deepEqual(bases, [0, 1, 0, 1, 1, 1]);
  });

  it('calls a run finished when its labels say that it got to the plan', () => {
    assert.deepEqual(factsOf([plan(3), ...epochs(0, 1, 2)]), {
      epochBase: 0,
      plannedEpochs: 3,
      status: 'finished',
      unit: 'epoch',
    });
    assert.deepEqual(factsOf([plan(3), ...epochs(1, 2)]), {
      epochBase: 1,
      plannedEpochs: 3,
      status: 'unknown',
      unit: 'epoch',
    });
  });

  it('takes what the log says of its end, its base and its unit', () => {
    const marks: LogMark[] = [
      { kind: 'status', status: 'early-stopped', line: 1 },
      { kind: 'epoch-base', base: 0, line: 1 },
      { kind: 'unit', unit: 'round', line: 1 },
    ];
    assert.deepEqual(factsOf([...marks, { step: 5, rmse: 1 }]), {
      epochBase: 0,
      plannedEpochs: null,
      status: 'early-stopped',
      unit: 'round',
    });
  });

  it('turns a plan of steps into epochs where they come out even', () => {
    const rows = [
      { epoch: 1, step: 30, loss: 2 },
      { epoch: 2, step: 60, loss: 1 },
    ];
    const steps = (count: number): LogMark => ({ kind: 'planned', count, unit: 'step', line: 1 });
    assert.equal(build([steps(90), ...rows]).runs()[0]!.plannedEpochs, 3);
    assert.equal(build([steps(100), ...rows]).runs()[0]!.plannedEpochs, null);
  });

  it('leaves out what moves nowhere or only counts, unless it is a measure', () => {
    const rows = [1, 2, 3].map(epoch => ({
      epoch,
      loss: 1,
      whatever: 7,
      ticks: epoch * 10,
      tune: 1 / epoch,
    }));
    assert.deepEqual(
      build(rows)
        .runs()[0]!
        .series.map(series => series.name),
      ['loss', 'tune'],
    );
  });

  it('leaves out the report at the end: what several sets or classes have at one place', () => {
    const rows: PlainRow[] = [1, 2, 3, 4, 5].map(epoch => ({ epoch, loss: 1 / epoch }));
    const report = [0.8, 0.7, 0.9].map((accuracy): PlainRow => ({ epoch: 5, accuracy }));
    const { series } = build([...rows, ...report]).runs()[0]!;
    assert.deepEqual(
      series.map(({ name }) => name),
      ['loss'],
    );
  });

  it('shares its columns with the runs it hands out, which grow with the log', () => {
    const builder = build(epochs(1));
    const [before] = builder.runs();
    const shape = {
      fields: [
        { name: 'epoch', role: 'epoch', split: null },
        { name: 'loss', role: 'value', split: null },
      ],
    } as const;
    builder.record(shape, Float64Array.of(2, 0.5), 2);
    const [after] = builder.runs();
    assert.equal(after!.series[0]!.values, before!.series[0]!.values);
    assert.ok(after!.version > before!.version);
  });
});
