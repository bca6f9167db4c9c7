/** Where a name may be cut without cutting a word. */
const CUT = /[/\\ _.:=,-]/;
/** Less than this is not worth the ellipsis, and shorter names need none. */
const LEAST = 4;
const SHORT = 20;

/** What tells names apart: what all of them begin with is left out, up to a whole word. By the whole name; unchanged where all are short, and for one. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const isPlain = names.length < 2 || names.every(name => name.length <= SHORT);
  const common = isPlain ? 0 : commonWords(names);
  const cut = common < LEAST ? 0 : common;
  return new Map(names.map(name => [name, cut === 0 ? name : `…${name.slice(cut)}`]));
}

/** How many characters of whole words all names begin with; one that is the beginning of all others keeps something. */
function commonWords(names: readonly string[]): number {
  const [first = ''] = names;
  let common = Math.min(...names.map(name => name.length - 1));
  while (common > 0 && names.some(name => !name.startsWith(first.slice(0, common)))) common--;
  while (common > 0 && (!CUT.test(first[common - 1] ?? '') || names.some(isInNumber(common))))
    common--;
  return common;
}

/** Whether a name cut here would lose what stands in front of a decimal point. */
function isInNumber(at: number): (name: string) => boolean {
  return name => /\d[.,]$/.test(name.slice(0, at)) && /\d/.test(name[at] ?? '');
}
