import { roleOfName } from '../../axisName';
import type { LogHead } from '../../format';

/** Columns of a table that is too wide to be read: its header alone is longer than a head. */
const TOO_MANY = 2_000;

/** How many names the header of a table has whose first line does not even end in the head; 0: it is no such table. */
export function columnsOfTooWide(head: LogHead): number {
  if (head.complete || /[\r\n]/.test(head.text)) return 0;
  const names = head.text.replace(/^\ufeff/, '').split(/[,;\t|]/);
  const counted = names
    .slice(0, 10)
    .some(name => roleOfName(name.trim()) === 'epoch' || roleOfName(name.trim()) === 'step');
  return names.length > TOO_MANY && counted ? names.length : 0;
}
