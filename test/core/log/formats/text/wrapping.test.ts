import assert from 'node:assert/strict';
import { afterWrapping } from '../../../../../src/core/log/formats/text/wrapping';

const rest = (line: string): string => line.slice(afterWrapping(line, 0));

describe('what stands in front of a line', () => {
  const message = 'loss: 0.5';
  for (const prefix of [
    '[rank0]: ',
    '[default3]:',
    '[1,0]<stdout>:',
    '[1,mpirank:0,algo-1]<stdout>:',
    '(RayTrainWorker pid=4242, ip=10.0.0.12) ',
    'trainer-1  | ',
    'worker-12: ',
    'gpu07 python[12345]: ',
    '[    7.00s] ',
    '[1709632694.123456] ',
    '05.03.2024 09:58:14 ',
    '__main__:train:42 - ',
    '🚀 ',
  ]) {
    it(`is skipped where a launcher, a container or a logger wrote it: ${prefix}`, () => {
      assert.equal(rest(prefix + message), message);
    });
  }

  it('is kept where it counts, measures or names', () => {
    for (const line of [
      'epoch-3 | loss 0.5',
      'step_10 | loss 0.5',
      'train.loss: 0.5',
      'train.loss: nan',
      '12: learn: 0.3',
      '[3/12] loss 0.5',
      'loss: 0.5',
      '',
    ])
      assert.equal(rest(line), line);
  });

  it('is looked for within bounds however long a line is', () => {
    for (const unit of ['a', '[', 'a.', ' ', 'a-1', '1:', '🚀'])
      assert.equal(afterWrapping(unit.repeat(200_000), 0) < 1000, true, unit);
  });
});
