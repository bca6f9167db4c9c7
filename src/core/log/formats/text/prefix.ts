import { CLOCK, type LineScanner } from './scan';
import { afterWrapping } from './wrapping';

const LEVEL = /\b(?:INFO|DEBUG|WARNING|WARN|ERROR|CRITICAL|FATAL|TRACE|NOTICE|I|W|E)\b/g;
/** How far into a line a logger's prefix may reach. */
const LONGEST_PREFIX = 160;
/** `solver.cpp:222]`, `main.py:train_model:`, `test_net.py:  473:` */
const SOURCE =
  /^(?:\d+\s+)?[^\s=]{0,60}\.(?:py|cpp|cc|cu|c|h|java|scala|go|rs|jl|R)(?::\s*\w+)*[\]:]*(?=[\s:\]]|$)[\s:\]-]*/;
/** A logger's name after the level: `root:`, ` - org.nd4j.Listener - `, ` allennlp.training.trainer - `. */
const LOGGER = /^(?::[\w.]+:|[\s-]*[\w\\/]*\.[\w.\\/]+\s+-\s|[\s-]*[\w.]+\s-\s)/;

/** Prefixes that stand one behind the other: a launcher's, a container's, a logger's. */
const MOST_PREFIXES = 5;

/** Where what a line says begins: after time stamps, levels, loggers' names and places in source files. */
export function messageStart(text: string, scan: LineScanner): number {
  let start = 0;
  for (let round = 0; round < MOST_PREFIXES; round++) {
    const before = start;
    start = afterLevel(text, afterClocks(text, scan, afterWrapping(text, start)));
    if (start === before) break;
  }
  const source = SOURCE.exec(text.slice(start, start + LONGEST_PREFIX));
  if (source !== null) start += source[0].length;
  return start;
}

/** `Wed Oct 28 02:19:41 2020`, `[Oct 28 02:19:41]`, `02:19:41 PM`: dates with words. */
const WORDED_DATE =
  /^[\s[(]*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(?:[A-Z][a-z]{2}\s+\d{1,2}|\d{1,2}[\s/-][A-Z][a-z]{2})[,\s/-]+(?:\d{4}[,\s:]+)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[AP]M)?(?:\s+[A-Z]{3,4})?(?:\s+20\d\d)?[\s\])|:,-]*/;

/** Skips dates and times at the front, brackets and dashes around them included. */
function afterClocks(text: string, scan: LineScanner, from: number): number {
  const date = WORDED_DATE.exec(text.slice(from, from + 60));
  if (date !== null) return from + date[0].length;
  let start = from;
  for (let slot = slotFrom(scan, from); slot < scan.count && scan.kinds[slot] === CLOCK; slot++) {
    if (
      !/^[\s[(|>]*(?:(?:[A-Za-z]{3}\s+){0,2}|[IWEF]\d{4}\s+)$/.test(
        text.slice(start, scan.starts[slot]),
      )
    )
      break;
    start = scan.ends[slot]!;
    start += /^[\s\])|:,-]*/.exec(text.slice(start, start + 12))![0].length;
  }
  return start;
}

/** The first slot at or behind a place. */
export function slotFrom(scan: LineScanner, from: number): number {
  let slot = 0;
  while (slot < scan.count && scan.starts[slot]! < from) slot++;
  return slot;
}

function afterLevel(text: string, start: number): number {
  LEVEL.lastIndex = start;
  const level = LEVEL.exec(text.slice(0, start + LONGEST_PREFIX));
  if (level === null) return start;
  const isLetter = level[0].length === 1;
  if (isLetter && (start === 0 || level.index > start + 2)) return start;
  // `Epoch 3 INFO` is no prefix: nothing but names and stamps stands in front of a level.
  if (/[=|;]|\b(?:epoch|step|loss|iter)\b/i.test(text.slice(start, level.index))) return start;
  let end = level.index + level[0].length;
  end += (LOGGER.exec(text.slice(end, end + LONGEST_PREFIX))?.[0] ?? '').length;
  return end + /^[\s\]):|-]*/.exec(text.slice(end, end + 12))![0].length;
}
