import assert from 'node:assert/strict';
import { yaml } from '../../../src/core/config/languages/yaml';

const fixes = (text: string) =>
  (yaml.read(text).textNumbers ?? []).map(each => {
    assert.equal(text.slice(each.start, each.end), each.text);
    return `${each.text} → ${each.fix}`;
  });

describe('numbers that PyYAML reads as text', () => {
  it('are those with an exponent but without a point or a sign in it', () => {
    assert.deepEqual(fixes('epochs: 1e2\nlr: 3e-4\nwd: 1.5e3\nbig: 1e9\nmin: 1.e-5\n'), [
      '1e2 → 100',
      '3e-4 → 3.0e-4',
      '1.5e3 → 1500',
      '1e9 → 1.0e+9',
    ]);
  });

  it('are no texts in quotes, tagged numbers and digests', () => {
    assert.deepEqual(
      fixes('epochs: 5\na: "1e2"\nb: !!float 1e2\ncommit: 12e4\nc: 1e2x\nd: 1.0e+2\n'),
      [],
    );
  });

  it('are left alone where another reader is used, and where no training is configured', () => {
    assert.deepEqual(fixes('defaults: [a]\nepochs: 5\nlr: 3e-4\n'), []);
    assert.deepEqual(
      fixes('epochs: 5\nmodel: {_target_: a.B}\nopt:\n  _target_: x\n  lr: 3e-4\n'),
      [],
    );
    assert.deepEqual(fixes('lr: 3e-4\nepochs: !ref <n>\n'), []);
    assert.deepEqual(fixes('tolerance: 3e-4\nsteps: [a]\n'), []);
  });
});
