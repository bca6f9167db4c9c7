import type { ViewState, XAxis } from '../core/protocol';

const AXES: readonly XAxis[] = ['epoch', 'step', 'time'];
const HIGHEST_SMOOTHING = 0.99;

/** What a panel starts with. */
export function freshViewState(log: string): ViewState {
  return {
    log,
    run: null,
    metric: null,
    x: null,
    logY: false,
    smoothing: 0,
    hidden: [],
    table: false,
  };
}

/**
 * What was kept from an earlier session, whatever version wrote it: every field that is not what it
 * should be gets its fresh value. Null when it is no state at all.
 */
export function restoreViewState(kept: unknown): ViewState | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const fields = kept as Readonly<Record<string, unknown>>;
  const log = fields['log'];
  if (typeof log !== 'string' || log === '') return null;
  return {
    log,
    run: wholeNumber(fields['run']),
    metric: typeof fields['metric'] === 'string' ? fields['metric'] : null,
    x: AXES.find(axis => axis === fields['x']) ?? null,
    logY: fields['logY'] === true,
    smoothing: clampSmoothing(fields['smoothing']),
    hidden: strings(fields['hidden']),
    table: fields['table'] === true,
  };
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

function clampSmoothing(value: unknown): number {
  if (typeof value !== 'number' || !(value > 0)) return 0;
  return Math.min(value, HIGHEST_SMOOTHING);
}
