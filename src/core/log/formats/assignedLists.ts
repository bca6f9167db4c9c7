import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { meaningOf } from '../name';
import { numberIn } from '../numbers';
import { DocumentRecords } from './json/documentRecords';
import { DocumentText } from './json/documentText';
import type { NamedList } from './json/namedList';

/** Characters kept: who prints lists at the end of a training prints few. */
const LARGEST = 16_777_216;
const FEWEST = 3;
/** `train_losses = [`, `"Val acc": [`, `loss: array([`. */
const OPENING =
  /^[ \t]{0,40}["']?([A-Za-z][\w .()%/-]{0,80}?)["']?[ \t]{0,8}[=:][ \t]{0,8}(?:(?:np\.)?array\()?\[/gm;

interface Found {
  readonly lists: readonly NamedList[];
  readonly lines: Map<object, readonly [number, number]>;
  /** The share of the characters that the lists are. */
  readonly share: number;
}

/** Lists of numbers under their names; of one that is cut off at the end, what is there. Linear. */
function listsIn(text: string): Found {
  const lists: NamedList[] = [];
  const lines = new Map<object, readonly [number, number]>();
  let [line, from, taken] = [1, 0, 0];
  for (const found of text.matchAll(OPENING)) {
    const start = found.index + found[0].length;
    if (found.index < from) continue;
    const closing = text.indexOf(']', start);
    const end = closing < 0 ? text.length : closing;
    line += lineBreaks(text, from, found.index);
    const last = line + lineBreaks(text, found.index, end);
    const numbers = numbersIn(text.slice(start, end), closing < 0);
    if (numbers !== null) {
      lists.push({ name: found[1]!.trim(), numbers, source: numbers });
      lines.set(numbers, [line, last]);
      taken += end - found.index;
    }
    [line, from] = [last, end];
  }
  return { lists, lines, share: taken / Math.max(1, text.length) };
}

/** `null`: something in it is no number, or there are few. */
function numbersIn(inside: string, isCut: boolean): readonly number[] | null {
  const cells = inside.split(/[\s,]+/).filter(cell => cell !== '');
  if (isCut) cells.pop();
  const numbers = cells.flatMap(cell => numberIn(cell) ?? []);
  return numbers.length === cells.length && numbers.length >= FEWEST ? numbers : null;
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count++;
  return count;
}

const isMeasure = ({ name }: NamedList): boolean => meaningOf(name).kind === 'measure';

class AssignedListsReader implements LogReader {
  readonly #path: string;
  readonly #sink: LogSink;
  readonly #text: DocumentText;

  constructor(head: LogHead, sink: LogSink) {
    this.#path = head.path;
    this.#sink = sink;
    this.#text = new DocumentText(head, LARGEST);
  }

  push(bytes: Uint8Array): void {
    this.#text.push(bytes);
  }

  end(): void {
    const { lists, lines } = listsIn(this.#text.take());
    const bytes = this.#text.cutAt;
    if (bytes > 0) this.#sink.problem({ code: 'too-large', line: 0, details: { bytes } });
    if (lists.length === 0) return;
    new DocumentRecords(this.#path, this.#sink, lines).add({ kind: 'lists', path: [], lists });
  }
}

/** Text that is nothing but lists with names, as scripts print them at the end: `train_loss = [0.5, 0.25]`. */
export const assignedLists: LogFormat = {
  id: 'lists',
  growth: 'rewrite',
  recognize(head) {
    if (/^\ufeff?\s*[[{]/.test(head.text)) return false;
    const { lists, share } = listsIn(head.text);
    return lists.some(isMeasure) && share > 0.5;
  },
  open: (head, sink) => new AssignedListsReader(head, sink),
};
