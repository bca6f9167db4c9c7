/** JSON as Python writes it: NaN, Infinity and -Infinity are numbers. `undefined` where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (!/NaN|Infinity/.test(text)) return undefined;
  }
  try {
    return JSON.parse(quoteSpecials(text)) as unknown;
  } catch {
    return undefined;
  }
}

/** Quotes the special numbers that stand outside of strings; readers take numbers written as text. */
function quoteSpecials(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?(?:NaN|Infinity)\b/g, found =>
    found.startsWith('"') ? found : `"${found}"`,
  );
}
