import type { RunView, ViewState } from '../core/protocol';
import { isCompared, type CurvesStage } from './shown';

/** What is told in words: of the run in view, or of all that are drawn as one. */
export interface Told {
  readonly run: RunView;
  /** The run that verdict and suggestion are of, and the one that findings and replay are of; null where that is plain. */
  readonly verdictOf: string | null;
  readonly findingsOf: string | null;
}

/** Of a mean what its runs come to together; of runs beside each other the one in view, by its name. */
export function toldOf(
  { run, together }: Pick<CurvesStage, 'run' | 'together'>,
  state: Pick<ViewState, 'compare'>,
): Told {
  const { name } = run;
  if (!isCompared(state)) return { run, verdictOf: null, findingsOf: null };
  if (state.compare !== 'mean' || together === null) {
    return { run, verdictOf: name, findingsOf: name };
  }
  const all = { ...run, ...together, subtitle: '', outlook: [] };
  return { run: all, verdictOf: null, findingsOf: name };
}
