import assert from 'node:assert/strict';
import type { EvidenceKind, TiedRuns } from '../../../../src/core/project/project';
import { evidenceSentences } from '../../../../src/core/report/sentences/evidence';
import { linksOf, madeRun } from '../../project/madeProject';
import { plainly } from '../../../../src/core/report/say';

const tiedBy = (how: EvidenceKind, ...names: readonly string[]): TiedRuns => ({
  how,
  runs: names.map(name => madeRun(name, 30).run),
});

function sentencesOf(...tied: readonly TiedRuns[]): readonly string[] {
  const [link] = linksOf({ 'train.py': 'model.fit(x, epochs=30)\n' }, [madeRun('x.csv', 30)]);
  assert.ok(link);
  return evidenceSentences({ ...link, how: tied[0]!.how, tied }, plainly);
}

describe('how a setting is known to have made its runs', () => {
  it('is one sentence where all runs are tied alike', () => {
    assert.deepEqual(sentencesOf(tiedBy('literal-path', 'a.csv', 'b.csv')), [
      'This file names the log or its folder.',
    ]);
  });

  it('names the runs where they are tied by different evidence', () => {
    const sentences = sentencesOf(
      tiedBy('by-hand', 'a.csv'),
      tiedBy('planned-epochs', 'b.csv', 'c.csv', 'd.csv', 'e.csv', 'f.csv'),
    );
    assert.deepEqual(sentences, [
      'a.csv: You tied these runs to this setting.',
      'b.csv, c.csv, d.csv, 2 more: The log plans the same number of epochs.',
    ]);
  });
});
