import assert from 'node:assert/strict';
import type { HandTies } from '../../../src/core/project/handTies';
import { linkProject } from '../../../src/core/project/link';
import { inputOf, linksOf, madeRun, shownLinks } from './madeProject';

const script = (more = '') =>
  `import x\nEPOCHS = 30\nfor epoch in range(EPOCHS):\n    pass\n${more}`;

describe('what the user said about runs', () => {
  const files = { 'a.yaml': 'epochs: 30\n', 'b.yaml': 'epochs: 30\nout: runs/b\n' };
  const says = (tied: string, untied: string): HandTies => ({
    of: () => ({
      ties: ({ path }) => path === tied,
      unties: ({ path }) => path === untied,
    }),
  });
  const linked = (log: string, handTies: HandTies) =>
    linkProject({ ...inputOf(files, [madeRun(log, 30)]), handTies }).map(
      ({ file, how }) => `${file} ${how}`,
    );

  it('counts before all evidence, and against other numbers', () => {
    assert.deepEqual(linked('runs/b/log.csv', says('a.yaml', '')), ['a.yaml by-hand']);
    const longer = { ...inputOf(files, [madeRun('x.csv', 60)]), handTies: says('a.yaml', '') };
    assert.deepEqual(linkProject(longer)[0]?.runs.length, 1);
  });

  it('takes a run from the setting that evidence gave it to', () => {
    assert.deepEqual(linked('runs/b/log.csv', says('', '')), ['b.yaml literal-path']);
    assert.deepEqual(linked('runs/b/log.csv', says('', 'b.yaml')), []);
  });
});

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

  it('are those whose folder another config names as well', () => {
    const configs = {
      'a.yaml': 'epochs: 30\nout: runs/x\n',
      'b.yaml': 'epochs: 30\nout: runs/x\n',
      'c.yaml': 'epochs: 10\nout: runs/x\n',
    };
    assert.deepEqual(shownLinks(configs, [madeRun('runs/x/log.csv', 30)]), [
      'a.yaml epochs=30 source literal-path: – shared runs/x/log.csv',
      'b.yaml epochs=30 source literal-path: – shared runs/x/log.csv',
    ]);
  });

  it('are those of another length, where the file names the log itself', () => {
    assert.deepEqual(shownLinks(files, [madeRun('runs/a.csv', 60)]), [
      'train.py EPOCHS=30 source literal-path: – other-length runs/a.csv',
    ]);
  });
});
