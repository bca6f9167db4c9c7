import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FieldRole, RecordShape } from '../../../src/core/log/format';
import { RunBuilder } from '../../../src/core/run/buildRuns';
import type { Run } from '../../../src/core/run/run';

describe('RunBuilder: blocks', () => {
  it('takes records in blocks as it takes each', () => {
    const fields = ['epoch', 'step', 'time', 'loss', 'val_loss'].map(name => ({
      name,
      role: name.includes('loss') ? ('value' as const) : (name as FieldRole),
      split: null,
    }));
    const shapes = [[0, 1, 3], [0, 1, 4], [1, 3, 4], [0, 3], [3], [0, 1, 2, 3, 4]].map(
      (which): RecordShape => ({ fields: which.map(at => fields[at]!) }),
    );
    const label = fc.constantFrom(...[1, 1, 1, 1, 0, 0, 0, 2, -1, -4, NaN]);
    const block = fc.tuple(
      fc.nat({ max: shapes.length - 1 }),
      fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.boolean(), (blocks, interrupted) => {
        const [one, many] = [new RunBuilder('a', 'csv'), new RunBuilder('a', 'csv')];
        let line = 1;
        const counters = [0, 0];
        for (const [at, moves] of blocks) {
          const shape = shapes[at]!;
          const first = at % 3;
          const stride = first + moves.length + 1;
          const values = new Float64Array(shape.fields.length * stride);
          moves.forEach(([epoch, step], row) => {
            counters[0]! += epoch > 0 ? epoch >> 1 : epoch < -1 ? -counters[0]! : 0;
            counters[1]! += step > -4 ? step || 0 : -counters[1]!;
            shape.fields.forEach(({ role }, field) => {
              const count = role === 'epoch' ? counters[0]! + 0 * epoch : counters[1]! + 0 * step;
              values[field * stride + first + row] =
                role === 'value' ? Math.sin(line + row) : count;
            });
          });
          many.records(shape, values, stride, first, moves.length, line);
          for (let row = 0; row < moves.length; row++, line++) {
            const record = shape.fields.map((_, field) => values[field * stride + first + row]!);
            one.record(shape, Float64Array.from(record), line);
          }
          if (!interrupted) continue;
          one.mark({ kind: 'status', status: 'interrupted', line });
          many.mark({ kind: 'status', status: 'interrupted', line });
        }
        assert.deepEqual(many.runs().map(plainRun), one.runs().map(plainRun));
      }),
      { numRuns: 500 },
    );
  });
});

/** A run with all its columns. */
function plainRun(run: Run): object {
  const { rows, series, ...facts } = run;
  const { epoch, step, time, line, log } = rows;
  return {
    ...facts,
    rows: [epoch, step, time, line, log].map(column => Array.from(column.view())),
    series: series.map(each => ({
      curve: [each.name, each.metric, each.split, each.goal],
      values: Array.from(each.values.view()),
      rows: Array.from(each.rows.view()),
    })),
  };
}
