import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { silenceOf, writtenOf } from '../../../src/core/analysis/silence';
import { makeRun } from './makeRun';

/** Its last row was written 120 seconds after it began. */
const run = makeRun({ loss: [3, 2, 1] });
const seconds = (value: number): number => 1000 * value;

describe('silenceOf', () => {
  it('is the time since the file was written, in steps of five minutes, where the log has that time itself', () => {
    const written = { modified: seconds(125), now: seconds(125 + 700), seen: false, pause: null };
    assert.deepEqual(silenceOf(run, written), { seconds: 600, usualSeconds: null });
  });

  it('is not told of a file that may have been copied, unless it was seen to grow', () => {
    const copied = { modified: seconds(9000), now: seconds(9700), seen: false, pause: null };
    assert.equal(silenceOf(run, copied), null);
    assert.equal(silenceOf(run, { ...copied, seen: true })?.seconds, 600);
  });

  it('knows how long the log took before where it was seen to grow', () => {
    const file = (grewAt: number, longestSilence: number) => ({
      modified: seconds(9000),
      grewAt,
      longestSilence,
    });
    const written = writtenOf(
      [file(seconds(9000), seconds(70)), file(-Infinity, 0)],
      seconds(9700),
    );
    assert.deepEqual(silenceOf(run, written), { seconds: 600, usualSeconds: 70 });
    const unseen = writtenOf([file(seconds(9000), 0)], seconds(9700));
    assert.deepEqual(silenceOf(run, unseen), { seconds: 600, usualSeconds: null });
  });

  it('is nothing for a few minutes, and nothing after a day', () => {
    const written = { modified: seconds(120), seen: true, pause: null };
    assert.equal(silenceOf(run, { ...written, now: seconds(400) }), null);
    assert.equal(silenceOf(run, { ...written, now: seconds(120 + 90_000) }), null);
  });
});
