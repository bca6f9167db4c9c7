import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { KnownShape } from '../../../../../src/core/log/formats/text/knownShapes';
import { LinePaths } from '../../../../../src/core/log/formats/text/linePaths';
import { LineShape } from '../../../../../src/core/log/formats/text/lineShape';
import { NOTHING } from '../../../../../src/core/log/formats/text/plan';
import { NO_SLOTS } from '../../../../../src/core/log/formats/text/slotMap';
import { Template } from '../../../../../src/core/log/formats/text/template';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(`${text}\n`);

/** Lines read by their paths and by their hashes. */
class Both {
  readonly #shape = new LineShape();
  readonly #ofPath = new LineShape();
  readonly #paths = new LinePaths(this.#ofPath);
  readonly #known = new Map<string, KnownShape>();
  /** Lines whose path was known. */
  hits = 0;

  read(bytes: Uint8Array): void {
    const end = this.#shape.scan(bytes, 0);
    const key = `${this.#shape.high} ${this.#shape.low}`;
    const shown = new TextDecoder().decode(bytes);
    const found = this.#paths.match(bytes, 0);
    if (found < 0) this.#add(bytes, key);
    else {
      this.hits++;
      assert.equal(found, end, shown);
      assert.ok(!this.#shape.hasControl, shown);
      assert.equal(this.#paths.found, this.#known.get(key), shown);
      assert.deepEqual(runsOf(this.#ofPath), runsOf(this.#shape), shown);
    }
  }

  #add(bytes: Uint8Array, key: string): void {
    const known = this.#known.get(key) ?? {
      template: new Template(NOTHING),
      slots: NO_SLOTS,
      paths: 0,
    };
    this.#known.set(key, known);
    this.#paths.add(bytes, 0, this.#ofPath.scan(bytes, 0), known);
  }
}

function runsOf({ runs, starts, ends }: LineShape): number[][] {
  return [[...starts.subarray(0, runs)], [...ends.subarray(0, runs)]];
}

const digits = fc.stringMatching(/^\d{1,5}$/);
/** What lines are made of; `0` stands for digits that differ from line to line, `~` for signs that are repeated. */
const piece = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('0', '0.0', '0,0', '0:0', '0-0', '-0', '.0', '0x0', '0.'),
  },
  fc.constantFrom(...'. , : - + / @ ( [ | = _ ~ ~'.split(' '), ' ', ' ', '\t', '--', '\u00a0'),
  fc.constantFrom(
    ...'e E x T I W I0 epoch ep-0 loss top mAP@ mAP@0 mAP@- BLEU- BLEU-0 ms s Mon Jan may 第 轮 é → █ █▌ ： （ nan rank'.split(
      ' ',
    ),
  ),
  fc.constantFrom('Jan 0', 'I0000 ', '0000-00-00 ', 'Epoch: 0', '\u001b[0m'),
);
const pattern = fc.array(piece, { minLength: 1, maxLength: 9 });

describe('LinePaths', () => {
  it('knows a line only as the shape that its hash tells, with the same runs of digits', () => {
    const both = new Both();
    const numbers = fc.array(digits, { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(pattern, numbers, (pieces, drawn) => {
        let at = 0;
        const next = (): string => drawn[at++ % 30]!;
        for (let line = 0; line < 6; line++) {
          const sign = ' '.repeat(line % 3);
          both.read(utf8(pieces.join('').replace(/0/g, next).replace(/~/g, sign)));
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 2000) },
    );
    assert.ok(both.hits > 1000, `${both.hits}`);
  });

  it('says nothing wrong of bytes that are no text', () => {
    const both = new Both();
    const byte = fc.oneof(
      fc.constantFrom(...utf8('e 0.4=@-█→第: I').values(), 0xe2, 0x96, 0x88, 0xef, 0xbb, 0xbf),
      fc.integer({ min: 0, max: 255 }),
    );
    const line = fc.array(byte, { maxLength: 10 });
    fc.assert(
      fc.property(line, line, (front, rest) => {
        const plain = [...front, ...rest].filter(each => each !== 10 && each !== 13);
        for (const all of [plain, plain, plain.map(each => (each === 52 ? 55 : each))])
          both.read(Uint8Array.from([...all, 10]));
      }),
      { numRuns: 1000 },
    );
    assert.ok(both.hits > 500, `${both.hits}`);
  });

  it('follows lines that differ in their numbers, gaps and bars, whatever else begins like them', () => {
    const both = new Both();
    const lines = (at: number): string[] => [
      `2024-03-0${at} loss: 0.${at} eta: 1:0${at}`,
      `2024-03-0${at} loss: ${10 ** at} eta: ${at}s`,
      `${at}%|${'█'.repeat(at)}${' '.repeat(9 - at)}| ${at}/9`,
      `I0${at}21 Iteration${' '.repeat(at)} ${at}`,
      `Epoch ${'='.repeat(at)}> ${at}`,
    ];
    for (const line of [lines(2), lines(3)].flat()) both.read(utf8(line));
    both.hits = 0;
    for (const line of [4, 5, 6, 7].flatMap(lines)) both.read(utf8(line));
    assert.equal(both.hits, 20);
  });

  it('begins anew where there are too many paths', () => {
    const both = new Both();
    const wordOf = (at: number): string =>
      at.toString(20).replace(/\d/g, digit => 'ABCDEFGHIJ'[+digit]!);
    for (let at = 0; at < 4000; at++) both.read(utf8(`${wordOf(at)} ${wordOf(at).repeat(60)} 5`));
    both.hits = 0;
    for (let at = 3990; at < 4000; at++)
      both.read(utf8(`${wordOf(at)} ${wordOf(at).repeat(60)} 7`));
    assert.ok(both.hits > 5);
  });
});
