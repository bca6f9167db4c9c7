/** Prefixes that practice writes without a separator: `nepochs`, `maxiter`, `numrounds`. */
const GLUED = /^(n|nb|num|max|total|train|tot)(epochs?|iters?|iterations?|steps?|rounds?|trees)$/;

/** Names longer than this are sentences, not names. */
const LONGEST = 80;

/**
 * The lower-case words of a name as written (`--num-train-epochs`, `maxEpochs`, `N_EPOCHS`, `_C.TRAIN.EPOCHS`'s last part).
 * Empty for what is no name: a sentence, a path, an empty text.
 */
export function wordsOf(name: string): readonly string[] {
  if (name.length > LONGEST || !/^-{0,2}[A-Za-z_][\w-]*$/.test(name)) return [];
  return name
    .replace(/^[-_]+/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_-]+/)
    .filter(word => word !== '')
    .flatMap(word => {
      const glued = GLUED.exec(word);
      return glued ? [glued[1]!, glued[2]!] : [word];
    });
}
