/** Decodes a stream of bytes cut anywhere. Bad bytes become U+FFFD; a BOM is left for the line reader to drop. */
export class TextStream {
  readonly #decoder: TextDecoder;

  /** An encoding the platform does not know is read as UTF-8. */
  constructor(encoding: string) {
    this.#decoder = decoderOf(encoding);
  }

  /** The text that is certain so far: half a character waits for its rest. */
  push(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes, { stream: true });
  }

  /** What was held back; an unfinished character is U+FFFD. */
  end(): string {
    return this.#decoder.decode();
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true });
  } catch {
    return new TextDecoder('utf-8', { ignoreBOM: true });
  }
}

/**
 * The encoding of a text by its first bytes, as a label for `TextDecoder`: BOM, then zero bytes (UTF-16
 * without BOM), then valid UTF-8, then the legacy encodings of East Asia by how their bytes pair up, then
 * windows-1251 or windows-1252. Plain ASCII and an empty head are UTF-8.
 */
export function detectEncoding(head: Uint8Array): string {
  return bomEncoding(head) ?? wideEncoding(head) ?? (isUtf8(head) ? 'utf-8' : legacyEncoding(head));
}

function bomEncoding(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  return null;
}

/** UTF-16 without a BOM: in mostly Latin text every second byte is zero. */
function wideEncoding(head: Uint8Array): string | null {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > 0.6 * pairs && even < 0.1 * pairs) return 'utf-16le';
  if (even > 0.6 * pairs && odd < 0.1 * pairs) return 'utf-16be';
  return null;
}

/** Valid UTF-8, a few torn characters (two writers, a cut progress bar) aside. */
function isUtf8(head: Uint8Array): boolean {
  let valid = 0;
  let broken = 0;
  for (let i = 0; i < head.length;) {
    const byte = head[i]!;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(byte);
    const end = followers(head, i, length);
    if (end === i + length) valid++;
    else if (end < head.length || length === 0) broken++;
    i = Math.max(end, i + 1);
  }
  return broken * 8 <= valid;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** Where the continuation bytes of the character at `start` end, `length` bytes on at most. */
function followers(head: Uint8Array, start: number, length: number): number {
  let end = start + 1;
  while (end < start + length && end < head.length && (head[end]! & 0xc0) === 0x80) end++;
  return end;
}

/** How the bytes above 0x7f pair up when read as two-byte characters. */
interface Pairs {
  /** Runs of one high byte between ASCII: accents of a Latin text. */
  lonely: number;
  runs: number;
  total: number;
  hangul: number;
  kanaEuc: number;
  kanaSjis: number;
  /** Lead byte below 0xa0: all but rare characters of Shift-JIS, rare ones of GBK, CP949 and Big5. */
  lowLead: number;
  /** Lead byte of a frequent character of Big5; accents of Latin text lie above. */
  big5: number;
  /** Trail byte below 0xa1: Big5 and extended GBK, never plain GB 2312 or EUC. */
  lowTrail: number;
}

function pairsOf(head: Uint8Array): Pairs {
  const pairs: Pairs = {
    lonely: 0,
    runs: 0,
    total: 0,
    hangul: 0,
    kanaEuc: 0,
    kanaSjis: 0,
    lowLead: 0,
    big5: 0,
    lowTrail: 0,
  };
  for (let i = 0; i < head.length;) {
    const lead = head[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    if (i === 0 || head[i - 1]! < 0x80) {
      pairs.runs++;
      if ((head[i + 1] ?? 0) < 0x80) pairs.lonely++;
    }
    countPair(pairs, lead, head[i + 1] ?? 0);
    i += 2;
  }
  return pairs;
}

function countPair(pairs: Pairs, lead: number, trail: number): void {
  pairs.total++;
  countLead(pairs, lead);
  if (trail < 0xa1) pairs.lowTrail++;
  else if (lead >= 0xb0 && lead <= 0xc8) pairs.hangul++;
  else if (lead === 0xa4 || lead === 0xa5) pairs.kanaEuc++;
}

function countLead(pairs: Pairs, lead: number): void {
  if (lead < 0xa0) pairs.lowLead++;
  if (lead >= 0xa1 && lead <= 0xc6) pairs.big5++;
  if (lead === 0x82 || lead === 0x83) pairs.kanaSjis++;
}

/** Encodings in the order they are tried: how much of what kind of pairs makes each likely. */
const LEGACY: readonly (readonly [string, (pairs: Pairs, total: number) => boolean])[] = [
  ['shift_jis', ({ kanaSjis, lowLead }, total) => kanaSjis > 0.3 * total || lowLead > 0.6 * total],
  ['big5', ({ big5, lowTrail }, total) => big5 > 0.9 * total && lowTrail > 0.2 * total],
  ['windows-1252', pairs => pairs.lonely > 0.5 * pairs.runs],
  ['euc-jp', (pairs, total) => pairs.kanaEuc > 0.3 * total],
  ['euc-kr', (pairs, total) => pairs.hangul > 0.9 * total],
  ['big5', (pairs, total) => pairs.lowTrail > 0.25 * total],
  ['gb18030', () => true],
  ['euc-kr', () => true],
  ['big5', () => true],
];

function legacyEncoding(head: Uint8Array): string {
  const pairs = pairsOf(head);
  const found = LEGACY.find(
    ([encoding, isLikely]) => isLikely(pairs, pairs.total) && decodes(head, encoding),
  );
  return found?.[0] ?? 'windows-1251';
}

/** Whether every byte is a character of the encoding; a character cut by the end of the head is fine. */
function decodes(head: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
