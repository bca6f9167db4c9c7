import assert from 'node:assert/strict';
import type { RunItem } from '../../../src/core/protocol';
import { filteredRuns, sortedRuns } from '../../../src/webview/runOrder';

const none = { text: '–', value: NaN };
const run = (name: string, best: number, parameters: readonly string[] = []): RunItem => ({
  index: 0,
  name,
  stateWord: 'Converged',
  tone: 'good',
  best: { text: '', value: best },
  last: none,
  trained: none,
  suggested: none,
  took: none,
  parameters,
});
const names = (runs: readonly RunItem[]) => runs.map(({ name }) => name);

describe('the order of runs', () => {
  const runs = [run('run 10', 0.2), run('run 9', NaN), run('run 2', 0.1)];

  it('is that of numbers within names', () => {
    assert.deepEqual(names(sortedRuns(runs, { by: 'name', down: false })), [
      'run 2',
      'run 9',
      'run 10',
    ]);
  });

  it('puts runs without a value last, whichever way', () => {
    const by = (down: boolean) => names(sortedRuns(runs, { by: 'best', down }));
    assert.deepEqual(by(false), ['run 2', 'run 10', 'run 9']);
    assert.deepEqual(by(true), ['run 10', 'run 2', 'run 9']);
  });
});

describe('the filter of runs', () => {
  const runs = [run('a', 1, ['adam', '0.1']), run('b', 2, ['sgd', '0.1'])];

  it('finds every word in name, state or parameters, whatever its case', () => {
    assert.deepEqual(names(filteredRuns(runs, 'SGD 0.1')), ['b']);
    assert.deepEqual(names(filteredRuns(runs, 'converged')), ['a', 'b']);
    assert.deepEqual(names(filteredRuns(runs, 'sgd adam')), []);
    assert.deepEqual(names(filteredRuns(runs, '  ')), ['a', 'b']);
  });
});
