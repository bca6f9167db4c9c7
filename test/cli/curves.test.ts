import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { curvesJson } from '../../src/cli/curves';
import { curvesText } from '../../src/cli/curvesText';
import { plainly } from '../../src/core/report/say';
import { type PathReading, readPath } from '../../src/node/readLogs';

describe('curves', () => {
  let folder = '';
  const reading = async (content: string): Promise<PathReading> => {
    writeFileSync(join(folder, 'log.csv'), content);
    return { ...(await readPath(join(folder, 'log.csv'))), path: 'log.csv' };
  };
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('prints what was read as architecture.md says', async () => {
    const printed = curvesJson(
      await reading('epoch,loss,val_loss\n0,1.5,nan\n1,1.25,1.125\n2,1\n'),
    );
    const axes = { per: 'epoch', step: null, epoch: [0, 1] };
    assert.deepEqual(printed, {
      path: 'log.csv',
      runs: [
        {
          name: 'log.csv',
          format: 'csv',
          logs: ['log.csv'],
          status: 'unknown',
          unit: 'epoch',
          epochBase: 0,
          plannedEpochs: null,
          series: [
            {
              name: 'loss',
              metric: 'loss',
              split: 'train',
              goal: 'min',
              ...axes,
              value: [1.5, 1.25],
            },
            {
              name: 'val_loss',
              metric: 'loss',
              split: 'validation',
              goal: 'min',
              ...axes,
              value: [NaN, 1.125],
            },
          ],
        },
      ],
      problems: [
        {
          log: 'log.csv',
          line: 4,
          code: 'bad-row',
          message:
            'Line 4: The row has another number of cells than the header; it was read as far as it fits.',
        },
      ],
    });
  });

  it('prints a table of curves for people', async () => {
    const text = curvesText(
      await reading('epoch,loss,val_loss\n0,1.5,1.25\n1,1.25,1.125\n'),
      plainly,
    );
    assert.deepEqual(text.split('\n'), [
      'log.csv (csv)',
      '  curve     split       metric  points               range         last',
      '  loss      train       loss    2 points  per epoch  1.25 … 1.5    1.25',
      '  val_loss  validation  loss    2 points  per epoch  1.125 … 1.25  1.125',
      '',
    ]);
  });

  it('says that there is no curve', async () => {
    assert.equal(curvesText(await reading(''), plainly), 'log.csv: No curve in this file.');
  });
});
