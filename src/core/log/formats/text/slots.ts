import { type Phrase, phraseOf } from './phrase';
import { listNames } from './namedLists';
import { isWhole } from './numerals';
import { CLOCK, LONGEST_LINE, type LineScanner } from './scan';

/**
 * What a number of a line is by its neighbours: `value` (or counter) with words of its own, `total` of the fraction
 * that the slot before began, `item` of a list, `aside` in parentheses behind a value; `clock`: no number.
 */
export type SlotRole = 'value' | 'total' | 'item' | 'aside' | 'clock';

export interface Slot {
  readonly index: number;
  readonly role: SlotRole;
  readonly phrase: Phrase;
  /** As written. */
  readonly own: string;
  /** Written without point and exponent. */
  readonly integer: boolean;
  readonly percent: boolean;
  /** A unit of time, speed or size follows: whatever the name, it is no metric. */
  readonly measured: boolean;
  /** The text behind it, up to the next slot or the end of the line. */
  readonly after: string;
}

const FRACTION = /^\s*(?:\/|／|of|out of|von|sur|из)\s*$/;
const LIST = /^\s*,\s*$/;
const ASIDE = /^[%\s]*\(\s*[+~]?\s*$/;
const UNIT =
  /^(?:\s?(?:ms|us|µs|ns|s|sec|secs|seconds?|mins?|minutes?|h|hrs?|hours?|days?|[KMGT]i?B|[kKMGT]b|Hz|[a-zA-Z#]{1,12}\s?\/\s?(?:s|sec|secs|second|ms|step|steps|it|iter|epoch|batch|img|sample)|wps|fps|ips|tokens|samples|images|sentences|words|steps|epochs|parameters|params)(?![A-Za-z_:=])|[KMGB](?![A-Za-z])|(?!f0(?![\w.]))[a-z]\d|f-\d|\.[a-z])/;

/** A speed or a time that stands in front of the next name (`10.7 iters/s loss 14.2`). */
const SPACED_UNIT =
  /^\s(?:ms|s|secs?|seconds?|mins?|minutes?|hrs?|hours?|wps|fps|ips|[a-zA-Z#]{1,12}\s?\/\s?(?:s|secs?|seconds?|ms|it|iter|batch|img|sample))(?=\s[A-Za-z])/;

/** `API cost: $0.02` */
const MONEY = /\b(?:cost|price|spent|budget)\b.{0,20}[$€£¥]$/i;

/** How far a bar is, `45%|███`, `0%|   | 0/9`; in `Acc: 98.1% | Loss: 0.1` the pipe parts values. */
const BAR = /^\s?%\s?(?:[\u2500-\u259f]|\|\s?[\u2500-\u259f#]|\|\s{2,200}\|)/;

/** `score.10.log`, `model-3`: the number is part of a name. */
const GROWN = /[A-Za-z][.\\/_-]$/;
const GROWN_COUNTER = /\b(?:epoch|ep|batch|iter|iteration|step|fold)-$/i;

/** What is grown onto the number before: its unit, or the word of a counter (`第3轮`). */
const GROWN_UNIT =
  /^(?:[A-Za-zµ]{1,8}\/[a-z]{1,4}(?=[\s,;|)\]])|[A-Za-zµ]{1,4}(?=[\s,;|)\]]|$)|%|轮|步|代|期|輪|[个個]?(?:[训訓][练練])?[周週]期)/;

/** `Avg reward (last 10): 5591.12`, `Mean reward over last 100 episodes: 21.5`: over how much a value is averaged is part of its name. */
const WINDOW = /[A-Za-z]\s?\((?:last|past|prev(?:ious)?|over|avg|average|mean|window|ma)[\s=_-]?$/i;
const WINDOW_END =
  /^\s?(?:ep|eps|episodes?|games?|steps?|iters?|batches|updates|rollouts)?\)\s?[:=]/i;
const SPAN = /[A-Za-z]\s(?:last|past|previous)\s$/i;
const SPAN_END = /^\s(?:episodes|games|steps|iterations|batches|rollouts|trials|epochs)\s?[:=]/i;

function isWindow(before: string, after: string): boolean {
  const [front, behind] = [before.slice(-40), after];
  return (
    (WINDOW.test(front) && WINDOW_END.test(behind)) || (SPAN.test(front) && SPAN_END.test(behind))
  );
}

/** `R^2: 0.91`, `F0.5: 0.7`: the digits belong to the name. */
function isInName(text: string, start: number): boolean {
  return (
    text[start - 1] === '^' ||
    /(?<![A-Za-z0-9_])[Ff]\d\.$/.test(text.slice(Math.max(0, start - 4), start))
  );
}

/** The slots of a line, the items of known lists under their names. */
function withListNames(slots: readonly Slot[]): readonly Slot[] {
  const first = slots.findIndex(({ phrase }) => listNames(phrase).length > 0);
  const names = first < 0 ? [] : listNames(slots[first]!.phrase);
  return slots.map((slot, at) => {
    const name = names[at - first];
    if (name === undefined) return slot;
    return { ...slot, role: 'value', phrase: { ...NO_PHRASE, name, keyed: true } };
  });
}

const NO_PHRASE: Phrase = { name: '', keyed: false, open: '', labels: [] };

/** The slots of a line from `start` on, each with what its neighbours say. */
export function slotsOf(text: string, start: number, scan: LineScanner): readonly Slot[] {
  const slots: Slot[] = [];
  let from = start;
  for (let index = 0; index < scan.count; index++) {
    if (scan.starts[index]! < start || isInName(text, scan.starts[index]!)) continue;
    const gap = text.slice(from, scan.starts[index]);
    if (isWindow(gap, text.slice(scan.ends[index], scan.ends[index]! + 40))) continue;
    const between = slots.length === 0 ? gap : gap.replace(GROWN_UNIT, '').replace(SPACED_UNIT, '');
    const isWholeNumber = isWhole(text.slice(scan.starts[index], scan.ends[index]));
    const role = roleOf(scan.kinds[index]!, between, slots.at(-1), isWholeNumber);
    slots.push(slotAt(text, index, scan, role, phraseBefore(role, between)));
    from = scan.ends[index]!;
  }
  return withListNames(slots);
}

function slotAt(
  text: string,
  index: number,
  scan: LineScanner,
  role: SlotRole,
  phrase: Phrase,
): Slot {
  const end = scan.ends[index]!;
  const next = index + 1 < scan.count ? scan.starts[index + 1]! : LONGEST_LINE;
  const own = text.slice(scan.starts[index], end);
  const after = text.slice(end, next);
  const percent = /^\s?%/.test(after);
  return {
    index,
    role,
    phrase,
    own,
    integer: isWhole(own),
    percent,
    // `accuracy: 45%|████`: how far a bar is.
    measured:
      UNIT.test(after) ||
      BAR.test(after) ||
      MONEY.test(text.slice(Math.max(0, scan.starts[index]! - 40), scan.starts[index])),
    after,
  };
}

function phraseBefore(role: SlotRole, between: string): Phrase {
  if (role === 'total' || role === 'item') return NO_PHRASE;
  return GROWN.test(between) && !GROWN_COUNTER.test(between) ? NO_PHRASE : phraseOf(between);
}

function roleOf(
  kind: number,
  between: string,
  before: Slot | undefined,
  integer: boolean,
): SlotRole {
  if (kind === CLOCK) return 'clock';
  if (before === undefined) return 'value';
  if (FRACTION.test(between) && before.role !== 'total')
    return isFraction(before, integer) ? 'total' : 'item';
  if (isInList(before) && LIST.test(between)) return 'item';
  return ASIDE.test(between) && before.role === 'value' ? 'aside' : 'value';
}

/** Of two fractions neither is the whole of the other (`D(G(z)): 0.51 / 0.02`). */
function isFraction(before: Slot, integer: boolean): boolean {
  return integer || before.integer;
}

/** Whether a slot stands in a list that is still open. */
function isInList(slot: Slot): boolean {
  return slot.role === 'item' || (slot.role === 'value' && slot.phrase.open !== '');
}
