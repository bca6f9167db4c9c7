import type { ChartMark, PanelWords } from '../core/protocol';
import type { Shown } from './shown';

/** What is in view with the chosen patience marked on its axis: where it stops, and the point it keeps. Unchanged for none. */
export function withPatience(shown: Shown, words: Pick<PanelWords, 'patience'>): Shown {
  const { axis, run, state } = shown;
  const places = axis?.patience[state.patience - 1];
  const sentence = run.patience[state.patience - 1];
  if (!axis || !places || sentence === undefined || state.compare !== 'single') return shown;
  const plain = { metric: run.judged, value: null, severity: null, rule: null } as const;
  const { stop, kept, value } = places;
  const label = `${words.patience} ${state.patience}`;
  const stopping: readonly ChartMark[] =
    stop === null ? [] : [{ ...plain, kind: 'stopped', from: stop, to: stop, label }];
  const keeping: ChartMark = { ...plain, kind: 'kept', from: kept, to: kept, value, label: '' };
  return { ...shown, axis: { ...axis, marks: [...axis.marks, ...stopping, keeping] } };
}
