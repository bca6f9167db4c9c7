import type { LogFormat } from '../format';

/** Free text: whatever a training prints or logs, line by line. Asked last, it takes every text. */
export const text: LogFormat = {
  id: 'text',
  growth: 'append',
  recognize: head => !head.bytes.includes(0),
  open: () => ({ push: () => undefined, end: () => undefined }),
};
