import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { text } from '../../../../../src/core/log/formats/text';
import { assertChunkLaw } from '../../chunkLaw';
import { read } from '../reading';

const corpus = join('..', 'shared', 'corpus', 'text');

describe('the text reader, however the bytes are cut', () => {
  it('says the same of lines, redraws, tables and settings', () => {
    const lines = [
      "Namespace(lr=0.1, epochs=3, name='é中')\r",
      'Epoch 0/2',
      '\r 1/9 [>....] - loss: 0.9\r 9/9 [=====] - loss: 0.5 - val_loss: 0.6',
      'epoch  损失  val_loss',
      '1  0.4  0.5',
      '\u001b[1m--> EVAL\u001b[0m',
      '| time/ | |',
      '| steps | 5 |',
      'Epoch 1: loss nan, acc 10%',
      'half a line 0.',
    ];
    assertChunkLaw(text, 'train.log', lines.join('\n'));
  });

  it('says the same of a text in UTF-16', () => {
    const wide = Uint8Array.from(
      Buffer.from('\ufeffEpoch 1 loss 0.5\r\nEpoch 2 loss 0.4\r\n', 'utf16le'),
    );
    assertChunkLaw(text, 'train.log', wide);
    assert.equal(read(text, 'train.log', wide).records.length, 2);
  });

  it('says the same of any text made of what logs are made of, and never fails', () => {
    const words =
      'epoch Epoch step loss val_loss acc: = 1 2 0.5 nan 3/10 [4/9] | , - \n \r \t ( ) [ ] { } % █ 第 轮 saving best fold 10:20:30'.split(
        / /,
      );
    const piece = fc.oneof(fc.constantFrom(...words, ' '), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        assertChunkLaw(text, 'train.log', pieces.join(' '), 2);
      }),
      { numRuns: 60 },
    );
  });

  it('says the same of real logs', function () {
    if (!existsSync(corpus)) this.skip();
    const kinds = readdirSync(corpus).filter(kind => kind !== 'negative');
    for (const kind of kinds) {
      const name = readdirSync(join(corpus, kind)).find(file => !file.endsWith('.expected.json'));
      const bytes = readFileSync(join(corpus, kind, name!)).subarray(0, 5_000);
      assertChunkLaw(text, name!, new Uint8Array(bytes), 1);
    }
  });
});

describe('the text reader on hostile text', () => {
  it('reads a line of ten million characters, and says that it cut it', () => {
    const heard = read(
      text,
      'a.log',
      `Epoch 1 loss 0.5\n${'loss: 0.5, '.repeat(1_000_000)}\nEpoch 2 loss 0.4\n`,
    );
    assert.equal(heard.problems[0]?.code, 'too-long-line');
    assert.equal(heard.records.at(-1)?.line, 3);
  });

  it('reads lines with long runs of one sign, in which a search could begin anywhere', () => {
    // Quadratic patterns took ten seconds and more for each of these lines; mocha gives up after two.
    const signs = [' ', '\t', '#', '=', '-', '.', '|', '!', '+', '"', '%', '> ', ': '];
    const lines = signs.flatMap((sign, at) => {
      const run = sign.repeat(16_000);
      return [`Epoch ${at + 1} loss 0.5`, `Epoch ${at + 1}: ${run} 7 ${run}.`];
    });
    const heard = read(text, 'a.log', lines.join('\n'));
    assert.deepEqual(
      heard.records.filter(({ fields }) => fields['loss'] === 0.5).map(({ line }) => line),
      signs.map((_, at) => 2 * at + 1),
    );
  });

  it('reads lines of which each has a shape of its own', () => {
    const shape = (at: number): string =>
      at.toString(36).replace(/\d/g, digit => 'qwertyuiop'[Number(digit)]!);
    const lines = Array.from({ length: 30_000 }, (_, at) => `${shape(at)} foo ${at}`);
    const heard = read(text, 'a.log', [...lines, 'Epoch 1 loss 0.5'].join('\n'));
    assert.deepEqual(
      heard.records.map(record => record.fields),
      [{ 'epoch: Epoch': 1, loss: 0.5 }],
    );
  });
});
