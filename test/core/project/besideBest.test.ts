import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analysis/analyse';
import { bestBy, courseOf } from '../../../src/core/analysis/course';
import { besideBest } from '../../../src/core/project/besideBest';
import { judgedRun, type JudgedRun } from '../../../src/core/project/judgedRun';
import { plainly } from '../../../src/core/report/say';
import { runningSentences } from '../../../src/core/report/sentences/running';
import { jitter } from '../analysis/jitter';
import { makeRun } from '../analysis/makeRun';

type Curve = (epoch: number) => number;

const curve = (length: number, value: Curve) => Array.from({ length }, (_, at) => value(at + 1));

function judged(name: string, length: number, value: Curve): JudgedRun {
  const run = makeRun(
    { validation: curve(length, value) },
    { name, status: 'running', plannedEpochs: 100 },
  );
  return judgedRun({ run, analysis: analyse(run) });
}

const falling =
  (above: number): Curve =>
  epoch =>
    above + 1 / epoch;

describe('a run beside the best one so far', () => {
  const best = judged('runs/best', 60, falling(0.1));
  const other = judged('runs/other', 60, falling(0.4));
  const standing = (value: Curve) => besideBest(judged('runs/now', 20, value), [other, best]);

  it('is better or worse than that was at the same count, not than that is by now', () => {
    const better = standing(falling(0.09));
    assert.equal(better?.stands, 'better');
    assert.equal(better.other, best);
    assert.equal(better.theirs.toFixed(3), '0.150');
    assert.equal(standing(falling(0.2))?.stands, 'worse');
  });

  it('stands within noise where the jitter of both is as large as the difference', () => {
    const shaken = jitter(60, 0.05);
    const noisy = (above: number) => (epoch: number) => falling(above)(epoch) + shaken[epoch - 1]!;
    const now = judged('runs/now', 20, noisy(0.11));
    assert.equal(besideBest(now, [judged('runs/best', 60, noisy(0.1))])?.stands, 'within-noise');
  });

  it('is laid beside no run that was not trained as long, diverged, or is judged otherwise', () => {
    const now = judged('runs/now', 20, falling(0.2));
    const broken = judged('runs/broken', 60, epoch => (epoch > 30 ? NaN : 0.1 / epoch));
    const run = makeRun({ accuracy: curve(60, epoch => 1 - 1 / epoch) });
    const score = judgedRun({ run, analysis: analyse(run) });
    assert.equal(besideBest(now, [now, judged('runs/short', 19, falling(0)), broken, score]), null);
  });

  it('is told with its values, and what stopping now would save after what it comes to', () => {
    const [verdict, beside, left] = runningSentences(
      judged('runs/now', 20, falling(0.2)),
      [best],
      plainly,
    );
    assert.match(verdict ?? '', /Best val_loss 0\.25 at epoch 20\.$/);
    assert.equal(
      beside,
      'Worse than the best run so far (runs/best) was after as much training: val_loss 0.25, it had 0.15.',
    );
    assert.equal(left, '80 epochs (about 1 h 20 m) are left.');
  });
});

describe('the course of a run', () => {
  it('is the best so far, in few numbers however long the run is', () => {
    const run = makeRun({ validation: curve(5000, epoch => 1 / epoch) });
    const course = courseOf(run, analyse(run));
    assert.ok(course);
    assert.equal(course.counts.length, 100);
    assert.equal(bestBy(course, 5000), 0.0002);
    assert.ok(Number.isNaN(bestBy(course, 0)));
  });
});
