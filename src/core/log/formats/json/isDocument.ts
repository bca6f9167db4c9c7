import type { LogHead } from '../../format';
import { readTolerantly } from './tolerantJson';

/** Whether a file is one JSON value, as far as its head tells; notebooks are left to those who read their outputs. */
export function isJsonDocument(head: LogHead): boolean {
  if (!/^\ufeff?\s*[[{]/.test(head.text)) return false;
  const { truncated, badLine, end } = readTolerantly(head.text);
  if (badLine > 0 || (truncated && head.complete)) return false;
  return truncated || head.text.slice(end).trim() === '';
}
