import type { PlacedRun, Source } from './evidence/evidence';
import { counts } from './contradiction';
import type { AsideReason } from './project';

/** Less than this share of what was planned is a launch that failed. */
const BARELY = 0.05;

/**
 * Why a run that a setting made says nothing about how long to train: it ended right after its start, or before an optimum
 * was seen while more was planned. `null` for all others; one that was stopped past its best shows where that was.
 */
export function whyAside({ setting }: Source, { analysed }: PlacedRun): AsideReason | null {
  const { run, analysis } = analysed;
  if (run.status === 'running' || run.status === 'early-stopped') return null;
  const configured = counts(setting.kind, run.unit) ? setting.value : null;
  const planned = run.plannedEpochs ?? configured;
  if (planned === null || !(analysis.trained < planned - 1)) return null;
  if (analysis.trained <= Math.max(1, BARELY * planned)) return 'crashed';
  const { state } = analysis;
  return state === 'improving' || state === 'too-short' ? 'interrupted' : null;
}
