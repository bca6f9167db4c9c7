import type {
  LineRequest,
  SeriesRef,
  SmootherName,
  WindowRequest,
  XAxis,
} from '../../core/protocol';

export type Fields = Readonly<Record<string, unknown>>;

export const AXES: readonly XAxis[] = ['epoch', 'step', 'time', 'wall'];
const SMOOTHERS: readonly SmootherName[] = ['ema', 'time-weighted', 'running-mean', 'gaussian'];
/** Wider than any screen; a page that asks for more gets this. */
const WIDEST = 16_384;
/** More lines than a page ever draws. */
const MOST_LINES = 2000;

/** What a page asks to draw, every number in bounds; null when it is no such question. */
export function requestOf(value: unknown): WindowRequest | null {
  const fields = fieldsOf(value);
  const x = AXES.find(axis => axis === fields?.['x']);
  const lines = fields?.['lines'];
  if (fields === null || x === undefined || !Array.isArray(lines)) return null;
  return {
    lines: lines.slice(0, MOST_LINES).map(lineOf),
    x,
    logX: fields['logX'] === true,
    from: finite(fields['from']),
    to: finite(fields['to']),
    width: Math.min(Math.max(whole(fields['width']), 1), WIDEST),
    robust: fields['robust'] === true,
    smoothing: Math.min(Math.max(finite(fields['smoothing']) ?? 0, 0), 0.999),
    smoother: SMOOTHERS.find(each => each === fields['smoother']) ?? 'ema',
  };
}

export function lineOf(value: unknown): LineRequest {
  const fields = fieldsOf(value);
  const members = fields?.['members'];
  const minus = fieldsOf(fields?.['minus']);
  return {
    members: Array.isArray(members) ? members.map(seriesOf) : [],
    minus: minus && seriesOf(minus),
  };
}

export function seriesOf(value: unknown): SeriesRef {
  const fields = fieldsOf(value);
  return { run: whole(fields?.['run']), series: whole(fields?.['series']) };
}

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null ? (value as Fields) : null;
}

/** A whole number that is not negative; 0 for anything else. */
export function whole(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
