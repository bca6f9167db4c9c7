import type { Counters } from './counters';
import { NUMBER, type LineScanner } from './scan';

/** Numbers at the front of a line among which the process stands. */
const MOST_LOOKED_AT = 12;
/** `[rank1]:`, `[Rank 1 | Local Rank 1]`, `[default3]:`, `[1,0]<stdout>:`; not `Rank 1: 85.2%`, which is a score. */
const BEFORE = /(?:^|[[(<|\s])(?:local |global )?(?:rank|default)[ =:_-]{0,2}$/i;
const MPI = /^\s*\[1,$/;

/** The slot that says which process of a distributed training printed the line; -1: none does. */
export function rankOf(text: string, scan: LineScanner, counters: Counters): number {
  const most = Math.min(scan.count, MOST_LOOKED_AT);
  for (let slot = 0; slot < most; slot++) {
    if (scan.kinds[slot] !== NUMBER) continue;
    const start = scan.starts[slot]!;
    const before = text.slice(Math.max(0, start - 16), start);
    const after = text.slice(scan.ends[slot], scan.ends[slot]! + 2);
    if (BEFORE.test(before) && /^(?:[\]):,|]|\s[\]|])/.test(after)) return slot;
    if (MPI.test(before) && after === ']<') return slot;
  }
  return isNumbered(text, scan, counters) ? 0 : -1;
}

/** `0: Epoch 3 …` of `srun --label`: a number of no counter in front of a line that counts. */
function isNumbered(text: string, scan: LineScanner, { epoch, step }: Counters): boolean {
  if (epoch === null && step === null) return false;
  if (epoch?.slot === 0 || step?.slot === 0) return false;
  return /^\s*\d{1,4}: /.test(text.slice(0, 24)) && scan.kinds[0] === NUMBER;
}
