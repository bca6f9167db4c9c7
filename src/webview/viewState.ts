import type {
  Compare,
  Looks,
  SmootherName,
  TooltipOrder,
  ViewState,
  XAxis,
} from '../core/protocol';
import { colourOf } from './colour';

const AXES: readonly XAxis[] = ['epoch', 'step', 'time', 'wall'];
export const SMOOTHERS: readonly SmootherName[] = [
  'ema',
  'time-weighted',
  'running-mean',
  'gaussian',
];
const COMPARES: readonly Compare[] = ['single', 'overlay', 'mean', 'difference'];
export const TOOLTIP_ORDERS: readonly TooltipOrder[] = [
  'nearest',
  'ascending',
  'descending',
  'listed',
];
const HIGHEST_SMOOTHING = 0.999;
/** Of each of many charts, in CSS pixels. */
export const CHART_WIDTHS = { min: 240, usual: 360, max: 1200, step: 20 } as const;

/** What a panel starts with: of several logs, with all of them in one chart. */
export function freshViewState(log: string, isSeveral = false, looks: unknown = null): ViewState {
  return {
    log,
    run: null,
    metric: null,
    all: false,
    find: '',
    pinned: [],
    closed: [],
    ...looksOf(looks),
    x: null,
    logX: false,
    logY: false,
    robust: false,
    smoothing: 0,
    smoother: 'ema',
    compare: isSeveral ? 'overlay' : 'single',
    compared: [],
    baseline: null,
    hidden: [],
    zoom: null,
    limits: {},
    patience: 0,
    tooltip: 'listed',
    places: false,
    table: false,
    runs: isSeveral,
  };
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What was kept from an earlier session, whatever version wrote it: every field that is not what it
 * should be gets its fresh value. Null when it is no state at all.
 */
export function restoreViewState(kept: unknown): ViewState | null {
  const fields = fieldsOf(kept);
  const log = fields?.['log'];
  if (fields === null || typeof log !== 'string' || log === '') return null;
  return {
    log,
    run: wholeNumber(fields['run']),
    metric: stringOf(fields['metric']),
    all: fields['all'] === true,
    find: stringOf(fields['find']) ?? '',
    pinned: strings(fields['pinned']),
    closed: strings(fields['closed']),
    ...looksOf(fields),
    x: oneOf(AXES, fields['x']) ?? null,
    logX: fields['logX'] === true,
    logY: fields['logY'] === true,
    robust: fields['robust'] === true,
    smoothing: clampSmoothing(fields['smoothing']),
    smoother: oneOf(SMOOTHERS, fields['smoother']) ?? 'ema',
    ...comparison(fields),
    hidden: strings(fields['hidden']),
    zoom: zoomOf(fieldsOf(fields['zoom'])),
    limits: limitsOf(fieldsOf(fields['limits'])),
    patience: wholeNumber(fields['patience']) ?? 0,
    tooltip: oneOf(TOOLTIP_ORDERS, fields['tooltip']) ?? 'listed',
    places: fields['places'] === true,
    table: fields['table'] === true,
    runs: fields['runs'] === true,
  };
}

/** How curves are to look, of a state or of what the workspace kept: what is nothing of the kind is as usual. */
export function looksOf(kept: unknown): Looks {
  const fields = fieldsOf(kept);
  const colours = Object.entries(fieldsOf(fields?.['colours']) ?? {}).flatMap(([run, value]) => {
    const colour = colourOf(value);
    return colour === null ? [] : [[run, colour] as const];
  });
  return {
    colours: Object.fromEntries(colours),
    groupBy: stringOf(fields?.['groupBy']) ?? '',
    chartWidth: chartWidthOf(fields?.['chartWidth']),
  };
}

function chartWidthOf(value: unknown): number {
  const { min, usual, max } = CHART_WIDTHS;
  return typeof value === 'number' && value >= min && value <= max ? value : usual;
}

function comparison(fields: Fields): Pick<ViewState, 'compare' | 'compared' | 'baseline'> {
  return {
    compare: oneOf(COMPARES, fields['compare']) ?? 'single',
    compared: strings(fields['compared']),
    baseline: stringOf(fields['baseline']),
  };
}

function zoomOf(fields: Fields | null): ViewState['zoom'] {
  const axis = oneOf(AXES, fields?.['axis']);
  const range = rangeOf([fields?.['from'], fields?.['to']]);
  return axis && range ? { axis, from: range[0], to: range[1] } : null;
}

function limitsOf(fields: Fields | null): ViewState['limits'] {
  const entries = Object.entries(fields ?? {}).flatMap(([metric, value]) => {
    const range = rangeOf(value);
    return range ? [[metric, range] as const] : [];
  });
  return Object.fromEntries(entries);
}

function rangeOf(value: unknown): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [from, to] = value as readonly unknown[];
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  return Number.isFinite(to - from) && from < to ? [from, to] : null;
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null ? (value as Fields) : null;
}

function oneOf<T>(list: readonly T[], value: unknown): T | undefined {
  return list.find(one => one === value);
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
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
