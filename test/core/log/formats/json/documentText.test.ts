import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { DocumentText } from '../../../../../src/core/log/formats/json/documentText';
import { headOf } from '../../../../../src/core/run/logReading';

function taken(content: string, sizes: readonly number[] = [], largest?: number): string {
  const bytes = new TextEncoder().encode(content);
  const text = new DocumentText(headOf('a.json', bytes, true), largest);
  let from = 0;
  for (const size of [...sizes, bytes.length]) {
    text.push(bytes.slice(from, from + size));
    from += size;
  }
  return text.take();
}

const picture = 'iVBORw0KGgo\\n'.repeat(50_000);

describe('DocumentText', () => {
  it('gives the text of a document as it is', () => {
    const document = JSON.stringify({ loss: [0.5, 0.4], note: 'a "quoted\\" word', wide: '损失' });
    assert.equal(taken(document), document);
  });

  it('keeps long texts, and of a picture only its beginning', () => {
    const log = 'Epoch 1 loss 0.5\n'.repeat(20_000);
    const document = JSON.stringify({ log, picture: '#', after: [1, 2] }).replace('#', picture);
    const kept = JSON.parse(taken(document)) as { log: string; picture: string; after: number[] };
    assert.equal(kept.log, log);
    assert.deepEqual(kept.after, [1, 2]);
    assert.ok(picture.startsWith(kept.picture.replaceAll('\n', '\\n')));
    assert.ok(kept.picture.length < 70_000);
  });

  it('cuts no escape in two, wherever a picture begins to be too long', () => {
    for (let before = 0; before < 14; before++) {
      const document = `{"a":"${'x'.repeat(before)}${'\\"y'.repeat(50_000)}","b":1}`;
      assert.equal((JSON.parse(taken(document)) as { b: number }).b, 1);
    }
  });

  it('gives the same however the bytes are cut', () => {
    const document = `{"a":"${picture}","b":"text ${'\\"'.repeat(70_000)} text","c":1}`;
    const whole = taken(document);
    const sizes = fc.array(fc.nat(200_000), { maxLength: 12 });
    fc.assert(fc.property(sizes, cut => assert.equal(taken(document, cut), whole)));
  });

  it('keeps no more than the largest number of characters, and says so', () => {
    const bytes = new TextEncoder().encode('["a b c d e f"]');
    const text = new DocumentText(headOf('a.json', bytes, true), 10);
    text.push(bytes);
    assert.deepEqual([text.take(), text.cutAt], ['["a b c d ', 10]);
    assert.equal(taken('[1, 2, 3]', [], 9), '[1, 2, 3]');
  });
});
