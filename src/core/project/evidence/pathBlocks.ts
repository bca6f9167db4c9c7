import type { ConfigLanguage } from '../../config/setting';
import { HOLE, type WrittenPath } from '../../config/writtenPath';
import type { Block } from './block';
import { scriptBlocks } from './scriptPaths';
import { textValues, withValues } from './textValues';

const MOST = 4000;
const LONGEST_LINE = 2000;
const BEFORE = 60;
const QUOTED = /(["'`])([^"'`\n]{1,160})\1/g;
/** Also behind a tag: `output_folder: !ref results/<seed>`. */
const PLAIN_VALUE =
  /^\s*(?:-\s*)?["']?[\w.]+["']?\s*[:=]\s*(?:![\w:.]+\s+)?([^\s"'#][^\s#]{0,159})/;
/** Languages whose lines are commands. */
const SCRIPTS = new Set(['shell', 'makefile', 'batch', 'powershell', 'dockerfile']);
/** A command inside a file of another kind: a step of a pipeline, a target. */
const COMMAND =
  /^\s*(?:-\s*)?(?:(?:cmd|run|command|entrypoint)\s*:\s*)?(?:[\w./]*\/)?(?:python3?|torchrun|accelerate|deepspeed|bash|sh|nohup|srun)\s+\S/;

/** A command that is an item of a list, in quotes. */
const QUOTED_COMMAND = /^([ \t]*-[ \t]*)"([^"\n]{1,2000})"(?=[ \t]*\r?$)/gm;

/** Everything in a text that may be a path, by the part of the text that it is about. */
export function pathBlocks(text: string, language: ConfigLanguage | null): readonly Block[] {
  if (language !== null && SCRIPTS.has(language.id)) return scriptBlocks(text);
  const paths = language?.paths?.(text) ?? valuePaths(text);
  const whole = { paths, start: 0, end: text.length };
  if (language?.paths || !/python|torchrun|bash|nohup/.test(text)) return [whole];
  const bare = text.replace(QUOTED_COMMAND, '$1 $2 ');
  return [whole, ...scriptBlocks(bare).filter(({ start }) => COMMAND.test(lineAt(bare, start)))];
}

const lineAt = (text: string, start: number) => text.slice(start, start + 200).split('\n', 1)[0]!;

/** Quoted texts, and the plain values of YAML, TOML and INI, with `${names}` filled in. */
function valuePaths(text: string): readonly WrittenPath[] {
  const found: WrittenPath[] = [];
  const values = /[$<]/.test(text) ? textValues(text) : new Map<string, readonly string[]>();
  let start = 0;
  for (const line of text.split('\n')) {
    if (found.length > MOST) break;
    if (line.length <= LONGEST_LINE && !/^\s*(?:#|\/\/|%)/.test(line)) {
      for (const { path, at } of pathsIn(line)) {
        const before = line.slice(Math.max(0, at - BEFORE), at);
        const filled = withValues(path, values).map(withHoles);
        for (const each of filled) found.push({ text: each, before, start: start + at });
      }
    }
    start += line.length + 1;
  }
  return found;
}

function pathsIn(line: string): readonly { path: string; at: number }[] {
  const found = [...line.matchAll(QUOTED)].map(each => ({ path: each[2]!, at: each.index }));
  const plain = PLAIN_VALUE.exec(line);
  if (plain) found.push({ path: plain[1]!, at: line.indexOf(plain[1]!, 1) });
  return found;
}

/** `{net}`, `%s`, `%03d`: placeholders that another language fills. */
const withHoles = (path: string) => path.replace(/\{[^{}]*\}|%[-+0-9.]*[a-zA-Z]/g, HOLE);
