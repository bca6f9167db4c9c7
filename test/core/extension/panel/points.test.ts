import assert from 'node:assert/strict';
import { placesOfRow, rowOfLine, rowOfPoint } from '../../../../src/extension/panel/points';
import { overfittingRun } from '../../report/syntheticRuns';

const runs = [overfittingRun(), overfittingRun({ name: 'b', logs: ['b.csv'] })];

describe('from a point to its line and back', () => {
  it('finds the row of the nearest value on the axis in view', () => {
    const ref = { run: 0, series: 1 };
    assert.equal(rowOfPoint(runs, ref, 'epoch', 12.2), 11);
    assert.equal(rowOfPoint(runs, ref, 'time', 0), 0);
    assert.equal(rowOfPoint(runs, { run: 5, series: 0 }, 'epoch', 1), null);
    assert.equal(rowOfPoint(runs, ref, 'step', 1), null);
  });

  it('finds the run and row at a line, or the last before it', () => {
    const isLog = (path: string) => path === 'b.csv';
    assert.deepEqual(rowOfLine(runs, isLog, 13), { run: 1, row: 11 });
    assert.deepEqual(rowOfLine(runs, isLog, 900), { run: 1, row: 29 });
    assert.equal(rowOfLine(runs, isLog, 1), null);
    assert.equal(
      rowOfLine(runs, () => false, 13),
      null,
    );
  });

  it('says where a row is drawn on each axis that the run has', () => {
    assert.deepEqual(placesOfRow(runs[0]!.run, 11), { epoch: 12, time: 110 });
  });
});
