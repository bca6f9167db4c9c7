/** Prefixes that practice writes without a separator: `nepochs`, `maxiter`, `numrounds`. */
const GLUED = /^(n|nb|num|max|total|train|tot)(epochs?|iters?|iterations?|steps?|rounds?|trees)$/;

/** Names longer than this are sentences, not names. */
const LONGEST = 80;
/** Names whose words are kept: the few of a file come again and again. */
const MOST_KNOWN = 5000;
const known = new Map<string, readonly string[]>();

/**
 * The lower-case words of a name as written (`--num-train-epochs`, `maxEpochs`, `N_EPOCHS`, `_C.TRAIN.EPOCHS`'s last part).
 * Empty for what is no name: a sentence, a path, an empty text.
 */
export function wordsOf(name: string): readonly string[] {
  let words = known.get(name);
  if (words === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, (words = split(name)));
  }
  return words;
}

/** Names that are one word. */
const PLAIN = /^[a-z][a-z\d]{0,40}$/;

function split(name: string): readonly string[] {
  if (PLAIN.test(name)) return unglued(name);
  if (name.length > LONGEST || !/^-{0,2}[A-Za-z_][\w-]*$/.test(name)) return [];
  return name
    .replace(/^[-_]+/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_-]+/)
    .filter(word => word !== '')
    .flatMap(unglued);
}

function unglued(word: string): readonly string[] {
  const glued = GLUED.exec(word);
  return glued ? [glued[1]!, glued[2]!] : [word];
}
