/** What is remembered at once; then all is forgotten. */
const MOST = 2000;
/** Longer texts are rarely met again. */
const LONGEST = 120;

/** A pure function of a text that works out what it was asked lately once only. What it gives is not to be changed. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (text.length > LONGEST) return make(text);
    // A text that was cut out of a log keeps all of that log in memory; this one does not.
    const own = text.split('').join('');
    const made = make(own);
    if (known.size >= MOST) known.clear();
    known.set(own, made);
    return made;
  };
}
