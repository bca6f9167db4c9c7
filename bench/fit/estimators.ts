import { halfWidth, smoothCentred } from '../../src/core/analysis/smooth';
import { argmin } from '../adviceFigures';

/** A way to choose a count on one run: costs in, count out. */
export interface Estimator {
  readonly name: string;
  readonly choose: (costs: readonly number[]) => number;
}

type Smoother = (costs: readonly number[]) => number[];

const lowestOf = (name: string, smooth: Smoother): Estimator => ({
  name,
  choose: costs => argmin(smooth(costs)) + 1,
});

/**
 * Ways that have a reason, none of them fitted: the lowest of the curve as logged, of moving averages, and of what is expected of
 * another run, which is the same curve smoothed: by its jitter (kernels on the counts) and by how runs differ in pace
 * (kernels on their logarithms, where a run that is a tenth slower is a shift). Averages over widths are for not knowing the width.
 * The middle of a posterior weighs every count by how far it is from the optimum in units of the jitter. A valley is the curve
 * that falls and then rises and is nearest to what was logged (isotonic regression on either side).
 */
export function estimators(): Estimator[] {
  const widths = [0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5];
  return [
    lowestOf('as logged', costs => [...costs]),
    ...[0.3, 0.6, 0.8, 0.9].map(w => lowestOf(`moving average ${w}`, moving(w))),
    ...[0.05, 0.1, 0.2].map(w => lowestOf(`triangle ${w}`, triangle(w))),
    ...[0.02, 0.04, 0.07, 0.1].map(w => lowestOf(`counts ${w}`, onCounts(w))),
    ...widths.map(w => lowestOf(`pace ${w}`, kernel(Math.log, w, false))),
    ...widths.map(w => lowestOf(`pace ${w}, local line`, kernel(Math.log, w, true))),
    lowestOf('pace, mean of 0.05, 0.1, 0.2', averaged([0.05, 0.1, 0.2])),
    lowestOf('pace, mean of 0.07, 0.15, 0.3, 0.6', averaged([0.07, 0.15, 0.3, 0.6])),
    ...[0.35, 0.5, 0.65, 0.8].map(q => posterior(q)),
    { name: 'valley', choose: valley },
    { name: 'valley of medians of three', choose: costs => valley([...smoothCentred(costs, 1)]) },
    ...[0.05, 0.1].flatMap(share => [0.25, 0.5, 1].map(noise => middle(share, noise))),
    { name: 'median of seven ways', choose: costs => median(seven().map(way => way(costs))) },
  ];
}

/** TensorBoard's, with its correction of the start. */
function moving(weight: number): Smoother {
  return costs => {
    let sum = 0;
    return costs.map((cost, i) => {
      sum = weight * sum + (1 - weight) * cost;
      return sum / (1 - weight ** (i + 1));
    });
  };
}

const triangle =
  (share: number): Smoother =>
  costs => [...smoothCentred(costs, Math.max(1, Math.floor(share * costs.length)))];

const onCounts =
  (share: number): Smoother =>
  costs =>
    kernel(count => count / costs.length, share, false)(costs);

/** A normal kernel of deviation `width` on the axis `along`; with `line`, a straight line is fitted under it. */
function kernel(along: (count: number) => number, width: number, line: boolean): Smoother {
  return costs => {
    const x = costs.map((_, i) => along(i + 1));
    const cell = x.map((at, i) => (i > 0 ? at - x[i - 1]! : x[1]! - at));
    return x.map(centre => under(x, cell, costs, centre, width, line));
  };
}

