import type { AnalysedRun } from '../project/project';
import type { Consensus, Suggestion } from './analysis';
import { evaluationsOf, finiteOf } from './evaluations';
import { argmin, deviation, mean, quantile, seededRandom } from './numerics';
import { halfWidth, smoothCentred } from './smooth';
type Pair = Pick<AnalysedRun, 'run' | 'analysis'>;
/** What several runs of one thing say together. */
export function consensusOf(runs: readonly Pair[]): Consensus | null {
  const usable = runs.filter(r => r.analysis.suggestion !== null && r.analysis.monitor !== null);
  if (usable.length < 2) return null;
  const curves = usable.map(({ run, analysis }) => {
    const m = analysis.monitor!;
    return finiteOf(evaluationsOf(run, run.series[m.index]!, m.goal));
  });
  const n = Math.min(...curves.map(c => c.length));
  const grid = curves.find(c => c.length === n)!.counts;
  const pick = (chosen: readonly number[]): number => {
    const average = Float64Array.from({ length: n }, (_, i) => mean(chosen.map(c => curves[c]!.costs[i]!)));
    return grid[argmin(smoothCentred(average, halfWidth(n)))]!;
  };
  const all = curves.map((_, i) => i);
  const random = seededRandom(1);
  const drawn = Array.from({ length: 200 }, () => pick(all.map(() => Math.floor(random() * all.length))));
  const epochs = Math.round(pick(all));
  const counts = usable.map(r => r.analysis.best!.count);
  const values = usable.map(r => r.analysis.best!.value);
  return {
    runs: usable.length, epochs,
    low: Math.min(epochs, Math.round(quantile(drawn, 0.1))), high: Math.max(epochs, Math.round(quantile(drawn, 0.9))),
    unit: usable[0]!.run.unit, bestMean: mean(values), bestSpread: deviation(values), countMean: mean(counts), countSpread: deviation(counts),
  };
}
export function consensusSuggestion(c: Consensus): Suggestion {
  return { epochs: c.epochs, low: c.low, high: c.high, unit: c.unit, confidence: 0.7, reason: 'consensus', evidence: { runs: c.runs, bestMean: c.bestMean, bestSpread: c.bestSpread, countMean: c.countMean, countSpread: c.countSpread }, caveats: [] };
}
