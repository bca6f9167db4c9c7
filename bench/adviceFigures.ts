/** What score.mjs computes from a curve, and means over repositories of the means inside them. */

export function minimised(curve: { goal: 'min' | 'max'; val: readonly number[] }): number[] {
  return curve.val.map(v => (curve.goal === 'min' ? v : -v));
}

export function argmin(y: readonly number[], to = y.length): number {
  let best = 0;
  for (let i = 1; i < to; i++) if (y[i]! < y[best]!) best = i;
  return best;
}

export function range(y: readonly number[]): number {
  return Math.max(...y) - Math.min(...y) || 1;
}

/** What a second training would show: running median of three, then a centred triangle about a tenth of the run wide. */
export function expected(y: readonly number[]): number[] {
  const n = y.length;
  const h = (n < 12 ? 3 : Math.max(3, Math.min(31, 2 * Math.floor(n / 20) + 1))) >> 1;
  const middle = (a: number, b: number, c: number): number =>
    Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  const z = y.map((v, i) => (n >= 5 && i > 0 && i < n - 1 ? middle(y[i - 1]!, v, y[i + 1]!) : v));
  if (n > 1) z[n - 1] = (y[n - 2]! + y[n - 1]!) / 2;
  return z.map((_, i) => {
    const k = i >= h && i <= n - 1 - h ? h : Math.max(Math.min(i, n - 1 - i), 1);
    let sum = 0;
    let weights = 0;
    for (let j = Math.max(0, i - k); j <= Math.min(n - 1, i + k); j++) {
      const weight = k + 1 - Math.abs(j - i);
      sum += weight * z[j]!;
      weights += weight;
    }
    return sum / weights;
  });
}

export function clamp(count: number, n: number): number {
  return Math.max(1, Math.min(n, Math.round(count)));
}

export function holds(range: { low: number; high: number }, value: number): number {
  return range.low <= value && value <= range.high ? 100 : 0;
}

/** What training to the suggested count costs on a curve, in percent of its range, and what it saves; `best` is what the range should hold. */
export function paid(
  y: readonly number[],
  said: { epochs: number; low: number; high: number } | null,
  best: number,
): { silent: number; regret: number; saved: number; holds: number; width: number } {
  const n = y.length;
  const at = said ? clamp(said.epochs, n) : n;
  return {
    silent: said ? 0 : 100,
    regret: (100 * (y[at - 1]! - Math.min(...y))) / range(y),
    saved: 100 * (1 - at / n),
    holds: said ? holds(said, best) : 0,
    width: said ? (100 * (said.high - said.low)) / n : NaN,
  };
}

/** Named figures by repository. NaN is left out. */
export class Figures {
  readonly #byName = new Map<string, Map<string, number[]>>();
  #count = 0;

  add(repo: string, figures: Readonly<Record<string, number>>): void {
    this.#count++;
    for (const [name, value] of Object.entries(figures)) {
      if (!Number.isFinite(value)) continue;
      const repos = this.#byName.get(name) ?? new Map<string, number[]>();
      repos.set(repo, [...(repos.get(repo) ?? []), value]);
      this.#byName.set(name, repos);
    }
  }

  /** `name macro (micro)` of each. */
  print(title: string): void {
    const told = [...this.#byName].map(([name, repos]) => {
      const macro = mean([...repos.values()].map(mean));
      return `${name} ${macro.toFixed(2)} (${mean([...repos.values()].flat()).toFixed(2)})`;
    });
    console.log(`${title}: ${this.#count} · ${told.join(' · ')}`);
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}
