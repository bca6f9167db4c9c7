import assert from 'node:assert/strict';
import type { SeriesView } from '../../../src/core/protocol';
import { styleOfRun, stylesOf } from '../../../src/webview/seriesStyle';

const series = (split: SeriesView['split']): SeriesView => ({
  index: 0,
  name: 'loss',
  metric: 'loss',
  split,
  count: 1,
  axes: ['epoch'],
});

describe('the styles of series', () => {
  it('tell the splits apart by colour and by dash', () => {
    const styles = stylesOf([series('train'), series('validation'), series('test')]);
    assert.deepEqual(
      styles.map(({ colour, dash }) => `${dash} ${colour}`),
      ['dashed orange', 'solid blue', 'dotted purple'],
    );
  });

  it('give two series of one split different colours', () => {
    const styles = stylesOf([series('validation'), series('validation'), series('train')]);
    assert.equal(new Set(styles.map(({ colour }) => colour)).size, 3);
  });

  it('keep the colour of a split for it, whatever comes before', () => {
    const styles = stylesOf([series('train'), series('train'), series('validation')]);
    assert.deepEqual(
      styles.map(({ colour }) => colour),
      ['orange', 'purple', 'blue'],
    );
  });

  it('go on when there are more series than colours', () => {
    assert.equal(stylesOf(Array.from({ length: 20 }, () => series(null))).length, 20);
  });
});

describe('the style of a run', () => {
  it('is its own, whatever other runs are drawn, and the dash tells its splits apart', () => {
    const [a, b] = [styleOfRun(0, 'validation'), styleOfRun(1, 'validation')];
    assert.notEqual(a.colour, b.colour);
    assert.equal(styleOfRun(0, 'train').colour, a.colour);
    assert.notEqual(styleOfRun(0, 'train').dash, a.dash);
  });

  it('differs by its dash where the colours begin anew', () => {
    const [first, again] = [styleOfRun(0, null), styleOfRun(8, null)];
    assert.equal(first.colour, again.colour);
    assert.notEqual(first.dash, again.dash);
  });
});
