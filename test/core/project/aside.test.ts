import assert from 'node:assert/strict';
import { linksOf, madeRun, shownLinks } from './madeProject';

const script = (more = '') =>
  `import x\nEPOCHS = 30\nfor epoch in range(EPOCHS):\n    pass\n${more}`;

describe('runs that a setting made but that do not count', () => {
  const files = { 'train.py': script('open("runs/a.csv")') };

  it('are those that ended right after their start', () => {
    assert.deepEqual(shownLinks(files, [madeRun('runs/a.csv', 1)]), [
      'train.py EPOCHS=30 source literal-path: – crashed runs/a.csv',
    ]);
  });

  it('are those that ended before an optimum was seen, while more was planned', () => {
    const { run, analysis } = madeRun('runs/a.csv', 12);
    const improving = { run, analysis: { ...analysis, state: 'improving' as const } };
    assert.deepEqual(shownLinks(files, [improving]), [
      'train.py EPOCHS=30 source literal-path: – interrupted runs/a.csv',
    ]);
    const [link] = linksOf(files, [improving]);
    assert.equal(link?.suggestion, null);
  });

  it('are not those that were stopped past their best, nor those being written', () => {
    const stopped = madeRun('runs/a.csv', 12);
    const { run, analysis } = madeRun('runs/a.csv', 1, { status: 'running' });
    for (const each of [stopped, { run, analysis }]) {
      assert.deepEqual(shownLinks(files, [each]), [
        'train.py EPOCHS=30 source literal-path: runs/a.csv',
      ]);
    }
  });

  it('are those of another length, where the file names the log itself', () => {
    assert.deepEqual(shownLinks(files, [madeRun('runs/a.csv', 60)]), [
      'train.py EPOCHS=30 source literal-path: – other-length runs/a.csv',
    ]);
  });
});
