import assert from 'node:assert/strict';
import { numberIn } from '../../../src/core/log/numbers';

describe('numberIn', () => {
  it('reads numbers as logs write them', () => {
    const written = [
      '0',
      '-1.5',
      '+2',
      '.5',
      '5.',
      '1e-3',
      '1E5',
      '007',
      '83.2%',
      '83.2 %',
      'nan',
      '-NaN',
      'inf',
      '-Infinity',
      '+inf',
      'tensor(0.25, device=cuda)',
      'np.float64(0.5)',
      '0.5 (tracked)',
      '[0.75]',
      'torch.tensor([0.125], device=cuda, grad_fn=<BinaryCrossEntropyWithLogitsBackward0>)',
    ];
    const read = [
      0,
      -1.5,
      2,
      0.5,
      5,
      1e-3,
      1e5,
      7,
      83.2,
      83.2,
      NaN,
      NaN,
      Infinity,
      -Infinity,
      Infinity,
      0.25,
      0.5,
      0.5,
      0.75,
      0.125,
    ];
    assert.deepEqual(written.map(numberIn), read);
  });

  it('reads none where there is none', () => {
    const written = [
      '',
      ' ',
      '-',
      '0x10',
      '0b1',
      '0x0',
      '1,5',
      '12:30',
      '2024-11-18',
      '4.69G',
      '[0.5 0.2]',
      'None',
      'nano',
      'info',
      '1e',
      '9'.repeat(100),
    ];
    assert.deepEqual(
      written.map(numberIn),
      written.map(() => null),
    );
  });
});
