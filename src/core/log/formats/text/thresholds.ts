const MINUS = 45;
const POINT = 46;
const COLON = 58;

/** Where what stands behind `@` in `mAP@.5:.95` and `Acc@1` ends, from `from` on. `codeAt` gives NaN or 0 behind the end. Linear. */
export function thresholdEnd(codeAt: (at: number) => number, from: number): number {
  for (let at = from; ; at++) {
    const code = codeAt(at);
    if (code === COLON ? !isRange(codeAt, from, at) : !isPart(code)) return at;
  }
}

/** A colon joins two thresholds, `@.5:.95`, `@50:95`; behind `hit@10:` stands the value. */
function isRange(codeAt: (at: number) => number, from: number, colon: number): boolean {
  for (let at = from; at < colon; at++) if (codeAt(at) === POINT) return true;
  const third = codeAt(colon + 3);
  return (
    isDigit(codeAt(colon + 1)) && isDigit(codeAt(colon + 2)) && third !== POINT && !isDigit(third)
  );
}

function isPart(code: number): boolean {
  return isDigit(code) || code === POINT || code === MINUS;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
