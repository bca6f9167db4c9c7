import assert from 'node:assert/strict';
import { plainly } from '../../../../src/core/report/say';
import { patiencePlaces, patienceSentences } from '../../../../src/extension/panel/patience';
import { analysisOf, overfittingRun } from '../../report/syntheticRuns';

const run = overfittingRun();

describe('the replay of every patience', () => {
  it('says where each stops and what it keeps, and never for one longer than the run', () => {
    const places = patiencePlaces(run, 'epoch');
    assert.deepEqual(
      [places[4], places[28]],
      [
        { stop: 17, kept: 12, value: 0.3 },
        { stop: null, kept: 12, value: 0.3 },
      ],
    );
    const sentences = patienceSentences(run, plainly);
    assert.equal(sentences.length, places.length);
    assert.match(sentences[4] ?? '', /^Patience 5 stops after 17, keeps 0\.3 @ 12/);
    assert.match(sentences[28] ?? '', /^Patience 29 never stops/);
  });

  it('is nothing for a run that is too short to have been stopped', () => {
    const short = { ...overfittingRun(), analysis: analysisOf({ state: 'too-short' }) };
    assert.deepEqual([patiencePlaces(short, 'epoch'), patienceSentences(short, plainly)], [[], []]);
  });
});
