/** Something measured beside a reference in the same run, so that the machine does not matter. */
export interface Contest {
  readonly name: string;
  /** How many bytes one round reads; null where that says nothing. */
  readonly bytes: number | null;
  /** Each returns a number that the other must return too: both did the same work. */
  readonly ours: () => number;
  readonly reference: { readonly name: string; readonly run: () => number };
  /** Ours may take this many times as long as the reference. Loose: it finds mistakes, not noise. */
  readonly limit: number;
}

/** Something with no peer: a limit in milliseconds. */
export interface Budget {
  readonly name: string;
  /** What is to be there before each round, and is not timed. */
  readonly prepare?: () => unknown;
  readonly work: () => unknown;
  readonly limit: number;
}

/** One line of the table. Times in milliseconds, medians over the rounds. */
export interface Outcome {
  readonly name: string;
  readonly ours: number;
  /** Of `ours`, where that is no time. */
  readonly unit?: string;
  readonly speed: string;
  readonly reference: string;
  readonly theirs: number | null;
  /** Ours in times of the reference, or of the limit in milliseconds. */
  readonly ratio: number;
  readonly limit: string;
  readonly kept: boolean;
}

const ROUNDS = 7;

function time(work: () => unknown): number {
  globalThis.gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Runs both in turn, after a round each to warm up. Throws when they disagree about the data. */
export function hold({ name, bytes, ours, reference, limit }: Contest): Outcome {
  const [own, other] = [ours(), reference.run()];
  if (own !== other) throw new Error(`${name}: ${own} values, ${reference.name} has ${other}`);
  const times = Array.from({ length: ROUNDS }, () => [time(ours), time(reference.run)] as const);
  const mine = median(times.map(([first]) => first));
  const theirs = median(times.map(([, second]) => second));
  return {
    name,
    ours: mine,
    speed: bytes === null ? '' : `${Math.round(bytes / 1000 / mine)} MB/s`,
    reference: reference.name,
    theirs,
    ratio: mine / theirs,
    limit: `${Number(limit.toFixed(2))} ×`,
    kept: mine / theirs <= limit,
  };
}

/** Runs one thing against the clock. */
export function spend({ name, prepare, work, limit }: Budget): Outcome {
  const once = (): number => {
    prepare?.();
    return time(work);
  };
  once();
  return spent(name, median(Array.from({ length: ROUNDS }, once)), limit);
}

/** Rounds of what takes no longer than a blink, before and while it is timed. */
const MANY = 200;

/** The same of something that is done again and again, as it is once the engine knows it. */
export function spendOften({ name, prepare, work, limit }: Budget): Outcome {
  const times = Array.from({ length: 2 * MANY }, () => {
    prepare?.();
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return spent(name, median(times.slice(MANY)), limit);
}

function spent(name: string, ours: number, limit: number): Outcome {
  return {
    name,
    ours,
    speed: '',
    reference: '',
    theirs: null,
    ratio: ours / limit,
    limit: `${limit} ms`,
    kept: ours <= limit,
  };
}
