/** Characters of a glob, and what its braces may multiply to: settings of a workspace are anybody's, and matching must end soon. */
const LONGEST = 300;
const MOST_ALTERNATIVES = 64;

/**
 * Whether a path (relative, `/` between parts) is one that a glob names, or lies in a folder that one names: `**`, `*`,
 * `?` and `{a,b}` as in VS Code's settings. Time is in proportion to both lengths. Globs that are too long count as none.
 */
export function globs(patterns: readonly string[]): (path: string) => boolean {
  const wanted = patterns.flatMap(pattern =>
    alternatives(pattern.slice(0, LONGEST + 1)).map(partsOf),
  );
  if (wanted.length === 0) return () => false;
  return path => {
    const parts = path.split('/');
    return parts.some((_, at) => wanted.some(glob => matches(glob, parts.slice(0, at + 1))));
  };
}

/** A folder is left out with everything in it, so that it need not be entered. */
function partsOf(glob: string): readonly string[] {
  const parts = glob.replace(/^\/+/, '').split('/');
  return parts.length > 1 && parts.at(-1) === '**' ? parts.slice(0, -1) : parts;
}

/** A glob without its braces; none where one is not closed, or there are too many. */
function alternatives(glob: string): readonly string[] {
  if (glob === '' || glob.length > LONGEST) return [];
  const open = glob.indexOf('{');
  if (open < 0) return glob.includes('}') ? [] : [glob];
  const close = glob.indexOf('}', open);
  if (close < 0 || glob.slice(open + 1, close).includes('{')) return [];
  const behind = alternatives(glob.slice(close + 1) || '\0').map(rest => rest.replace('\0', ''));
  const all = glob
    .slice(open + 1, close)
    .split(',')
    .flatMap(each => behind.map(rest => glob.slice(0, open) + each + rest));
  return all.length > MOST_ALTERNATIVES ? [] : all;
}

/** `**` stands for any number of parts. */
function matches(glob: readonly string[], path: readonly string[]): boolean {
  return runs(glob, path, '**', (one, part) =>
    runs(Array.from(one), Array.from(part), '*', isCharacter),
  );
}

const isCharacter = (one: string, character: string) => one === '?' || one === character;

/**
 * Whether items go through a pattern in which `any` stands for any number of them: only the last `any` is ever gone
 * back to, so that the time is in proportion to the product of the lengths.
 */
function runs(
  pattern: readonly string[],
  items: readonly string[],
  any: string,
  fits: (one: string, item: string) => boolean,
): boolean {
  let [at, last, from] = [0, -1, 0];
  for (let item = 0; item < items.length;) {
    if (pattern[at] === any) [last, from, at] = [at, item, at + 1];
    else if (at < pattern.length && fits(pattern[at]!, items[item]!))
      [at, item] = [at + 1, item + 1];
    else if (last >= 0) [at, from, item] = [last + 1, from + 1, from + 1];
    else return false;
  }
  while (pattern[at] === any) at++;
  return at === pattern.length;
}
