import { detectEncoding } from '../encoding';
import type { LogFormat, LogHead } from '../format';
import { TextReader } from './text/textReader';

/** Share of control characters above which bytes are no text. */
const BINARY = 0.02;

/** Free text: whatever a training prints or logs, line by line. Asked last, it takes every text. */
export const text: LogFormat = {
  id: 'text',
  growth: 'append',
  recognize: isText,
  open: (head, sink) => new TextReader(sink, detectEncoding(head.bytes)),
};

/** Programs and settings hold names and numbers too, but nothing that a training wrote. */
const SOURCE =
  /\.(?:py|pyi|ipy|js|mjs|cjs|ts|tsx|jsx|c|h|cc|cpp|cu|java|rs|go|jl|r|lua|sh|ps1|bat|ya?ml|toml)$/i;

function isText(head: LogHead): boolean {
  const { bytes, path } = head;
  if (SOURCE.test(path)) return false;
  if (detectEncoding(bytes).startsWith('utf-16')) return true;
  let control = 0;
  for (const byte of bytes) if (byte < 32 && !(byte >= 7 && byte <= 13) && byte !== 27) control++;
  return control <= BINARY * bytes.length;
}
