import type { RowKind } from '../../bytes/kernelRows';
import { textProgram } from '../../bytes/rowKernel';
import type { RecordShape } from '../../format';
import { isObject } from './flatten';
import { parseJson } from './parse';

/** What a slot of a line holds. */
export const NUMBER = 0;
/** A date, a clock or a duration in quotes: a text that says nothing of the numbers. */
export const CLOCK = 1;

/** Lines that differ in their numbers only: pieces that are the same in all, with a slot between one and the next. */
export interface LineTemplate extends RowKind {
  readonly pieces: readonly Uint8Array[];
  /** What stands behind each piece but the last. */
  readonly slots: Uint8Array;
  /** Where each slot's number goes among the values of the record; what is not recorded goes behind its end. */
  readonly targets: Uint16Array;
  /** Room for all values. Those that no slot fills are there already. */
  readonly values: Float64Array;
}

/** Where the fields of an object come from: the shape of its record, and the value of each of its fields. */
export interface Recorded {
  readonly shape: RecordShape;
  readonly values: readonly number[];
}

/** A string; a number as JSON and Python write it. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?(?:NaN|Infinity)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const CLOCK_TEXT = /^"\d[^"\\]*:[^"\\]*"$/;
/** Values that stand for slots: no log holds them by chance. */
const MARK = 7.25e290;
const MARK_STEP = 1e280;
const CLOCK_MARK = '"0:slot"';
const MOST_SLOTS = 5_000;

/** Takes the text of a line to pieces; `marked` is the same line with a mark in the place of every slot. */
function take(text: string): { pieces: string[]; slots: number[]; marked: string } {
  const pieces: string[] = [];
  const slots: number[] = [];
  let from = 0;
  let marked = '';
  for (const found of text.matchAll(TOKEN)) {
    const token = found[0];
    const end = found.index + token.length;
    const isValue = !/^\s*:/.test(text.slice(end, end + 8));
    const isClock = isValue && CLOCK_TEXT.test(token);
    if (token.startsWith('"') && !isClock) continue;
    const piece = text.slice(from, found.index);
    marked += piece + (isClock ? CLOCK_MARK : String(MARK + slots.length * MARK_STEP));
    pieces.push(piece);
    slots.push(isClock ? CLOCK : NUMBER);
    from = end;
  }
  pieces.push(text.slice(from));
  return { pieces, slots, marked: marked + text.slice(from) };
}

/**
 * The template of a line, learned from its text; `recorded` says what becomes of an object. `null` where its numbers alone
 * do not tell the record.
 */
export function learnTemplate(
  text: string,
  recorded: (object: Readonly<Record<string, unknown>>, clock: string) => Recorded | null,
): LineTemplate | null {
  const { pieces, slots, marked } = take(text);
  if (slots.length > MOST_SLOTS) return null;
  const object = parseJson(marked);
  const record = isObject(object) ? recorded(object, CLOCK_MARK.slice(1, -1)) : null;
  if (record === null) return null;
  const { shape, values } = record;
  const targets = Uint16Array.from(slots, (_, slot) => {
    const target = values.indexOf(MARK + slot * MARK_STEP);
    return target < 0 ? values.length : target;
  });
  const encoder = new TextEncoder();
  const encoded = pieces.map(piece => encoder.encode(piece));
  return {
    shape,
    pieces: encoded,
    slots: Uint8Array.from(slots),
    targets,
    values: Float64Array.from([...values, 0]),
    program: slots.includes(CLOCK) ? null : textProgram(encoded, targets),
    constants: values.flatMap((value, field) => (targets.includes(field) ? [] : { field, value })),
  };
}
