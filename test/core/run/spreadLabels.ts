/** Spreads places in the order of the log: equal labels in a row lie evenly between the label before and their own. */
export function spreadLabels(xs: Float64Array): void {
  let usual = 0;
  for (let start = 0; start < xs.length;) {
    const label = xs[start]!;
    let end = start + 1;
    while (end < xs.length && xs[end] === label) end++;
    const count = end - start;
    // The last epoch may not be complete: it is as long as the longest so far.
    usual = Math.max(usual, count);
    const parts = end === xs.length ? usual : count;
    if (count > 1 && Number.isInteger(label))
      for (let at = start; at < end; at++) xs[at] = label - 1 + (at - start + 1) / parts;
    start = end;
  }
}
