import assert from 'node:assert/strict';
import { opaque } from '../../../src/webview/opaque';

describe('opaque', () => {
  it('takes the transparency off a colour, however it is written', () => {
    assert.deepEqual(['#EA5C0055', '#f805', 'rgba(234, 92, 0, 0.33)'].map(opaque), [
      '#EA5C00',
      '#f80',
      'rgb(234, 92, 0)',
    ]);
  });

  it('leaves every other colour as it is', () => {
    for (const colour of ['#d18616', '#fff', 'rgb(1, 2, 3)', 'orange', '']) {
      assert.equal(opaque(colour), colour);
    }
  });
});