function under(
  x: readonly number[],
  cell: readonly number[],
  costs: readonly number[],
  centre: number,
  width: number,
  line: boolean,
): number {
  let [w0, w1, w2, y0, y1] = [0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const u = (x[i]! - centre) / width;
    if (u < -4 || u > 4) continue;
    const w = cell[i]! * Math.exp(-(u * u) / 2);
    w0 += w;
    w1 += w * u;
    w2 += w * u * u;
    y0 += w * costs[i]!;
    y1 += w * u * costs[i]!;
  }
  const det = w0 * w2 - w1 * w1;
  return line && det > 1e-9 * w0 * w0 ? (w2 * y0 - w1 * y1) / det : y0 / w0;
}

function averaged(widths: readonly number[]): Smoother {
  return costs => {
    const all = widths.map(width => kernel(Math.log, width, false)(costs));
    return costs.map((_, i) => all.reduce((sum, smooth) => sum + smooth[i]!, 0));
  };
}

/** The `q`-quantile of the counts, each weighed by exp(−distance of its smoothed cost from the optimum, in tenths of the jitter). */
function posterior(q: number): Estimator {
  return {
    name: `posterior, quantile ${q}`,
    choose: costs => {
      const smooth = smoothCentred(costs, halfWidth(costs.length));
      const least = Math.min(...smooth);
      const scale = Math.max(jitter(costs) / 10, 1e-12);
      const weights = smooth.map(cost => Math.exp((least - cost) / scale));
      const all = weights.reduce((sum, weight) => sum + weight, 0);
      let sum = 0;
      return weights.findIndex(weight => (sum += weight) >= q * all) + 1;
    },
  };
}

/** Robust deviation from the neighbours' mean. */
function jitter(costs: readonly number[]): number {
  const off = costs.slice(1, -1).map((cost, i) => Math.abs(cost - (costs[i]! + costs[i + 2]!) / 2));
  const ascending = off.sort((a, b) => a - b);
  return 1.4826 * Math.sqrt(2 / 3) * (ascending[ascending.length >> 1] ?? 0);
}

/** The middle of the counts around the smoothed optimum that are within so many deviations of it. */
function middle(share: number, noise: number): Estimator {
  return {
    name: `middle of what is within ${noise} deviations, triangle ${share}`,
    choose: costs => {
      const smooth = triangle(share)(costs);
      const best = argmin(smooth);
      const limit = smooth[best]! + noise * jitter(costs);
      let [from, to] = [best, best];
      while (from > 0 && smooth[from - 1]! <= limit) from--;
      while (to < smooth.length - 1 && smooth[to + 1]! <= limit) to++;
      return (from + to) / 2 + 1;
    },
  };
}

/** The end of the fall for which a fall and a rise together are nearest to the costs, by least squares. */
function valley(costs: readonly number[]): number {
  const falling = misfits(costs);
  const rising = misfits([...costs].reverse()).reverse();
  return argmin(falling.map((misfit, i) => misfit + (rising[i + 1] ?? 0))) + 1;
}

/** Squared distance of every prefix from the curve nearest to it that never rises (pool adjacent violators). */
function misfits(costs: readonly number[]): number[] {
  const blocks: { mean: number; size: number; off: number }[] = [];
  return costs.map(cost => {
    let block = { mean: cost, size: 1, off: 0 };
    while (blocks.length > 0 && blocks.at(-1)!.mean < block.mean) {
      const before = blocks.pop()!;
      const size = before.size + block.size;
      const apart = ((before.mean - block.mean) ** 2 * before.size * block.size) / size;
      const mean = (before.mean * before.size + block.mean * block.size) / size;
      block = { mean, size, off: before.off + block.off + apart };
    }
    blocks.push(block);
    return blocks.reduce((sum, { off }) => sum + off, 0);
  });
}

/** The lowest as logged, of three moving averages and of three triangles. */
function seven(): ((costs: readonly number[]) => number)[] {
  const smoothers = [
    (costs: readonly number[]): number[] => [...costs],
    ...[0.3, 0.6, 0.8].map(moving),
    ...[0.05, 0.1, 0.2].map(triangle),
  ];
  return smoothers.map(smooth => costs => argmin(smooth(costs)) + 1);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
