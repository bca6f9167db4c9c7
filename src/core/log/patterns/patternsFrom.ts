import { MOST_PATTERNS, type LogPattern, type PatternProblem } from './pattern';
import { parsePattern } from './parsePattern';

/** The patterns of a list, and what is wrong with the others. */
export interface Patterns {
  readonly patterns: readonly LogPattern[];
  readonly problems: readonly PatternProblem[];
}

/** Reads the patterns a user gave, in their order. Whatever is wrong with one, the others are read. */
export function patternsFrom(given: unknown): Patterns {
  const list: readonly unknown[] = Array.isArray(given) ? given : [];
  const patterns: LogPattern[] = [];
  const problems: PatternProblem[] = [];
  list.slice(0, MOST_PATTERNS).forEach((each, index) => {
    const { pattern, problem } = parsePattern(each, index);
    if (pattern !== null) patterns.push(pattern);
    else problems.push(problem);
  });
  if (list.length > MOST_PATTERNS) {
    const details = { most: MOST_PATTERNS };
    problems.push({ code: 'too-many', index: MOST_PATTERNS, at: 0, pattern: '', details });
  }
  return { patterns, problems };
}
