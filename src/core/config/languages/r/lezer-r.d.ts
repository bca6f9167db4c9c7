// Grammars that come without types of their own.
declare module 'lezer-r' {
  import type { Parser } from '@lezer/common';
  export const parser: Parser;
}
