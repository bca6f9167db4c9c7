import type { RunState } from '../../core/analysis/analysis';
import type { AnalysedRun } from '../../core/project/project';
import type { RunItem, Tone } from '../../core/protocol';
import type { Say } from '../../core/report/say';
import {
  bestCell,
  lastCell,
  suggestedCell,
  tookCell,
  trainedCell,
} from '../../core/report/sentences/runTable';
import { stateWord } from '../../core/report/sentences/states';
import { shownName } from '../../core/report/shownName';

/** A row of the table of runs but what depends on the other runs, by run: described anew only when it changed. */
const described = new WeakMap<AnalysedRun, OwnCells>();

type OwnCells = Omit<RunItem, 'index' | 'name' | 'parameters'>;

/** The run in the list of runs under its name there; `parameters` are the names of those that are shown. */
export function runItem(
  analysed: AnalysedRun,
  name: string,
  index: number,
  parameters: readonly string[],
  say: Say,
): RunItem {
  const known = described.get(analysed);
  const own = known ?? describe(analysed, say);
  described.set(analysed, own);
  const values = parameters.map(name => shownName(analysed.run.parameters.get(name) ?? ''));
  return { ...own, index, name, parameters: values };
}

function describe({ run, analysis }: AnalysedRun, say: Say): OwnCells {
  return {
    stateWord: stateWord(analysis.state, analysis, say, run.unit),
    tone: toneOf(analysis.state),
    best: bestCell(analysis, say),
    last: lastCell(run, analysis.monitor),
    trained: trainedCell(analysis, run, say),
    suggested: suggestedCell(analysis),
    took: tookCell(analysis, say),
  };
}

/** As many parameters as a table has room for. */
const MOST_PARAMETERS = 12;

/** The parameters in which runs differ, those that split them most evenly among few values first; none for one run. */
export function differingParameters(runs: readonly AnalysedRun[]): readonly string[] {
  const values = new Map<string, Set<string | undefined>>();
  for (const { run } of runs) for (const name of run.parameters.keys()) values.set(name, new Set());
  for (const [name, seen] of values) {
    for (const { run } of runs) seen.add(run.parameters.get(name));
  }
  return [...values]
    .filter(([, seen]) => seen.size > 1)
    .sort(([, a], [, b]) => a.size - b.size)
    .slice(0, MOST_PARAMETERS)
    .map(([name]) => name);
}

export function toneOf(state: RunState): Tone {
  switch (state) {
    case 'converged':
      return 'good';
    case 'overfitting':
    case 'plateau':
      return 'warning';
    case 'diverged':
      return 'error';
    case 'improving':
    case 'noisy':
    case 'too-short':
    case 'no-validation':
      return 'neutral';
  }
}
