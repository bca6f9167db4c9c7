/** A path as it is written in a file, and the name it has there. */
export interface WrittenPath {
  readonly text: string;
  /** What stands before it on its line: `output_dir=`, `to_csv(`. */
  readonly before: string;
}

const MOST = 4000;
const LONGEST_LINE = 2000;
const QUOTED = /(["'`])([^"'`\n]{1,160})\1/g;
const PLAIN_VALUE = /^\s*(?:-\s*)?[\w.]+\s*[:=]\s*([^\s"'#][^\s#]{0,159})/;

/** Everything in a text that may be a path: quoted texts, and the plain values of YAML, TOML and INI. */
export function writtenPaths(text: string): readonly WrittenPath[] {
  const found: WrittenPath[] = [];
  for (const line of text.split('\n')) {
    if (found.length > MOST) break;
    if (line.length > LONGEST_LINE || /^\s*(?:#|\/\/|%)/.test(line)) continue;
    for (const match of line.matchAll(QUOTED)) {
      found.push({
        text: match[2]!,
        before: line.slice(Math.max(0, match.index - 60), match.index),
      });
    }
    const plain = PLAIN_VALUE.exec(line);
    if (plain) found.push({ text: plain[1]!, before: line.slice(0, line.indexOf(plain[1]!)) });
  }
  return found;
}

/** The fixed text before the first placeholder (`{net}`, `%s`, `$NAME`), and after the last. */
export function fixedEnds(path: string): { head: string; tail: string; whole: boolean } {
  const first = /[{]|%[sd0-9]|\$/.exec(path);
  if (!first) return { head: path, tail: path, whole: true };
  const tail = /[^}%$]*$/.exec(path)![0].replace(/^[sd]/, '');
  return { head: path.slice(0, first.index), tail, whole: false };
}
