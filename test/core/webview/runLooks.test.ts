import assert from 'node:assert/strict';
import type { RunItem } from '../../../src/core/protocol';
import { isGrouping, runLooks } from '../../../src/webview/runLooks';

const none = { text: '', value: NaN };
const item = (index: number, name: string, ...parameters: string[]): RunItem => ({
  ...{ index, name, parameters, stateWord: '', tone: 'neutral' },
  ...{ best: none, last: none, trained: none, suggested: none, took: none },
});
const stage = {
  runs: [
    item(0, 'adam seed1', '0.1'),
    item(1, 'adam seed2', '0.01'),
    item(2, 'sgd seed1', '0.1'),
    item(3, 'old', ''),
  ],
  parameters: ['lr'],
};
const groups = (groupBy: string) => {
  const looks = runLooks(stage, { groupBy, colours: { 'adam seed1': '#123456' } });
  return stage.runs.map(({ index }) => looks(index));
};

describe('how runs beside each other look', () => {
  it('is by their place in the log, or in a colour of the user', () => {
    const own = groups('').map(({ place, colour, group }) => [place, colour, group]);
    assert.deepEqual(own, [
      [0, '#123456', null],
      [1, null, null],
      [2, null, null],
      [3, null, null],
    ]);
  });

  it('is alike for those of which an expression finds the same, its groups first', () => {
    const found = groups('^(\\w+) seed').map(({ place, group }) => [place, group]);
    assert.deepEqual(found, [
      [0, 'adam'],
      [0, 'adam'],
      [1, 'sgd'],
      [2, ''],
    ]);
    assert.deepEqual(
      groups('/SEED\\d/').map(({ group }) => group),
      ['seed1', 'seed2', 'seed1', ''],
    );
  });

  it('is alike for those with the same value of a parameter', () => {
    const found = groups('lr').map(({ place, group }) => [place, group]);
    assert.deepEqual(found, [
      [0, 'lr = 0.1'],
      [1, 'lr = 0.01'],
      [0, 'lr = 0.1'],
      [2, ''],
    ]);
  });

  it('is as without groups while an expression is half written', () => {
    assert.equal(isGrouping(stage, '(seed'), false);
    assert.deepEqual(groups('(seed'), groups(''));
  });
});
