import assert from 'node:assert/strict';
import { commandName } from '../../../src/core/log/commandName';

describe('commandName', () => {
  const names: Readonly<Record<string, string>> = {
    'python train.py --epochs 40': 'python train.py',
    '  /usr/bin/python3 -u src/lab/train.py': 'python3 train.py',
    'python -m lab.train --lr 0.1': 'python lab.train',
    'torchrun --nproc_per_node 4 tools/train.py': 'torchrun train.py',
    './train.sh': 'train.sh',
    'C:\\lab\\venv\\python.exe C:\\lab\\fit.py': 'python.exe fit.py',
    'yolo train data=coco8.yaml': 'yolo',
    '': '',
    '..': '',
  };
  for (const [line, name] of Object.entries(names))
    it(`calls "${line}" by its program and what that runs`, () =>
      assert.equal(commandName(line), name));

  it('holds no variable, option or value', () => {
    const line = 'WANDB_API_KEY=s3cret TOKEN=x python train.py --password hunter2 -p=abc';
    assert.equal(commandName(line), 'python train.py');
    const quoted = 'PASS="my \\" s3cret.py" KEY=\'a b\' python train.py --note="hunter2 x.py"';
    assert.equal(commandName(quoted), 'python train.py');
    assert.equal(commandName('$env:PASS="my s3cret"; python train.py'), 'python train.py');
    assert.equal(commandName(`PASS="${'s3cret '.repeat(200)}" python train.py`), '');
  });

  it('is a name for a file, whatever was typed', () => {
    assert.equal(commandName('"../../etc/<img>\u202e" x.py'), 'img x.py');
    assert.ok(commandName(`${'a/b'.repeat(500)}.py ${'x'.repeat(5000)}.py`).length <= 60);
  });
});
