import assert from 'node:assert/strict';
import { toml } from '../../../../src/core/config/languages/toml';
import { assertTotals } from '../marked';

const totals = (marked: string) => assertTotals(toml, marked);

describe('TOML settings', () => {
  it('stand at the number, in tables, inline tables and below dotted keys', () => {
    totals('epochs = ‹1000›\nmax_grad_norm = 1.0\n');
    totals('[trainer]\nmax_epochs = ‹1_000› # not 5\n');
    totals('trainer.max_epochs = ‹30›\n');
    totals('trainer = { max_epochs = ‹30›, lr = 0.1 }\n');
    totals('[[stage]]\nepochs = ‹3›\n[[stage]]\nepochs = ‹4›\n');
    totals('max_epochs = "‹5›"\n');
  });

  it('know the table they stand in', () => {
    const settings = totals('[training.trainer]\nmax_epochs = ‹30›\n');
    assert.deepEqual(
      settings.map(({ keyPath }) => keyPath),
      ['training.trainer.max_epochs'],
    );
  });

  it('are not intervals, comments or what a scheduler counts', () => {
    totals(
      'warmup_steps = 100\n#max_steps = 5000\nsave_every_n_epochs = 2\n[scheduler]\nepochs = 3\n',
    );
  });

  it('are found among the arguments of a command', () => {
    totals('[tool.poe.tasks]\ntrain = "python train.py --epochs ‹12›"\n');
    totals('cmd = ["python", "train.py", "--epochs", "‹12›"]\n');
  });

  it('are found around lines that are no TOML yet', () => {
    const settings = totals(
      'epochs = ‹10›\nlr = \nname = "x\n[trainer]\nmax_epochs = ‹20›\nbad line\n',
    );
    assert.equal(settings.length, 2);
    totals('x = [\n  1,\n  2\n]\nbad line = 3\n[trainer]\nmax_epochs = ‹30›\n');
    totals('x = """\nhello\n"""\nbad line = 3\n[trainer]\nmax_epochs = ‹30›\n');
    totals('lr = 0.1\n[other\nx = 1\n[trainer]\nmax_epochs = ‹30›\n');
    assert.deepEqual(
      toml.read('epochs = 10\nlr = \n').problems.map(({ code }) => code),
      ['syntax'],
    );
  });
});
