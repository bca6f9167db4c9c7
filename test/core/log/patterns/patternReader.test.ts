import assert from 'node:assert/strict';
import type { LogFormat } from '../../../../src/core/log/format';
import { PatternReader } from '../../../../src/core/log/patterns/patternReader';
import { patternsFrom } from '../../../../src/core/log/patterns/patternsFrom';
import { assertChunkLaw } from '../chunkLaw';
import { read } from '../formats/reading';

function formatOf(...texts: string[]): LogFormat {
  const { patterns, problems } = patternsFrom(texts);
  assert.deepEqual(problems, []);
  return {
    id: 'patterns',
    growth: 'append',
    recognize: () => true,
    open: (_, sink) => new PatternReader(patterns, sink, 'utf-8'),
  };
}

const EPOCHS = formatOf('== round {epoch} of {planned} ==', 'on dev: L={loss:val} A={acc:val}');
const LOG = [
  'L=0.9 A=0.1',
  '== round 1 of 3 ==',
  'on dev: L=0.8 A=0.5',
  'something else 0.3',
  '== round 2 of 3 ==',
  'on dev: L=0.7 A=nan',
].join('\n');

describe('the reader of patterns', () => {
  it('reads the lines that a pattern matches, and nothing else', () => {
    const { records, marks } = read(EPOCHS, 'x.log', LOG);
    assert.deepEqual(records, [
      {
        line: 3,
        fields: { 'epoch: epoch': 1, 'loss (validation)': 0.8, 'acc (validation)': 0.5 },
      },
      {
        line: 6,
        fields: { 'epoch: epoch': 2, 'loss (validation)': 0.7, 'acc (validation)': NaN },
      },
    ]);
    assert.deepEqual(marks, [{ kind: 'planned', count: 3, unit: 'epoch', line: 2 }]);
  });

  it('reads the same however the bytes are cut', () => {
    assertChunkLaw(EPOCHS, 'x.log', LOG);
    assertChunkLaw(EPOCHS, 'x.log', LOG.replaceAll('\n', '\r\n'));
  });

  it('asks the patterns in their order', () => {
    const format = formatOf('loss {first}', 'loss {second}');
    assert.deepEqual(read(format, 'x.log', 'loss 1').records, [{ line: 1, fields: { first: 1 } }]);
  });

  it('counts in what the axis is called', () => {
    const format = formatOf('#{round} rmse {rmse} of {planned}');
    assert.deepEqual(read(format, 'x.log', '#0 rmse 3 of 100\n#1 rmse 2 of 100').marks, [
      { kind: 'unit', unit: 'round', line: 1 },
      { kind: 'planned', count: 100, unit: 'round', line: 1 },
    ]);
  });

  it('takes a total that is the last label for one less than what is planned', () => {
    const format = formatOf('epoch {epoch}/{planned} loss {loss}');
    assert.deepEqual(read(format, 'x.log', 'epoch 0/99 loss 1\nepoch 1/99 loss 1').marks, [
      { kind: 'epoch-base', base: 0, line: 1 },
      { kind: 'planned', count: 100, unit: 'epoch', line: 1 },
    ]);
  });

  it('begins a run where the number of the run changes', () => {
    const format = formatOf('fold {run}', 'loss {loss}');
    const { marks } = read(format, 'x.log', 'fold 0\nloss 1\nfold 0\nloss 2\nfold 1\nloss 3');
    assert.deepEqual(marks, [
      { kind: 'run', name: 'run 0', line: 1 },
      { kind: 'run', name: 'run 1', line: 5 },
    ]);
  });

  it('forgets the step where the epoch moves on', () => {
    const format = formatOf('e{epoch}', 's{step} loss {loss}', 'val {val_loss}');
    const { records } = read(format, 'x.log', 'e1\ns10 loss 1\nval 2\ne2\nval 3');
    assert.deepEqual(
      records.map(({ fields }) => fields),
      [
        { 'epoch: epoch': 1, 'step: step': 10, loss: 1 },
        { 'epoch: epoch': 1, 'step: step': 10, val_loss: 2 },
        { 'epoch: epoch': 2, val_loss: 3 },
      ],
    );
  });

  it('says how many lines each pattern matched, the first and the last', () => {
    const { patterns } = patternsFrom(['L={loss} {*}', 'none {x}']);
    const sink = { record: () => undefined, mark: () => undefined, problem: () => undefined };
    const reader = new PatternReader(patterns, sink, 'utf-8');
    reader.push(new TextEncoder().encode('L=1\nother\nL=2 a\nL=3'));
    reader.end();
    assert.deepEqual(
      reader.matches.map(({ lines, first, last }) => ({ lines, first, last })),
      [
        { lines: 3, first: { line: 1, values: [1] }, last: { line: 4, values: [3] } },
        { lines: 0, first: null, last: null },
      ],
    );
  });
});
