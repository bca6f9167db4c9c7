import { plainLine } from './matchPattern';
import { numberEnd } from './numeral';
import { LONGEST_PATTERN, MOST_FIELDS } from './pattern';

/** A brace that would begin a field, or be taken for a doubled one. */
const BRACE = /\{(?=[\p{L}_*{]|$)/gu;
const WORD_BEFORE = /([\p{L}_][\p{L}\p{N}_]*)[\s:=([<"'>\]}),|-]*$/u;
const IN_WORD = /[\p{L}\p{N}_.]/u;
/** Names that mean an axis, however they are abbreviated. */
const AXES: Readonly<Record<string, string>> = {
  epoch: 'epoch',
  ep: 'epoch',
  epochs: 'epoch',
  it: 'iteration',
  iter: 'iteration',
  iteration: 'iteration',
  step: 'step',
  steps: 'step',
  round: 'round',
};

/** A pattern to begin with, made of a line: its numbers are fields called after the word in front, others are `{*}`. Empty where it has no number. */
export function patternOf(line: string): string {
  const text = plainLine(line).slice(0, LONGEST_PATTERN);
  const used = new Set<string>();
  let pattern = '';
  let from = 0;
  for (let at = 0; at < text.length && used.size < MOST_FIELDS;) {
    const end = IN_WORD.test(text[at - 1] ?? ' ') ? -1 : numberEnd(text, at, true);
    if (end < 0) {
      at++;
      continue;
    }
    const between = text.slice(from, at);
    const field = fieldFor(between, used);
    pattern += quoted(between) + field;
    from = end;
    at = end;
  }
  if (used.size === 0) return '';
  const rest = text.slice(from);
  const whole = `${pattern}${quoted(rest)}`;
  return whole.length <= LONGEST_PATTERN ? whole : '';
}

function quoted(text: string): string {
  return text.replace(BRACE, '{{');
}

function fieldFor(between: string, used: Set<string>): string {
  if (/^\s*(?:\/|of)\s*$/.test(between) && used.has('epoch')) return taken('planned', used);
  const word = WORD_BEFORE.exec(between)?.[1] ?? '';
  return taken(AXES[word.toLowerCase()] ?? word, used);
}

function taken(name: string, used: Set<string>): string {
  if (name === '' || used.has(name)) return '{*}';
  used.add(name);
  return `{${name}}`;
}
