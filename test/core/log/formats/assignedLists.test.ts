import assert from 'node:assert/strict';
import { assignedLists } from '../../../../src/core/log/formats/assignedLists';
import { assertChunkLaw } from '../chunkLaw';
import { read, recognizes } from './reading';

const LISTS =
  '# after 3 epochs\ntrain_loss = [3.0, 2.0,\n 1.5]\n"Val loss": array([4., 3., nan])\n';

describe('assignedLists', () => {
  it('reads lists under their names as the curves of one run', () => {
    assert.deepEqual(read(assignedLists, 'out.txt', LISTS), {
      records: [
        { line: 2, fields: { train_loss: 3, 'Val loss': 4 } },
        { line: 2, fields: { train_loss: 2, 'Val loss': 3 } },
        { line: 2, fields: { train_loss: 1.5, 'Val loss': NaN } },
      ],
      marks: [{ kind: 'unit', unit: 'epoch', line: 1 }],
      problems: [],
    });
  });

  it('takes only text that is little else, with a measure among the names', () => {
    assert.ok(recognizes(assignedLists, 'out.txt', LISTS));
    assert.ok(!recognizes(assignedLists, 'out.txt', 'sizes = [1, 2, 3]\n'));
    assert.ok(!recognizes(assignedLists, 'out.txt', 'loss = ["a", "b", "c"]\n'));
    const program =
      'import os\n# plots what was trained\ndef plot(values):\n    show(values)\n\n\n';
    assert.ok(!recognizes(assignedLists, 'out.txt', `${program.repeat(3)}${LISTS}`));
  });

  it('keeps what a list that is cut off holds, and gives the same however the bytes are cut', () => {
    const { records } = read(assignedLists, 'out.txt', 'loss = [5, 4, 3, 2, 1');
    assert.deepEqual(
      records.map(({ fields }) => fields['loss']),
      [5, 4, 3, 2],
    );
    assertChunkLaw(assignedLists, 'out.txt', LISTS);
  });
});
