import type { LogPattern } from '../core/log/patterns/pattern';
import { patternsFrom } from '../core/log/patterns/patternsFrom';
import type { Say } from '../core/report/say';
import { patternSentence } from '../core/report/sentences/patterns';
import type { CommandArguments, CommandOption } from './command';
import { readText } from './readText';

/** Options of the commands that read logs. */
export const PATTERN_OPTIONS: readonly CommandOption[] = [
  {
    name: 'pattern',
    value: 'PATTERN',
    summary: "what a line looks like: 'Epoch {epoch}: loss {val_loss} {*}'; may be repeated",
    repeats: true,
  },
  { name: 'patterns', value: 'FILE', summary: 'a file with one such pattern a line' },
];

/** Characters of a file of patterns at most. */
const LARGEST = 100_000;

/** The patterns of a command line. Throws an error with a sentence where one cannot be read. */
export async function patternsOf(args: CommandArguments, say: Say): Promise<readonly LogPattern[]> {
  const { patterns, problems } = patternsFrom(await patternTexts(args));
  const [first] = problems;
  if (first !== undefined) throw new Error(patternSentence(first, say));
  return patterns;
}

/** The patterns of a command line as they were typed. */
export async function patternTexts(args: CommandArguments): Promise<readonly string[]> {
  const file = args.options['patterns'];
  const listed = typeof file === 'string' ? linesOf(await readText(file, LARGEST)) : [];
  return [...(args.lists?.['pattern'] ?? []), ...listed];
}

/** Lines that are neither empty nor remarks. */
function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter(line => line.trim() !== '' && !line.startsWith('#'));
}
