import assert from 'node:assert/strict';
import { languageOf } from '../../../../src/core/config/languages/index';
import type { ConfigSetting } from '../../../../src/core/config/setting';
import { plainly } from '../../../../src/core/report/say';
import {
  companionSentence,
  shiftSentence,
  limitSentence,
  untouchedSentence,
} from '../../../../src/core/report/sentences/meaning';

function settingIn(name: string, text: string, key: string): ConfigSetting {
  const setting = languageOf(name)
    ?.read(text)
    .settings.find(each => each.key === key);
  assert.ok(setting, `${key} in ${text}`);
  return setting;
}

describe('what a setting means', () => {
  const limit = (text: string, key: string) =>
    limitSentence(settingIn('a.yaml', text, key), plainly);

  it('is said of a limit that is switched off', () => {
    assert.equal(
      limit('trainer:\n  max_epochs: 10\n  max_steps: -1\n', 'max_steps'),
      'max_steps: -1 sets no limit: trainer.max_epochs: 10 ends the training.',
    );
    assert.equal(
      limit('epochs: 0\nlr: 1\n', 'epochs'),
      'epochs: 0 sets no limit: another one ends the training, which this file does not say.',
    );
  });

  it('is said of a limit that another one overrules', () => {
    assert.equal(
      limit('num_train_epochs: 3\nmax_steps: 500\nlr: 1\n', 'num_train_epochs'),
      'num_train_epochs: 3 does not end the training: max_steps: 500 does.',
    );
    assert.equal(limit('num_train_epochs: 3\n', 'num_train_epochs'), null);
  });

  it('names what must change with a total', () => {
    const text = 'epochs: 200\nlr: 1\nscheduler: {T_max: 200, milestones: [100, 150]}\n';
    assert.equal(
      companionSentence(settingIn('a.yaml', text, 'epochs'), plainly),
      'Must change with it: scheduler.T_max: 200; scheduler.milestones: 100, 150.',
    );
    assert.equal(companionSentence(settingIn('a.yaml', 'epochs: 2\n', 'epochs'), plainly), null);
  });

  it('says what Apply writes where that is one more than the length', () => {
    const loop = settingIn('a.py', 'for epoch in range(1, 101): f()\n', 'range');
    assert.deepEqual([loop.value, loop.text, loop.editable], [100, '101', true]);
    assert.equal(
      shiftSentence(loop, plainly),
      'The loop ends before 101: Apply writes one more than the number of epochs.',
    );
    assert.equal(untouchedSentence(loop, false, plainly), null);
    const plain = settingIn('a.py', 'for epoch in range(100): f()\n', 'range');
    assert.equal(shiftSentence(plain, plainly), null);
  });

  it('says why Apply leaves a total alone', () => {
    const loop = settingIn('a.py', 'for epoch in range(30, 101): f()\n', 'range');
    assert.equal(
      untouchedSentence(loop, false, plainly),
      'Apply leaves range: 101 alone: the number is part of an expression.',
    );
    const plain = settingIn('a.yaml', 'epochs: 2\n', 'epochs');
    assert.equal(untouchedSentence(plain, false, plainly), null);
    assert.match(untouchedSentence(plain, true, plainly) ?? '', /records what a run/);
  });
});
