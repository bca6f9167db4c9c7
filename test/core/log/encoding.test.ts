import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detectEncoding, TextStream } from '../../../src/core/log/encoding';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text as UTF-16, low byte first; `swap`: high byte first. */
function utf16(text: string, swap = false): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes[at * 2 + (swap ? 1 : 0)] = code & 0xff;
    bytes[at * 2 + (swap ? 0 : 1)] = code >> 8;
  }
  return bytes;
}

/** Bytes of a legacy encoding given as hexadecimal, with ASCII around them. */
function bytes(hex: string): Uint8Array {
  const pairs = hex.split(' ').map(pair => Number.parseInt(pair, 16));
  return Uint8Array.from([...utf8('Epoch 1 '), ...pairs, ...utf8(': 0.5\n')]);
}

function decoded(source: Uint8Array, sizes: readonly number[] = []): string {
  const stream = new TextStream(detectEncoding(source));
  let text = '';
  let from = 0;
  for (const size of [...sizes, source.length]) {
    text += stream.push(source.slice(from, from + size));
    from += size;
  }
  return text + stream.end();
}

describe('detectEncoding', () => {
  it('takes ASCII, UTF-8 and nothing at all for UTF-8', () => {
    for (const text of ['', 'loss: 0.5\n', '损失: 0.5\n', '\ufeffloss']) {
      assert.equal(detectEncoding(utf8(text)), 'utf-8');
    }
  });

  it('knows UTF-16 by its byte order mark and without one', () => {
    assert.equal(detectEncoding(utf16('\ufeffEpoch 1')), 'utf-16le');
    assert.equal(detectEncoding(utf16('\ufeffEpoch 1', true)), 'utf-16be');
    assert.equal(detectEncoding(utf16('Epoch 1, loss 0.5')), 'utf-16le');
    assert.equal(detectEncoding(utf16('Epoch 1, loss 0.5', true)), 'utf-16be');
  });

  it('stays with UTF-8 where a few characters are torn, or the head cuts one', () => {
    const torn = Uint8Array.from([...utf8('█'.repeat(40)), 0xe2, 0x96, 0x0a]);
    assert.equal(detectEncoding(torn), 'utf-8');
    assert.equal(detectEncoding(utf8('损失损失').slice(0, -1)), 'utf-8');
  });

  it('tells the encodings of East Asia and of Western Europe apart', () => {
    assert.equal(detectEncoding(bytes('d1 b5 c1 b7 cb f0 ca a7 d1 e9 d6 a4')), 'gb18030');
    assert.equal(detectEncoding(bytes('bc d5 bd c7 20 b0 cb c1 f5')), 'euc-kr');
    assert.equal(
      detectEncoding(bytes('8a 77 8f 4b 82 cc 91 b9 8e b8 82 f0 83 8d 83 4f')),
      'shift_jis',
    );
    assert.equal(detectEncoding(bytes('63 61 66 e9 20 72 e9 73 75 6d e9')), 'windows-1252');
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), source => {
        assert.equal(typeof decoded(source), 'string');
      }),
    );
  });
});

describe('TextStream', () => {
  it('decodes what was detected', () => {
    assert.equal(decoded(bytes('d1 b5 c1 b7 cb f0 ca a7')), 'Epoch 1 训练损失: 0.5\n');
  });

  it('gives the same text however the bytes are cut, half a character included', () => {
    const source = utf8('损失: 0.5 😀 é\n'.repeat(3));
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 })), sizes => {
        assert.equal(decoded(source, sizes), decoded(source));
      }),
    );
  });

  it('reads an encoding that nobody knows as UTF-8', () => {
    assert.equal(new TextStream('klingon-1').push(utf8('é')), 'é');
  });
});
