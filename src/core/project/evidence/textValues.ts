import { HOLE } from '../../config/writtenPath';

/** A name with more values than this says nothing about one of them. */
const MOST_VALUES = 4;
const DEEPEST = 4;
const LONGEST = 300;

/** `name: value`, `NAME=value`, `"name": "value"`, one a line. */
const ASSIGNED =
  /^[ \t]*(?:export[ \t]+|set[ \t]+|ENV[ \t]+|-[ \t]+)?["']?([A-Za-z_][\w.-]*)["']?[ \t]*[:=]{1,2}[ \t]*(?:![\w:.]+[ \t]+)?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"',#][^\s,#]*))[ \t]*,?[ \t]*(?:#.*)?\r?$/gm;
/** `$NAME`, `${NAME:-x}`, `${section.name}`, `%NAME%`, HyperPyYAML's `<name>`. */
const PLACEHOLDER =
  /\$\{([^{}]*)\}|\$\(([\w.]+)\)|\$([A-Za-z_]\w*)|%([A-Za-z_]\w*)%|<([A-Za-z_]\w*)>|\$\([^()]*\)|\$[\d@*#?!$]/g;

/** The texts that names stand for in a file of names and values; the last part of a dotted name. */
export function textValues(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const match of text.matchAll(ASSIGNED)) {
    const name = match[1]!.replace(/^.*\./, '');
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const known = values.get(name);
    if (!known) values.set(name, [value]);
    else if (!known.includes(value)) known.push(value);
  }
  return values;
}

/** The readings of a path with its placeholders filled, with a `HOLE` where the file does not say what with. */
export function withValues(
  path: string,
  values: ReadonlyMap<string, readonly string[]>,
  depth = 0,
): readonly string[] {
  let texts: readonly string[] = [''];
  let at = 0;
  for (const match of path.matchAll(PLACEHOLDER)) {
    const before = path.slice(at, match.index);
    at = match.index + match[0].length;
    const filled = depth < DEEPEST ? valuesOf(match, values, depth) : [HOLE];
    const readings = texts.length * filled.length > MOST_VALUES ? [HOLE] : filled;
    texts = texts.flatMap(text =>
      readings.map(each => `${text}${before}${each}`.slice(0, LONGEST)),
    );
  }
  return texts.map(text => text + path.slice(at));
}

function valuesOf(
  match: RegExpExecArray,
  values: ReadonlyMap<string, readonly string[]>,
  depth: number,
): readonly string[] {
  const inside = match.slice(1).find(Boolean);
  const [, name, fallback] = /^([\w.]+)(?::?[-=](.*))?$/.exec(inside ?? '') ?? [];
  if (name === undefined) return [HOLE];
  const known = values.get(name.replace(/^.*\./, '')) ?? (fallback === undefined ? [] : [fallback]);
  if (known.length === 0 || known.length > MOST_VALUES) return [HOLE];
  return known.flatMap(each => withValues(each, values, depth + 1)).slice(0, MOST_VALUES);
}
