import assert from 'node:assert/strict';
import { KeptOutput } from '../../../src/core/log/keptOutput';
import { axisValues } from '../../../src/core/run/axis';
import { FollowedFile } from '../../../src/core/run/followedFile';

const epochs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => {
    const epoch = from + at;
    return `Epoch ${epoch}/900 - loss: ${(2 / epoch).toFixed(5)} - val_loss: ${(3 / epoch).toFixed(5)}\r\n`;
  }).join('');
/** More than is kept, without a curve in it. */
const noise = (lines: number) => `${'~'.repeat(98)}\r\n`.repeat(lines);
const NOISE = 50_000;

const labels = ({ runs: [run] }: FollowedFile) =>
  run?.series[0] ? [...axisValues(run, run.series[0], 'epoch')] : [];
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

describe('KeptOutput', () => {
  it('gives back what was printed, however it was cut, within a character too', async () => {
    const output = new KeptOutput();
    const text = 'Epoche 1 · Verlust 0,5 😀\n'.repeat(9000);
    for (let at = 0; at < text.length; at += 7) output.append(text.slice(at, at + 7));
    const whole = new TextEncoder().encode(text);
    assert.equal(output.size, whole.length);
    assert.deepEqual(await output.read(0, output.size + 10), whole);
    assert.deepEqual(await output.read(65_530, 65_550), whole.slice(65_530, 65_550));
  });

  it('keeps some megabytes of a long output, and the numbers of all lines', () => {
    const output = new KeptOutput();
    output.append(epochs(1, 5));
    for (let turn = 0; turn < 4; turn++) output.append(noise(NOISE));
    output.append(epochs(6, 7));
    const { text } = output;
    assert.ok(output.size > 20_000_000);
    assert.ok(text.length < 5_000_000, `${text.length} characters are shown`);
    const lines = text.split(/\r\n|\r|\n/);
    assert.match(lines[4]!, /^Epoch 5\/900/);
    assert.match(lines[4 * NOISE + 5]!, /^Epoch 6\/900/);
  });

  it('loses no point of who follows it, and none that is kept of who reads it later', async () => {
    const output = new KeptOutput();
    const follower = new FollowedFile('train.log', output);
    for (let turn = 0; turn < 6; turn++) {
      output.append(epochs(turn * 10 + 1, turn * 10 + 10));
      for (let part = 0; part < 4; part++) {
        output.append(noise(NOISE / 10));
        await follower.update();
      }
    }
    for (let part = 0; part < 10; part++) {
      output.append(noise(NOISE / 10));
      await follower.update();
    }
    output.append(epochs(61, 64));
    output.end('finished');
    await follower.update();
    assert.deepEqual(labels(follower), upTo(64));
    const later = new FollowedFile('train.log', output);
    await later.update();
    assert.deepEqual(labels(later), [...upTo(10), 61, 62, 63, 64]);
    assert.deepEqual(later.problems, follower.problems);
  });

  it('is written until its writer ends, however long it is silent, and then as that ended', async () => {
    const output = new KeptOutput(0);
    output.append(epochs(1, 8), 0);
    const file = new FollowedFile('train.log', output);
    await file.update(1000);
    assert.equal(file.runs[0]!.status, 'running');
    assert.equal(await file.update(9_000_000), false);
    assert.equal(file.runs[0]!.status, 'running');
    output.append('Epoch 9/900 - loss: 0.1 - val_loss: 0.2', 9_000_000);
    output.end('interrupted');
    assert.equal(await file.update(9_000_001), true);
    assert.equal(file.runs[0]!.status, 'interrupted');
    assert.deepEqual(labels(file), upTo(9));
  });

  it('ends once: whoever stops following it afterwards does not make it interrupted', async () => {
    const output = new KeptOutput(0);
    output.append(epochs(1, 8), 0);
    const file = new FollowedFile('train.log', output);
    output.end('finished');
    await file.update(1000);
    output.end('interrupted');
    assert.equal(await file.update(2000), false);
    assert.equal(file.runs[0]!.status, 'finished');
  });

  it('shows no terminal control', () => {
    const output = new KeptOutput();
    output.append('\x1b[32mok\x1b[0m\x1b]633;C\x07 1\r 50%\r100%\n\x08a\n');
    assert.equal(output.text, 'ok 1\r 50%\r100%\na\n');
  });
});
