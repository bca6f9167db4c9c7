import assert from 'node:assert/strict';
import { finderOf } from '../../../src/webview/expression';
import { matcherOf } from '../../../src/webview/matcher';

/** As JavaScript itself finds it: all, then the groups. */
const asJavaScript = (source: string, text: string) =>
  new RegExp(source, 'i').exec(text)?.map((part: string | undefined) => part ?? '') ?? null;

const SOURCES = [
  ...['lr=([\\d.e-]+)', 'seed(\\d+)$', '^(adam|sgd)', 'a*?b', '(a|ab)(c|bcd)(d*)', 'x{2,3}y'],
  ...['[^_]+_(\\w+)', '\\bfold\\b', 'a.c', '(?:un)?frozen', '(?<kind>cnn|rnn)-(\\d{1,2}?)', ''],
  ...['(a*)*b', '[\\]a]+', '(x)?y', 'a{2}', 'wide(-|)', '\\Bo', '\\.5', '(ab){0}c'],
];
const TEXTS = [
  ...['adam_lr=0.01_seed3', 'SGD lr=1e-4', 'abcd', 'aaab', 'xxxxy', 'one_two', 'a fold b', 'y'],
  ...['abc', 'frozen', 'unfrozen', 'rnn-12', 'CNN-7', ']a]', 'wide', '0.5', '', 'folder', 'c'],
];

describe('an expression over names', () => {
  it('finds what JavaScript finds, groups included, whatever the case', () => {
    for (const source of SOURCES)
      for (const text of TEXTS) {
        const found = finderOf(source)?.(text);
        assert.deepEqual(found, asJavaScript(source, text), `${source} in ${text}`);
      }
  });

  it('is none where it is half written, looks around itself or refers to what it found', () => {
    for (const source of ['(', '[a', 'a**', '(?=a)', '(?<!a)b', '(a)\\1', '(?<n>a)\\k<n>', '*']) {
      assert.equal(finderOf(source), null, source);
    }
  });

  it('comes to an end where others try every way there is', () => {
    const text = 'a'.repeat(400);
    for (const source of ['(a+)+$x', '(a|a)*b', '(.*)*(.*)*(.*)*b', '((a?){9}){9}b']) {
      assert.equal(finderOf(source)?.(text) ?? null, null, source);
    }
    for (const nothing of ['(?:)', '(?:a{0})'])
      assert.equal(finderOf(`(?:(?:(?:(?:${nothing}{999}){999}){999}){999})`), null, nothing);
  });

  it('is none where it repeats more often than any name is long', () => {
    for (const source of ['a{1000}', 'a{0,999999999}', '(?:a{0}){12345}'])
      assert.equal(finderOf(source), null, source);
  });
});

describe('what a filter finds', () => {
  it('are texts with every word, or with what stands between slashes', () => {
    const found = (filter: string) => ['lr_1', 'lr_10 seed', 'Seed'].filter(matcherOf(filter));
    assert.deepEqual(found('LR seed'), ['lr_10 seed']);
    assert.deepEqual(found('/_1$/'), ['lr_1']);
    assert.deepEqual(found('/(/'), []);
    assert.deepEqual(found(''), ['lr_1', 'lr_10 seed', 'Seed']);
  });
});
