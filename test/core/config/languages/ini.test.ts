import assert from 'node:assert/strict';
import { ini } from '../../../../src/core/config/languages/ini';
import { assertTotals } from '../marked';

const totals = (marked: string) => assertTotals(ini, marked);

describe('INI settings', () => {
  it('stand at the number, in sections, repeated sections and without any', () => {
    totals('[net]\nbatch=64\nmax_batches = ‹500200›\npolicy=steps\n[convolutional]\nfilters=32\n');
    totals('[training]\nmax_epochs = ‹20›\nmax_steps = 0\n');
    totals('task = train\nobjective = binary\nnum_boost_round = ‹100›\n');
    totals('[train]\nepochs: "‹10›" ; ten\n');
  });

  it('know their section', () => {
    const settings = totals('[nlp.training]\nmax_epochs=‹20›\n');
    assert.deepEqual(
      settings.map(({ keyPath }) => keyPath),
      ['nlp.training.max_epochs'],
    );
  });

  it('are not comments, and values do not reach into them', () => {
    totals('[train]\n#epochs = 5\n; epochs = 6\nepochs = ‹7› # was 8\nepochs_per_save = 2\n');
  });

  it('say where the number is where it is elsewhere', () => {
    const { settings } = ini.read('[training]\nmax_epochs = ${vars.epochs}\n');
    assert.deepEqual(
      settings.map(({ value, editable, primary }) => ({ value, editable, primary })),
      [{ value: null, editable: false, primary: false }],
    );
  });

  it('are found in lines of flags', () => {
    totals('--num-epochs=‹5›\n--cmd=run.pl\n');
  });
});
