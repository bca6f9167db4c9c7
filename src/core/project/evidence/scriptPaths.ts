import { HOLE } from '../../config/writtenPath';
import type { Block } from './block';
import { textValues, withValues } from './textValues';

const MOST_LINES = 20_000;
const LONGEST_LINE = 4000;
/** Words in all: of a script that was generated there are so many that whoever is sent them waits. */
const MOST_WORDS = 20_000;

/** A line that goes on in the next one. */
const CONTINUED = /[\\^`][ \t]*\r?$/;
/** What a scheduler reads in the comments of a job script. */
const DIRECTIVE = /^\s*#(?:SBATCH|PBS|BSUB|COBALT|\$)\s/;
const JOB_NAME = /^\s*#SBATCH\s+(?:--job-name[=\s]\s*|-J\s*)([\w.-]+)/m;
const COMMENT = /^\s*(?:#|::|rem\s)/i;
/** Words, and the operators that send output to a file. */
const TOKEN = /(?:&>>?|[12]?>>?)|(?:"[^"\n]*"|'[^'\n]*'|\\.|[^\s"'`;|&()<>])+/g;

/** The commands of a script, a line each, with everything in them that may be a path; the first of a script too long for all. */
export function scriptBlocks(text: string): readonly Block[] {
  const values = textValues(text);
  const blocks: Block[] = [];
  let words = 0;
  for (const { line, start, end, whole } of logicalLines(text)) {
    const paths = wordsOf(line, start, values);
    words += paths.length;
    if (words > MOST_WORDS) break;
    blocks.push({ paths, start: whole ? 0 : start, end: whole ? text.length : end });
  }
  return blocks;
}

interface LogicalLine {
  line: string;
  start: number;
  end: number;
  /** It is about the whole script. */
  whole: boolean;
}

/** What `%x` stands for in the names of a job's files. */
const jobNameIn = (text: string) => JOB_NAME.exec(text)?.[1] ?? HOLE;

/** `slurm-%j.out`: the rest of it only the scheduler knows. */
const toldBy = (directive: string, jobName: string) =>
  directive.replaceAll('%x', jobName).replace(/%\d*[A-Za-z]/g, HOLE);

function logicalLines(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  const jobName = jobNameIn(text);
  let open = false;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (lines.length > MOST_LINES) break;
    const isDirective = DIRECTIVE.test(line);
    if (line.length > LONGEST_LINE || (COMMENT.test(line) && !isDirective)) continue;
    const told = isDirective ? toldBy(line, jobName) : line;
    const kept = told.replace(CONTINUED, '');
    const last = lines.at(-1);
    const end = index + line.length;
    if (open && last && last.line.length < LONGEST_LINE) {
      last.line += ` ${kept}`;
      last.end = end;
    } else lines.push({ line: kept, start: index, end, whole: isDirective });
    open = CONTINUED.test(line);
  }
  return lines;
}

/** The words of a line; a flag's value, or what follows `>` and `tee`, is written to that name. */
function wordsOf(
  line: string,
  start: number,
  values: ReadonlyMap<string, readonly string[]>,
): Block['paths'] {
  let before = '';
  return [...line.matchAll(TOKEN)].flatMap(({ 0: token }) => {
    const word = token.replace(/["'\\]/g, '');
    const named = /^(?:--?)?([A-Za-z][\w.-]*)=(.+)$/.exec(word);
    const [name, value] = named ? [`${named[1]!}=`, named[2]!] : [before, word];
    before = named ? '' : beforeNext(word);
    if (!/[\w]/.test(value) || value.startsWith('-')) return [];
    const filled = withValues(value, values).map(text => text.replace(/%[-\w]*/g, HOLE));
    return filled.map(text => ({ text, before: name, start }));
  });
}

function beforeNext(word: string): string {
  if (/>/.test(word) || word === 'tee') return 'open(';
  if (/^-o$/.test(word)) return '--output=';
  return word.startsWith('-') && word !== '-a' ? `${word}=` : word === '-a' ? 'open(' : '';
}
