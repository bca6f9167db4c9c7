import assert from 'node:assert/strict';
import { patternsFrom } from '../../../src/core/log/patterns/patternsFrom';
import { LogReading } from '../../../src/core/run/logReading';

function readingOf(content: string, ...texts: string[]): LogReading {
  const { patterns } = patternsFrom(texts);
  const reading = new LogReading('train.log', { patterns });
  const bytes = new TextEncoder().encode(content);
  reading.start(bytes.subarray(0, 40), false);
  reading.bytes(bytes);
  reading.end();
  return reading;
}

const LOG = [
  'Epoch 1/3 loss: 0.9',
  '>> A 0.5 B 7',
  'Epoch 2/3 loss: 0.8',
  '>> A 0.6 B 6',
  'Epoch 3/3 loss: 0.7',
  '>> A 0.7 B 5',
].join('\n');

const curvesOf = (reading: LogReading): string[][] =>
  reading
    .runs()
    .map(run => run.series.map(({ name, split, count }) => `${name} ${split} ${count}`));

describe('a log and the patterns of the user', () => {
  it('is read by them alone as soon as one matches a line, wherever that is', () => {
    const reading = readingOf(LOG, '>> A {accuracy:val} B {kl}');
    assert.deepEqual(curvesOf(reading), [['accuracy validation 3', 'kl validation 3']]);
    assert.equal(reading.runs()[0]!.format, 'patterns');
  });

  it('keeps what other lines say of how long it was planned to be and how it ended', () => {
    const [run] = readingOf(LOG, '>> A {accuracy:val} B {kl}').runs();
    assert.deepEqual([run!.plannedEpochs, run!.status], [3, 'finished']);
  });

  it('is read as ever where none matches', () => {
    const reading = readingOf(LOG, 'no such line {x}');
    assert.deepEqual(curvesOf(reading), curvesOf(readingOf(LOG)));
    assert.equal(reading.matches[0]!.lines, 0);
  });

  it('is no text where its format is another one: patterns do not matter', () => {
    const reading = new LogReading('a.json', { patterns: patternsFrom(['{x}']).patterns });
    const bytes = new TextEncoder().encode('{"loss": [1, 0.5, 0.2], "val_loss": [1, 2, 3]}');
    reading.start(bytes, true);
    reading.bytes(bytes);
    reading.end();
    assert.deepEqual(reading.matches, []);
    assert.equal(reading.runs().length, 1);
  });
});
