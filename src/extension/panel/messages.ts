import type { ExportKind, FromPanel, Looks, PointRef, ViewState, XAxis } from '../../core/protocol';
import type { InView } from '../logQuestions';
import { AXES, fieldsOf, lineOf, requestOf, seriesOf, whole, type Fields } from './windowRequest';

/** More points than a page ever lists at once. */
const MOST_POINTS = 2000;

const KINDS: readonly ExportKind[] = ['png', 'svg', 'csv', 'json', 'markdown'];

/** A message from a page as what it is; null for anything else: a page is only trusted to be a page. */
export function readMessage(message: unknown): FromPanel | null {
  const fields = fieldsOf(message);
  const read = fields && Object.hasOwn(READERS, String(fields['type']));
  return read ? READERS[fields['type'] as FromPanel['type']](fields) : null;
}

/** The address of the log that a kept view state is of; null when it is none. */
export function logOfState(state: unknown): string | null {
  const log = fieldsOf(state)?.['log'];
  return typeof log === 'string' && log !== '' ? log : null;
}

/** What a page that was shown before had in view; a new one shows a run, or several logs together. */
export function inViewOf(state: ViewState | null, isSeveral: boolean): InView {
  if (state === null) return { run: null, compared: isSeveral ? [] : null };
  return { run: state.run, compared: state.compare === 'single' ? null : state.compared };
}

/** What each type of message is read as. */
const READERS: Readonly<Record<FromPanel['type'], (fields: Fields) => FromPanel | null>> = {
  ready: fields => ({ type: 'ready', state: stateOf(fields['state']) }),
  window(fields) {
    const request = requestOf(fields['request']);
    return request && { type: 'window', id: whole(fields['id']), request };
  },
  show: fields => ({
    type: 'show',
    run: typeof fields['run'] === 'number' ? whole(fields['run']) : null,
    compared: Array.isArray(fields['compared']) ? strings(fields['compared']) : null,
  }),
  openFinding: fields => ({
    type: 'openFinding',
    run: whole(fields['run']),
    finding: whole(fields['finding']),
  }),
  openPoint(fields) {
    const { at } = fields as { readonly at?: unknown };
    const x = axisOf(fields['x']);
    if (x === undefined || typeof at !== 'number' || !Number.isFinite(at)) return null;
    return { type: 'openPoint', series: seriesOf(fields['series']), x, at };
  },
  places(fields) {
    const x = axisOf(fields['x']);
    const points = fields['points'];
    if (x === undefined || !Array.isArray(points)) return null;
    const asked = points.slice(0, MOST_POINTS).map(pointOf);
    return { type: 'places', id: whole(fields['id']), x, points: asked };
  },
  openRule: fields => ({ type: 'openRule', rule: String(fields['rule']) }),
  mute: fields => ({
    type: 'mute',
    run: whole(fields['run']),
    rule: String(fields['rule']),
    muted: fields['muted'] === true,
  }),
  keepLooks: fields => ({ type: 'keepLooks', looks: looksOf(fieldsOf(fields['looks'])) }),
  openLog: fields => ({ type: 'openLog', run: whole(fields['run']) }),
  copy: fields => ({ type: 'copy', text: String(fields['text']) }),
  export(fields) {
    const kind = KINDS.find(each => each === fields['kind']);
    const x = axisOf(fields['x']);
    const picture = fields['picture'];
    const lines = fields['lines'];
    if (kind === undefined || x === undefined || !Array.isArray(lines)) return null;
    return {
      ...{ type: 'export', kind, x, lines: lines.map(lineOf), run: whole(fields['run']) },
      metric: String(fields['metric']),
      picture: picture instanceof Uint8Array ? picture : new Uint8Array(),
    };
  },
  report: fields => ({ type: 'report', saves: fields['saves'] === true }),
};

/** Only what the host uses of it is looked at: the page has checked its own state. */
function stateOf(state: unknown): ViewState | null {
  return logOfState(state) === null ? null : (state as ViewState);
}

/** Texts and a number; the page looks closer when it gets them back. */
function looksOf(fields: Fields | null): Looks {
  const colours = Object.entries(fieldsOf(fields?.['colours']) ?? {});
  const groupBy = fields?.['groupBy'];
  return {
    colours: Object.fromEntries(colours.map(([run, colour]) => [run, String(colour)])),
    groupBy: typeof groupBy === 'string' ? groupBy : '',
    chartWidth: whole(fields?.['chartWidth']),
  };
}

function pointOf(value: unknown): PointRef {
  const fields = fieldsOf(value);
  const at = fields?.['at'];
  return { series: seriesOf(fields?.['series']), at: typeof at === 'number' ? at : NaN };
}

function axisOf(value: unknown): XAxis | undefined {
  return AXES.find(axis => axis === value);
}

function strings(values: readonly unknown[]): readonly string[] {
  return values.filter(value => typeof value === 'string');
}
