import { translated } from './foreignWords';

/** Longer names are cut: nobody names a metric in more than this, and every table lookup stays cheap. */
const LONGEST_NAME = 160;

/**
 * A name as written, in lowercase words: split at punctuation and where camelCase says so
 * (`validLoss` → valid, loss; `MSELoss` → mse, loss; `mAP50-95(B)` → map50, 95, b).
 */
export function wordsOf(name: string): readonly string[] {
  const plain = name.slice(0, LONGEST_NAME).replace(/\b[dl]['’](?=\p{L})/giu, ' ');
  return translated(plain)
    .replace(/['’]s\b/g, ' ')
    .replace(/(?<=[a-z0-9]{2})(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})/g, ' ')
    .toLowerCase()
    .split(
      /(?:[^a-z0-9\u0080-\uffff%]|[\u2000-\u206f\u3000-\u3003\uff01\uff08\uff09\uff0c\uff1a\uff1b])+/,
    )
    .filter(word => word !== '');
}
