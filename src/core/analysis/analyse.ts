import type { Run } from '../run/run';
import { atOnce, type Steps } from '../run/steps';
import type { Analysis, ReplayResult } from './analysis';
import { diagnose } from './diagnose';
import { factsInSteps, type Facts } from './facts';
import { forecast } from './forecast';
import { argmin } from './numerics';
import { outcomeOf, replayCosts } from './outcome';
import { plannedCount } from './plan';
import { replayPrechelt } from './prechelt';
import { defaultPreferences, type AnalysisPreferences } from './preferences';
import { patienceStops, replayPatience } from './replay';
import type { Silence } from './silence';
import { secondsPerUnit } from './seconds';
import { stateOf } from './state';
import { stoppingCount } from './stopping';
import { suggest } from './suggest';

/** What is said of a run in which nothing can be judged. */
const nothing: Analysis = {
  monitor: null,
  state: 'too-short',
  best: null,
  suggestion: null,
  stopAt: null,
  forecast: null,
  replay: [],
  minDelta: 0,
  findings: [],
  trained: 0,
  evaluations: 0,
  secondsPerUnit: null,
};

/**
 * Everything said about one run. Never throws; NaN and infinities anywhere are evidence, not errors.
 * `silence` of its log, where the caller knows of any (the analysis has no clock).
 */
export function analyse(
  run: Run,
  preferences: AnalysisPreferences = defaultPreferences,
  silence: Silence | null = null,
): Analysis {
  return atOnce(analyseInSteps(run, preferences, silence));
}

/** The same in steps, none of which takes much longer than a walk or two over a curve. The run must not grow before the last. */
export function* analyseInSteps(
  run: Run,
  preferences: AnalysisPreferences,
  silence: Silence | null,
): Steps<Analysis> {
  const facts = yield* factsInSteps(run, preferences, silence);
  if (!facts) return nothing;
  const findings = yield* diagnose(facts);
  const state = stateOf(findings, facts.validation);
  const suggestion = suggest(facts, state, findings);
  yield;
  const stopping = replayed(facts);
  yield;
  return {
    monitor: facts.monitor,
    state,
    best: facts.curve?.best ?? null,
    suggestion,
    ...stopping,
    minDelta: preferences.minDelta,
    forecast: forecast(facts),
    findings,
    trained: facts.trained,
    evaluations: facts.curve?.points.length ?? 0,
    secondsPerUnit: secondsPerUnit(run),
  };
}

/** Largest patience looked for. */
const MOST_PATIENCE = 100;

/** The patience values the user wants to see and, where one of them loses the best, the smallest that stops the run and keeps it. */
function patiencesOf({ all, preferences }: Facts): readonly number[] {
  const { patiences, minDelta } = preferences;
  const costs = replayCosts(all);
  const best = argmin(costs);
  const stops = patienceStops(costs, MOST_PATIENCE, minDelta);
  const needed = 1 + stops.findIndex(stop => stop >= best && stop >= 0);
  if (needed <= Math.min(...patiences) || patiences.includes(needed)) return patiences;
  return [...patiences, needed].sort((a, b) => a - b);
}

/** What stopping rules would have done, patience, Prechelt's and ours; nothing to stop by without held-out data. */
function replayed(facts: Facts): Pick<Analysis, 'stopAt' | 'replay'> {
  if (!facts.validation) return { stopAt: null, replay: [] };
  const { all, run, preferences } = facts;
  const stopAt = stoppingCount(all, plannedCount(run));
  const stop = stopAt === null ? -1 : all.counts.indexOf(stopAt);
  const own = outcomeOf(all, { rule: 'Epoch Lens', patience: null }, stop);
  const replay: ReplayResult[] = [
    ...patiencesOf(facts).flatMap(p => replayPatience(all, p, preferences.minDelta) ?? []),
    ...replayPrechelt(facts),
    ...(own ? [own] : []),
  ];
  return { stopAt, replay };
}
