import type { FromPanel, ViewState, WindowRequest, XAxis } from '../../core/protocol';

const AXES: readonly XAxis[] = ['epoch', 'step', 'time'];
/** Wider than any screen; a page that asks for more gets this. */
const WIDEST = 16_384;

/** A message from a page as what it is; null for anything else: a page is only trusted to be a page. */
export function readMessage(message: unknown): FromPanel | null {
  const fields = fieldsOf(message);
  if (fields === null) return null;
  switch (fields['type']) {
    case 'ready':
      return { type: 'ready', state: stateOf(fields['state']) };
    case 'window': {
      const request = requestOf(fields['request']);
      return request && { type: 'window', id: whole(fields['id']), request };
    }
    case 'showRun':
      return { type: 'showRun', run: whole(fields['run']) };
    case 'openFinding':
      return { type: 'openFinding', run: whole(fields['run']), finding: whole(fields['finding']) };
    case 'openRule':
      return { type: 'openRule', rule: String(fields['rule']) };
    case 'openLog':
      return { type: 'openLog', run: whole(fields['run']) };
    case 'report':
      return { type: 'report' };
    default:
      return null;
  }
}

/** The address of the log that a kept view state is of; null when it is none. */
export function logOfState(state: unknown): string | null {
  const log = fieldsOf(state)?.['log'];
  return typeof log === 'string' && log !== '' ? log : null;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null ? (value as Fields) : null;
}

/** Only what the host uses of it is looked at: the page has checked its own state. */
function stateOf(state: unknown): ViewState | null {
  return logOfState(state) === null ? null : (state as ViewState);
}

function requestOf(value: unknown): WindowRequest | null {
  const fields = fieldsOf(value);
  const x = AXES.find(axis => axis === fields?.['x']);
  const series = fields?.['series'];
  if (fields === null || x === undefined || !Array.isArray(series)) return null;
  return {
    run: whole(fields['run']),
    series: series.map(whole),
    x,
    from: finite(fields['from']),
    to: finite(fields['to']),
    width: Math.min(Math.max(whole(fields['width']), 1), WIDEST),
    smoothing: Math.min(Math.max(finite(fields['smoothing']) ?? 0, 0), 0.99),
  };
}

/** A whole number that is not negative; 0 for anything else. */
function whole(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
