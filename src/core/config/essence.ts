import { mayHoldSettings } from './gate';

/** Texts up to this length are read whole. */
const WHOLE = 400_000;
/** Characters of a longer one that are read. */
const BUDGET = 200_000;
/** Longer texts are no configs, whatever they hold. */
const LARGEST = 50_000_000;

/** Words that only settings have; what else a gate lets through may be any loop's step. */
const STRONG =
  /epoch|max_?(?:iter|step|update)|n_?iter\b|iterations|n_estimators|boost|rounds|train_?(?:step|iter|sample)|total_?(?:step|timestep|iter)|patience|\.(?:fit|learn)\(/i;

/** What of a text is read: as long as the text, with blanks where nothing is looked for. */
export interface Essence {
  readonly text: string;
  /** Whether nothing was left out that may hold a setting. */
  readonly complete: boolean;
}

/**
 * The parts of a large text that may hold settings, as many as can be read while somebody types, those with the clearest
 * words first. A part begins at a line that `start` finds, unless the line before goes on; every offset stays. Linear.
 */
export function essenceOf(text: string, start: RegExp): Essence {
  if (text.length <= WHOLE) return { text, complete: true };
  if (text.length > LARGEST) return { text: '', complete: false };
  const parts = partsOf(text, start).filter(part => mayHoldSettings(part.text));
  const strong = parts.filter(part => STRONG.test(part.text));
  const weak = parts.filter(part => !STRONG.test(part.text));
  let left = BUDGET;
  const kept = [...strong, ...weak].filter(part => {
    const fits = part.text.length <= left;
    if (fits) left -= part.text.length;
    return fits;
  });
  return { text: blanked(text.length, kept), complete: kept.length === parts.length };
}

interface Part {
  readonly from: number;
  readonly text: string;
}

function partsOf(text: string, start: RegExp): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let goesOn = false;
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    if (!goesOn && at > from && start.test(text.slice(at, Math.min(at + 40, next)))) {
      parts.push({ from, text: text.slice(from, at) });
      from = at;
    }
    goesOn = /[\\^`]\r?$/.test(text.slice(Math.max(at, next - 4), Math.max(at, next - 1)));
    at = next;
  }
  return [...parts, { from, text: text.slice(from) }];
}

function blanked(length: number, kept: readonly Part[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, text } of kept.toSorted((one, other) => one.from - other.from)) {
    if (from > at) pieces.push(`${' '.repeat(from - at - 1)}\n`);
    pieces.push(text);
    at = from + text.length;
  }
  if (length > at) pieces.push(' '.repeat(length - at));
  return pieces.join('');
}
