import { forEachChild, parse, type Assignment, type Command, type SyntaxNode } from 'unbash';
import { commandWords } from '../../commandLine';
import type { ConfigProblem, ConfigReading } from '../../setting';
import { ConfigValues } from '../../values';

const MOST_PROBLEMS = 20;
const DEEPEST = 200;

/** Commands whose arguments are looked at, printed or searched for, but train nothing. */
const SAYS_ONLY =
  /^(?::|\[|\[\[|test|echo|printf|grep|sed|awk|cat|ls|mkdir|cp|mv|rm|tar|case|log|read|shift|source|\.)$/;
/** Commands that give variables their values. */
const DECLARES = /^(?:export|declare|local|readonly|typeset|env)$/;

/** The settings of a shell script. */
export function readShell(text: string): ConfigReading {
  const reader = new Reader(text);
  reader.read();
  return { settings: reader.values.settings(), problems: reader.problems };
}

/** Walks the script and hands on its commands and variables. */
class Reader {
  readonly values = new ConfigValues();
  readonly problems: ConfigProblem[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    try {
      const script = parse(this.#text);
      for (const { pos } of script.errors?.slice(0, MOST_PROBLEMS) ?? [])
        this.problems.push({ offset: Math.min(pos, this.#text.length), code: 'syntax' });
      this.#walk(script, 0);
    } catch {
      // Only nesting deeper than the stack makes this parser throw.
      this.problems.push({ offset: 0, code: 'too-deep' });
    }
  }

  #walk(node: SyntaxNode, depth: number): void {
    if (depth > DEEPEST) return;
    if (node.type === 'Assignment') this.#assignment(node);
    else if (node.type === 'Command') this.#command(node);
    else forEachChild(node, child => this.#walk(child, depth + 1));
  }

  #command(command: Command): void {
    for (const part of [...command.prefix, ...command.suffix])
      if (part.type === 'Assignment') this.#assignment(part);
    const name = command.name?.text ?? '';
    if (name === ':') this.#defaults(command);
    if (command.name === undefined || SAYS_ONLY.test(name) || DECLARES.test(name)) return;
    const words = [command.name, ...command.suffix].flatMap(part =>
      part.type === 'Word' || part.type === 'Assignment'
        ? commandWords(this.#text.slice(part.pos, part.end), part.pos)
        : [],
    );
    this.values.command(words, []);
  }

  /** `: "${EPOCHS:=10}"`, which only gives a variable its default. */
  #defaults(command: Command): void {
    for (const { pos, end } of command.suffix)
      for (const { text, start } of commandWords(this.#text.slice(pos, end), pos)) {
        const name = /^\$\{(\w+):?=/.exec(text)?.[1];
        if (name !== undefined)
          this.values.variable(name, { text, start, end: start + text.length });
      }
  }

  /** `EPOCHS=10`, `EPOCHS=${1:-10}`, `ARGS="--epochs 10"`, `ARGS=(--epochs 10)`. */
  #assignment({ name, value }: Assignment): void {
    const start = value.pos;
    const source = this.#text.slice(start, value.end);
    const words = commandWords(source, start);
    const first = words[0];
    if (words.some(word => word.text.startsWith('--'))) this.values.command(words, []);
    else if (words.length === 1 && first !== undefined) {
      this.values.variable(name, { ...first, end: first.start + first.text.length });
    }
  }
}
