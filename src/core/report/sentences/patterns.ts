import type { PatternMatch, PatternProblem, TriedPattern } from '../../run/patternReading';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { formatCount, formatNumber } from './numbers';

/** What is wrong with a pattern of the user, in one sentence that says which and where. */
export function patternSentence(problem: PatternProblem, say: Say): string {
  const { code, index, at, pattern } = problem;
  const what = patternWords(problem, say);
  if (code === 'too-many') return what;
  const place = { number: index + 1, column: at + 1, pattern, what };
  return code === 'no-text'
    ? say('Pattern {number}: {what}', place)
    : say('Pattern {number}, column {column} (“{pattern}”): {what}', place);
}

/** The same without saying which pattern: for the box in which one is written. */
export function patternWords({ code, details }: PatternProblem, say: Say): string {
  switch (code) {
    case 'no-text':
      return say('It is empty, or no text.');
    case 'too-long':
      return say('It is longer than {most} characters.', details);
    case 'too-many':
      return say('Only the first {most} patterns are read.', details);
    case 'no-field':
      return say('It has no field: write {name} where a number stands.', { name: '{name}' });
    case 'too-many-fields':
      return say('It has more than {most} fields.', details);
    default:
      return fieldWords(code, details, say);
  }
}

type WholeCode = 'no-text' | 'too-long' | 'too-many' | 'no-field' | 'too-many-fields';

function fieldWords(
  code: Exclude<PatternProblem['code'], WholeCode>,
  details: PatternProblem['details'],
  say: Say,
): string {
  switch (code) {
    case 'unclosed':
      return say('The field has no closing brace; an opening brace that is text is written twice.');
    case 'bad-name':
      return say('“{name}” is no name: letters, digits, blanks and _ - . / @ are.', details);
    case 'bad-split':
      return say(
        '“{split}” is not train, validation or test, or “{name}” is not a measured value.',
        details,
      );
    case 'duplicate':
      return say('There is already a field for “{name}”.', details);
    case 'adjacent':
      return say('Between two fields there must be something: a blank is enough.');
  }
}

/** `Line 12: epoch 3, loss 0.5`: what a pattern read first or last; `–` where it read nothing. */
export function matchedWords(match: PatternMatch, which: 'first' | 'last', say: Say): string {
  const matched = match[which];
  if (matched === null) return '–';
  const values = match.pattern.fields.map(
    ({ name }, at) => `${shownName(name)} ${formatNumber(matched.values[at] ?? NaN)}`,
  );
  return say('Line {line}: {values}', { line: matched.line, values: values.join(', ') });
}

/** What a pattern that is being written reads of a log. */
export function triedWords({ match, nearest }: TriedPattern, say: Say): string {
  const { lines } = match;
  if (lines === 0) {
    return nearest === null
      ? say('No line begins like this.')
      : say('No line is like this. Line {line} is, up to “{agrees}”.', {
          line: nearest.line,
          agrees: nearest.agrees.slice(-60),
        });
  }
  const first = matchedWords(match, 'first', say);
  if (lines === 1) return say('1 line. {first}', { first });
  const last = matchedWords(match, 'last', say);
  return say('{lines} lines. {first} … {last}', { lines: formatCount(lines), first, last });
}
