import assert from 'node:assert/strict';
import { RunBuilder } from '../../../../src/core/run/buildRuns';
import { withoutConsole } from '../../../../src/core/run/assemble/console';
import type { Run } from '../../../../src/core/run/run';

const RECORDS = 'run-1/run-1.wandb';
const CONSOLE = 'run-1/files/output.log';

function runOf(log: string, format: string, ...names: readonly string[]): Run {
  const builder = new RunBuilder(log, format);
  const fields = [
    { name: 'step', role: 'step' as const, split: null },
    ...names.map(name => ({ name, role: 'value' as const, split: null })),
  ];
  for (let step = 1; step <= 6; step++) {
    const values = Float64Array.from([step, ...names.map((_, at) => step + at)]);
    builder.record({ fields }, values, step);
  }
  return builder.runs()[0]!;
}

const told = (...runs: readonly Run[]): readonly (readonly string[])[] =>
  withoutConsole(runs).map(({ logs }) => logs);

describe('withoutConsole', () => {
  it('leaves out the console of a recorded run and names it among the logs of the run', () => {
    const records = runOf(RECORDS, 'wandb', 'train/loss', 'val/loss');
    assert.deepEqual(told(runOf(CONSOLE, 'text', 'val_loss', 'loss', 'x_loss'), records), [
      [RECORDS, CONSOLE],
    ]);
  });

  it('keeps the console that alone tells of an evaluation', () => {
    const records = runOf(RECORDS, 'wandb', 'train/loss');
    assert.deepEqual(told(records, runOf(CONSOLE, 'text', 'val_loss')), [[RECORDS], [CONSOLE]]);
    assert.deepEqual(told(records, runOf(CONSOLE, 'text', 'loss')), [[RECORDS, CONSOLE]]);
  });

  it('keeps other logs, and the console of a run that recorded no curve', () => {
    const records = runOf(RECORDS, 'wandb', 'train/loss', 'val/loss');
    const table = runOf('run-1/files/table.csv', 'csv', 'train_loss', 'val_loss');
    assert.deepEqual(told(records, table), [[RECORDS], table.logs]);
    const rates = runOf(RECORDS, 'wandb', 'lr');
    assert.deepEqual(told(rates, runOf(CONSOLE, 'text', 'loss')), [[RECORDS], [CONSOLE]]);
  });
});
