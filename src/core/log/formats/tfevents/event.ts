import { doubleAt, Fields, floatAt } from '../../bytes/fields';
import { scalarOf } from './tensor';

/** Takes the values of one event. A tag is `bytes[from, to)`. */
export interface EventListener {
  /** An event begins: seconds since 1970, and the global step (0 where none is written). */
  event(time: number, step: number): void;
  /** A scalar. `isTensor`: written as TensorFlow 2 does. */
  value(bytes: Uint8Array, from: number, to: number, value: number, isTensor: boolean): void;
  /** A tag belongs to another plugin than scalars, now and later. */
  mute(bytes: Uint8Array, from: number, to: number): void;
}

/** Keys of fields: number times 8 plus how it is written. Sources: `event.proto`, `summary.proto` of TensorBoard. */
const WALL_TIME = (1 << 3) | 1;
const STEP = 2 << 3;
const SUMMARY = (5 << 3) | 2;
const VALUE = (1 << 3) | 2;
const TAG = (1 << 3) | 2;
const SIMPLE_VALUE = (2 << 3) | 5;
const TENSOR = (8 << 3) | 2;
const METADATA = (9 << 3) | 2;
const PLUGIN = (1 << 3) | 2;
const PLUGIN_NAME = (1 << 3) | 2;

const event = new Fields();
const summary = new Fields();
const value = new Fields();
const metadata = new Fields();
const plugin = new Fields();
const SCALARS = [0x73, 0x63, 0x61, 0x6c, 0x61, 0x72, 0x73];

/** Reads an `Event` in `bytes[from, to)`; whether all of it could be read. */
export function readEvent(
  bytes: Uint8Array,
  from: number,
  to: number,
  listener: EventListener,
): boolean {
  let time = NaN;
  let step = 0;
  let summaryFrom = 0;
  let summaryTo = 0;
  event.open(bytes, from, to);
  while (event.next()) {
    if (event.key === WALL_TIME) time = doubleAt(bytes, event.from);
    else if (event.key === STEP) step = event.varint;
    else if (event.key === SUMMARY) {
      summaryFrom = event.from;
      summaryTo = event.to;
    }
  }
  listener.event(time, step);
  summary.open(bytes, summaryFrom, summaryTo);
  let isWhole = !event.isBroken;
  while (summary.next()) {
    if (summary.key === VALUE && !readValue(bytes, summary.from, summary.to, listener)) {
      isWhole = false;
    }
  }
  return isWhole && !summary.isBroken;
}

function readValue(bytes: Uint8Array, from: number, to: number, listener: EventListener): boolean {
  let tagFrom = 0;
  let tagTo = 0;
  let scalar: number | null = null;
  let isTensor = false;
  let isOther = false;
  value.open(bytes, from, to);
  while (value.next()) {
    switch (value.key) {
      case TAG:
        tagFrom = value.from;
        tagTo = value.to;
        break;
      case SIMPLE_VALUE:
        scalar = floatAt(bytes, value.from);
        break;
      case TENSOR:
        isTensor = true;
        scalar = scalarOf(bytes, value.from, value.to);
        break;
      case METADATA:
        isOther = isOtherPlugin(bytes, value.from, value.to);
    }
  }
  if (isOther) listener.mute(bytes, tagFrom, tagTo);
  else if (scalar !== null) listener.value(bytes, tagFrom, tagTo, scalar, isTensor);
  return !value.isBroken;
}

/** Whether a `SummaryMetadata` names a plugin that is not that of scalars. */
function isOtherPlugin(bytes: Uint8Array, from: number, to: number): boolean {
  let isOther = false;
  metadata.open(bytes, from, to);
  while (metadata.next()) {
    if (metadata.key !== PLUGIN) continue;
    plugin.open(bytes, metadata.from, metadata.to);
    while (plugin.next()) {
      if (plugin.key === PLUGIN_NAME) isOther = !isScalars(bytes, plugin.from, plugin.to);
    }
  }
  return isOther;
}

/** Whether a plugin's name is that of scalars, or none. */
function isScalars(bytes: Uint8Array, from: number, to: number): boolean {
  if (to === from) return true;
  return to - from === SCALARS.length && SCALARS.every((byte, at) => bytes[from + at] === byte);
}
