import { detectEncoding } from '../encoding';
import { LineReader } from '../lines';
import { PatternMatcher, plainLine } from './matchPattern';
import type { LogPattern } from './pattern';
import { type PatternMatch, PatternReader } from './patternReader';

/** What a pattern reads of a log. */
export interface TriedPattern {
  readonly match: PatternMatch;
  /** Where no line matches: the line that agrees with it longest, and the text up to which it does. */
  readonly nearest: { readonly line: number; readonly agrees: string } | null;
}

const LONGEST_LINE = 65_536;

/** Tries a pattern on the text of a log. */
export function tryPattern(pattern: LogPattern, bytes: Uint8Array): TriedPattern {
  const encoding = detectEncoding(bytes);
  const sink = { record: () => undefined, mark: () => undefined, problem: () => undefined };
  const reader = new PatternReader([pattern], sink, encoding);
  reader.push(bytes);
  reader.end();
  const match = reader.matches[0]!;
  return { match, nearest: match.lines > 0 ? null : nearestTo(pattern, bytes, encoding) };
}

function nearestTo(
  pattern: LogPattern,
  bytes: Uint8Array,
  encoding: string,
): TriedPattern['nearest'] {
  const matcher = new PatternMatcher(pattern);
  let nearest: TriedPattern['nearest'] = null;
  const lines = new LineReader(
    (text, line) => {
      const plain = plainLine(text);
      matcher.matches(plain);
      if (matcher.furthest > (nearest?.agrees.length ?? 0))
        nearest = { line, agrees: plain.slice(0, matcher.furthest) };
    },
    { encoding, redraws: 'all', maxLength: LONGEST_LINE },
  );
  lines.push(bytes);
  lines.end();
  return nearest;
}
