import { commandWords } from '../../commandLine';
import { readEssence } from '../../readEssence';
import type { ConfigReading } from '../../setting';
import { ConfigValues } from '../../values';

/** How a language of commands is written, a line at a time. */
export interface LineDialect {
  /** What begins a comment, at the beginning of a line. */
  readonly comment: RegExp;
  /** What ends a line that goes on in the next one. */
  readonly continued: RegExp;
  /** An assignment: its first group is the name, its second the value, which ends the match. */
  readonly assignment: RegExp;
  /** More assignments in a line that begins with one, with the same two groups. */
  readonly more?: RegExp;
  /** A line that says something but runs nothing. */
  readonly silent: RegExp;
}

/** The settings in a script of lines: in its commands' flags and in what it gives its variables. Offsets are exact. */
export function readLines(text: string, dialect: LineDialect): ConfigReading {
  return readEssence(text, { start: /^\S/, nests: false, read: part => readWhole(part, dialect) });
}

function readWhole(text: string, dialect: LineDialect): ConfigReading {
  const values = new ConfigValues();
  for (const { line, offset } of logicalLines(text, dialect))
    readLine(line, offset, dialect, values);
  return { settings: values.settings(), problems: [] };
}

function readLine(line: string, offset: number, dialect: LineDialect, values: ConfigValues): void {
  const assigned = dialect.assignment.exec(line);
  if (assigned?.[2] !== undefined && !/\s--/.test(assigned[2])) {
    const more = dialect.more ? line.slice(assigned[0].length).matchAll(dialect.more) : [];
    addVariable(assigned, offset + assigned.index, values);
    for (const each of more) addVariable(each, offset + assigned[0].length + each.index, values);
  } else if (!dialect.silent.test(line)) {
    const words = commandWords(line, offset).filter(word => /[\w$%]/.test(word.text));
    values.command(words, []);
  }
}

/** The variable of a match that ends with its value. */
function addVariable(
  [whole, name, value]: RegExpExecArray,
  at: number,
  values: ConfigValues,
): void {
  if (name === undefined || value === undefined) return;
  const start = at + whole.length - value.length;
  values.variable(name, { start, end: start + value.length, text: value });
}

/** Lines joined where they go on, each with as many characters as in the file; comments are left out. */
function logicalLines(
  text: string,
  { comment, continued }: LineDialect,
): { line: string; offset: number }[] {
  const lines: { line: string; offset: number }[] = [];
  let open = false;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const isComment = comment.test(line);
    const last = lines.at(-1);
    const blank = ' '.repeat(line.length);
    const kept = isComment ? blank : line.replace(continued, end => ' '.repeat(end.length));
    if (open && last) last.line += `${' '.repeat(index - last.offset - last.line.length)}${kept}`;
    else if (!isComment) lines.push({ line: kept, offset: index });
    // A comment between the parts of a line does not end it.
    open = isComment ? open : continued.test(line);
  }
  return lines;
}
