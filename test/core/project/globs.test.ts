import assert from 'node:assert/strict';
import { globs } from '../../../src/core/project/globs';

describe('globs', () => {
  it('name files and folders, a folder with everything in it', () => {
    const isLeftOut = globs(['**/node_modules/**', 'data', '*.tmp', 'runs/{old,broken}/**', 'a?c']);
    const left = [
      'node_modules',
      'x/node_modules/y.log',
      'data/train.log',
      'a.tmp',
      'runs/old',
      'abc',
    ];
    const kept = ['x/data', 'x/a.tmp', 'runs/new/train.log', 'runs', 'ac', 'node_modules2'];
    assert.deepEqual(
      left.filter(path => !isLeftOut(path)),
      [],
    );
    assert.deepEqual(
      kept.filter(path => isLeftOut(path)),
      [],
    );
  });

  it('are text but for their wildcards', () => {
    assert.equal(globs(['a.b+c'])('a.b+c'), true);
    assert.equal(globs(['a.b'])('axb'), false);
  });

  it('that are too long, or not closed, count as none', () => {
    assert.equal(globs(['a'.repeat(400)])('a'.repeat(400)), false);
    assert.equal(globs(['{a,b'])('a'), false);
    assert.equal(globs(['{a,b}'.repeat(9)])('ababababa'), false);
  });

  it('take time in proportion, whatever they are made of', () => {
    const isLeftOut = globs([`**/${'*a'.repeat(140)}b`, `${'**/'.repeat(60)}x`]);
    assert.equal(isLeftOut('a'.repeat(4000)), false);
    assert.equal(isLeftOut('a/'.repeat(500)), false);
  });
});
