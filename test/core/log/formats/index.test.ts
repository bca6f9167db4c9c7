import assert from 'node:assert/strict';
import { formats, isBinaryFormat } from '../../../../src/core/log/formats/index';

describe('isBinaryFormat', () => {
  it('tells the formats whose records stand in no line of text', () => {
    const binary = formats.map(({ id }) => id).filter(isBinaryFormat);
    assert.deepEqual(binary, ['sqlite', 'numpy', 'tfevents', 'wandb', 'visualdl']);
  });
});
