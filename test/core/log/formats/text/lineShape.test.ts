import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineShape } from '../../../../../src/core/log/formats/text/lineShape';
import { LineScanner } from '../../../../../src/core/log/formats/text/scan';
import { type SlotMap, slotMapOf, valueAt } from '../../../../../src/core/log/formats/text/slotMap';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(`${text}\n`);

/** Lines read both ways: what the first of each shape said must hold for all others. */
class Both {
  readonly #shape = new LineShape();
  readonly #scan = new LineScanner();
  readonly #known = new Map<string, { coarse: number; map: SlotMap }>();
  /** Lines whose shape was known. */
  hits = 0;

  read(text: string): void {
    const bytes = utf8(text);
    const end = this.#shape.scan(bytes, 0);
    assert.equal(end, bytes.length - 1);
    if (this.#shape.hasControl) return;
    const coarse = this.#scan.scan(text);
    const key = `${this.#shape.high} ${this.#shape.low}`;
    const known = this.#known.get(key);
    if (known === undefined) {
      const map = slotMapOf(bytes, 0, end, this.#shape, this.#scan);
      if (map !== null) this.#known.set(key, { coarse, map });
      return;
    }
    this.hits++;
    assert.equal(coarse, known.coarse, text);
    assert.equal(this.#scan.count, known.map.count, text);
    for (let slot = 0; slot < this.#scan.count; slot++) {
      const value = valueAt(known.map, slot, bytes, this.#shape);
      assert.ok(Object.is(value, this.#scan.value(slot)), `${slot} of ${text}: ${value}`);
    }
  }
}

const sign = fc.constantFrom(...'.:,-/+@[(]| =%_'.split(''), '  ', '--', '==', ', ', ' - ', '\t');
const word = fc.constantFrom(
  ...'e E T x k epoch Epoch ep step batch- fold_ loss BLEU top ms s it I W rank Mon nan inf Infinity 第 轮 é µ → █ ▌ ： ( 　'.split(
    ' ',
  ),
  '\u00a0',
);
const number = fc.constantFrom(
  '0',
  '0',
  '0.0',
  '0,0',
  '0:0',
  '0-0-0',
  '0/0',
  '0e-0',
  '0x0',
  '.0',
  '-0',
);
const pattern = fc.array(fc.oneof(sign, word, { weight: 2, arbitrary: number }), {
  minLength: 1,
  maxLength: 8,
});

/** The shape of a line. */
function of(line: string): string {
  const shape = new LineShape();
  shape.scan(utf8(line), 0);
  return `${shape.high} ${shape.low}`;
}

describe('LineShape', () => {
  it('tells apart whatever the scanner of texts tells apart, and finds the same numbers', () => {
    const both = new Both();
    const digits = fc.array(fc.stringMatching(/^\d{1,5}$/), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(pattern, digits, (pieces, numbers) => {
        let at = 0;
        const drawn = (): string => numbers[at++ % 40]!;
        for (let line = 0; line < 5; line++) both.read(pieces.join('').replace(/0/g, drawn));
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 2000) },
    );
    assert.ok(both.hits > 500);
  });

  it('is one for lines that differ in their numbers, bars and units only', () => {
    const shapes = (lines: readonly string[]): number => new Set(lines.map(of)).size;
    assert.equal(shapes(['loss: 0.5, acc: 10.25', 'loss: 12.4321, acc: 7.1']), 1);
    assert.equal(shapes(['epoch1 loss 1e-05', 'epoch120 loss 2e-4']), 1);
    assert.equal(shapes([' 5%|█▌   | 1s', ' 5%|███████▌   | 3s']), 1);
    assert.equal(shapes(['[====>......] a', '[==>...........] a']), 1);
    assert.equal(shapes(['at 0x7f3a', 'at 0x1']), 1);
  });

  it('keeps names with digits apart', () => {
    for (const [one, other] of [
      ['top1: 5', 'top5: 5'],
      ['BLEU-1 5', 'BLEU-2 5'],
      ['mAP@0.5: 5', 'mAP@0.75: 5'],
      ['1:30', '1:305'],
    ])
      assert.notEqual(of(one!), of(other!));
  });
});
