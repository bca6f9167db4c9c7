const REHEARSAL =
  /debug|smoke|dry_?run|fast_dev|quick|toy|sanity|unittest|testing|test_?(?:run|mode)|is_test\b|profil/i;

/** What a condition makes of what it guards: a rehearsal of the training, everything but one, or neither. */
export function rehearses(condition: string): 'yes' | 'no' | null {
  if (!REHEARSAL.test(condition)) return null;
  return /\bnot\b|==\s*(?:0|False)\b/.test(condition) ? 'no' : 'yes';
}
