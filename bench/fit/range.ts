// How wide the range of one run is drawn: every width of a grid, judged on other runs of the same thing. The narrowest that
// holds the other run's optimum four times in five is chosen on all repositories but one and paid on that one.
//   node out/bench/fit/range.js
import { factsOf, type Facts } from '../../src/core/analysis/facts';
import { plausibleCounts, plausibleWidth, type Width } from '../../src/core/analysis/plausible';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import { analyse } from '../../src/core/analysis/analyse';
import { argmin, expected, holds, minimised } from '../adviceFigures';
import { hasCurves, readCurves, runOf, type Group } from '../publicCurves';

/** One run asked about another: its own range, what the other has for an optimum, and how long that is. */
interface Pair {
  readonly facts: Facts;
  /** What is said whatever the width; null for a run whose range is drawn by it. */
  readonly fixed: { readonly low: number; readonly high: number } | null;
  readonly optimum: number;
  readonly length: number;
}

interface Figure {
  readonly held: number;
  readonly wide: number;
}

const HOLD = 78;

function pairsOf({ goal, runs }: Group): Pair[] {
  const curves = runs
    .filter(run => run.val.length >= 5)
    .slice(0, 3)
    .map(run => ({ ...run, goal }));
  return curves.flatMap(curve => {
    const run = runOf(curve);
    const facts = factsOf(run, defaultPreferences);
    const { state, suggestion } = analyse(run);
    if (!facts?.curve || !suggestion) return [];
    const fixed = state === 'improving' ? suggestion : null;
    const others = curves.filter(other => other !== curve).map(minimised);
    return others.map(y => ({
      facts,
      fixed,
      optimum: argmin(expected(y)) + 1,
      length: y.length,
    }));
  });
}

function figureOf(pairs: readonly Pair[], width: Width): Figure {
  let held = 0;
  let wide = 0;
  for (const { facts, fixed, optimum, length } of pairs) {
    const [low, high] = fixed ? [fixed.low, fixed.high] : plausibleCounts(facts.curve!, width);
    const range = { low: Math.max(1, Math.floor(low)), high: Math.ceil(high) };
    held += holds(range, optimum) / pairs.length;
    wide += (100 * (range.high - range.low)) / length / pairs.length;
  }
  return { held, wide };
}

/** Means over repositories. */
function macro(repositories: readonly (readonly Pair[])[], width: Width): Figure {
  const figures = repositories.map(pairs => figureOf(pairs, width));
  const mean = (key: keyof Figure): number =>
    figures.reduce((sum, figure) => sum + figure[key], 0) / figures.length;
  return { held: mean('held'), wide: mean('wide') };
}

const grid: Width[] = [0, 0.05, 0.1, 0.15, 0.2].flatMap(pace =>
  [0.5, 1, 1.5].flatMap(noise =>
    [0.0025, 0.005, 0.01, 0.015, 0.02].map(share => ({ noise, share, pace })),
  ),
);

/** The narrowest that holds often enough on these; the widest where none does. */
function chosenOn(repositories: readonly (readonly Pair[])[]): Width {
  const told = grid.map(width => ({ width, ...macro(repositories, width) }));
  const enough = told.filter(({ held }) => held >= HOLD).sort((a, b) => a.wide - b.wide);
  return (enough[0] ?? told.sort((a, b) => b.held - a.held)[0]!).width;
}

function print(title: string, { held, wide }: Figure, width: Width): void {
  const drawn = `noise ${width.noise}, share ${width.share}, pace ${width.pace}`;
  console.log(`${title}: held ${held.toFixed(1)} %, ${wide.toFixed(1)} % wide (${drawn})`);
}

function main(): void {
  const byRepository = new Map<string, Pair[]>();
  for (const group of readCurves<Group>('groups-public'))
    byRepository.set(group.repo, [...(byRepository.get(group.repo) ?? []), ...pairsOf(group)]);
  const all = [...byRepository.values()];
  const left = [...byRepository].map(([repo, pairs]) => {
    const width = chosenOn(all.filter(others => others !== pairs));
    const figure = figureOf(pairs, width);
    print(`left out ${repo}`, figure, width);
    return figure;
  });
  const mean = (key: keyof Figure): string =>
    (left.reduce((sum, figure) => sum + figure[key], 0) / left.length).toFixed(1);
  console.log(`crossed: held ${mean('held')} %, ${mean('wide')} % wide`);
  const best = chosenOn(all);
  print('chosen on all', macro(all, best), best);
  print('as it is', macro(all, plausibleWidth), plausibleWidth);
  for (const [repo, pairs] of byRepository)
    print(
      `as it is, ${repo}, ${pairs.length} pairs`,
      figureOf(pairs, plausibleWidth),
      plausibleWidth,
    );
  print('as it is, every pair once', figureOf(all.flat(), plausibleWidth), plausibleWidth);
}

if (hasCurves()) main();
else console.log('no curves beside the repository');
