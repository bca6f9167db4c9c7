import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from '../../../../../src/core/log/formats/text';
import { assertChunkLaw } from '../../chunkLaw';

const LOGS = join('test', 'fixtures', 'logs');

/** Bars that are drawn again, bars of a whole training, ranks of one, averages of epochs beside batches. */
const CUT = [
  'bars/kohya.log',
  'bars/outer_only.log',
  'bars/two_bars.log',
  'lightning/rich.log',
  'prefixes/ranks_srun.log',
];

describe('text logs of deep-learning loops', () => {
  for (const name of [...CUT, 'sequences/fairseq_0.12.log', 'language_models/llmc_cuda.log']) {
    it(`are read the same however their bytes are cut: ${name}`, () => {
      assertChunkLaw(text, name, readFileSync(join(LOGS, name)).subarray(0, 6000), 10);
    });
  }
});
