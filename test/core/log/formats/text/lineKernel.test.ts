import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineKernel, SAID, SLOW } from '../../../../../src/core/log/formats/text/lineKernel';
import type { KnownShape } from '../../../../../src/core/log/formats/text/knownShapes';
import { LinePaths } from '../../../../../src/core/log/formats/text/linePaths';
import { LineShape } from '../../../../../src/core/log/formats/text/lineShape';
import { NOTHING, type Plan } from '../../../../../src/core/log/formats/text/plan';
import { LineScanner } from '../../../../../src/core/log/formats/text/scan';
import { slotMapOf } from '../../../../../src/core/log/formats/text/slotMap';
import { Template } from '../../../../../src/core/log/formats/text/template';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What asks for every number of a line. */
const ALL: Plan = {
  ...NOTHING,
  cells: { slots: [], label: '', piped: false, total: -1, bar: null },
};

/** Paths that know the lines they were told. */
class Known {
  readonly shape = new LineShape();
  readonly paths = new LinePaths(this.shape);
  readonly scan = new LineScanner();

  tell(line: string): void {
    const bytes = utf8(`${line}\n`);
    const end = this.shape.scan(bytes, 0);
    this.scan.scan(line);
    const slots = slotMapOf(bytes, 0, end, this.shape, this.scan);
    if (slots === null) return;
    const known: KnownShape = { template: new Template(ALL), slots, paths: 0 };
    this.paths.add(bytes, 0, end, known);
  }
}

/** The lines that the kernel takes from the beginning of a text, with their numbers; `null` for numbers it left. */
function taken(
  kernel: LineKernel,
  { paths }: Known,
  text: string,
): { line: string; numbers: number[] | null }[] {
  const bytes = utf8(text);
  kernel.forget();
  const count = kernel.read(paths, bytes, 0, bytes.length);
  return Array.from({ length: count }, (_, index) => {
    const [shape, from, end, first] = kernel.lines.subarray(SAID * index, SAID * (index + 1));
    const line = new TextDecoder().decode(
      bytes.subarray(from! - kernel.offset, end! - kernel.offset),
    );
    if (shape! >= SLOW) return { line, numbers: null };
    const asked = paths.shapeAt(shape!).asked!.count;
    return { line, numbers: [...kernel.values.subarray(first, first! + asked)] };
  });
}

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }).map(String),
  fc.float({ noNaN: true, noDefaultInfinity: true, min: 0, max: 4 }).map(String),
  fc.double({ min: 0, max: 10, noNaN: true }).map(value => value.toExponential(5)),
  fc.nat().map(value => String(value).padStart(4, '0')),
  fc.bigInt({ min: 0n, max: 10n ** 25n }).map(String),
);

describe('the kernel for lines', () => {
  it('reads the numbers of known lines bit for bit as they are read as text, or leaves them', () => {
    const kernel = new LineKernel();
    const scan = new LineScanner();
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 40 }), pairs => {
        const known = new Known();
        const lines = pairs.map(([first, second]) => `step ${first} | loss: ${second} done`);
        for (const line of lines) known.tell(line);
        for (const { line, numbers } of taken(kernel, known, `${lines.join('\n')}\n`)) {
          scan.scan(line);
          numbers?.forEach((value, slot) => {
            assert.ok(Object.is(value, scan.value(slot)), `${line}: ${value}`);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes lines of known shapes whatever their numbers, gaps and bars, and stops before any other', () => {
    const known = new Known();
    for (const line of ['epoch 1: loss 0.5 acc 50%', '10%|█  | 1/10', 'a = 1.5', ''])
      known.tell(line);
    const text = 'epoch 22: loss 12.25 acc 7%\n\n99%|███  | 8/10\r\na = 007.5\nb = 1\na = 1.5\n';
    assert.deepEqual(taken(new LineKernel(), known, text), [
      { line: 'epoch 22: loss 12.25 acc 7%', numbers: [22, 12.25, 7] },
      { line: '', numbers: [] },
      { line: '99%|███  | 8/10', numbers: [99, 8, 10] },
      { line: 'a = 007.5', numbers: [7.5] },
    ]);
  });

  it('knows the paths of whoever asks, though many share it and their paths begin anew', () => {
    const kernel = new LineKernel();
    const [one, other] = [new Known(), new Known()];
    one.tell('a = 1');
    other.tell('b = 1');
    assert.equal(taken(kernel, one, 'a = 2\nb = 2\n').length, 1);
    assert.equal(taken(kernel, other, 'b = 2\na = 2\n').length, 1);
    one.tell('a = b 1');
    assert.equal(taken(kernel, one, 'a = b 2\na = 2\n').length, 2);
    // Each begins unlike all others, and takes a node for each byte.
    for (let at = 0; at < 40; at++)
      one.tell(`${String.fromCharCode(65 + at)} ${'. , '.repeat(900)} 1`);
    one.tell('z = 1');
    assert.equal(taken(kernel, one, 'z = 2\n').length, 1);
  });

  it('takes no more lines and numbers at once than it has room for, and goes on behind them', () => {
    const kernel = new LineKernel();
    const known = new Known();
    const line = Array.from({ length: 200 }, (_, at) => `v${'abcdefghij'[at % 10]}= ${at}`).join(
      ' ',
    );
    known.tell(line);
    const bytes = utf8(`${line}\n`.repeat(400));
    kernel.forget();
    let lines = 0;
    for (let at = 0; at < bytes.length; at = kernel.stopped) {
      const count = kernel.read(known.paths, bytes, at, bytes.length);
      assert.ok(count > 0);
      const last = kernel.lines[SAID * (count - 1) + 3]!;
      assert.equal(kernel.values[last + 199], 199);
      lines += count;
    }
    assert.equal(lines, 400);
  });
});
