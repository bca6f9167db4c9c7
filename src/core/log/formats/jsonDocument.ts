import { detectEncoding, TextStream } from '../encoding';
import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { DocumentRecords, markPlanned } from './json/documentRecords';
import { historiesIn } from './json/histories';
import { readTolerantly } from './json/tolerantJson';

/** Characters kept; a document is read whole, so memory is the limit. */
const LARGEST = 268_435_456;

/** Collects the text; a document means something only as a whole. */
class JsonDocumentReader implements LogReader {
  readonly #head: LogHead;
  readonly #sink: LogSink;
  readonly #stream: TextStream;
  readonly #parts: string[] = [];
  #length = 0;

  constructor(head: LogHead, sink: LogSink) {
    this.#head = head;
    this.#sink = sink;
    this.#stream = new TextStream(detectEncoding(head.bytes));
  }

  push(bytes: Uint8Array): void {
    this.#keep(this.#stream.push(bytes));
  }

  #keep(text: string): void {
    if (this.#length + text.length > LARGEST) {
      if (this.#length <= LARGEST) {
        this.#sink.problem({ code: 'too-large', line: 0, details: { bytes: LARGEST } });
        this.#length = LARGEST + 1;
      }
      return;
    }
    this.#parts.push(text);
    this.#length += text.length;
  }

  end(): void {
    this.#keep(this.#stream.end());
    const document = readTolerantly(this.#parts.join(''));
    this.#parts.length = 0;
    markPlanned(document.value, this.#sink);
    const records = new DocumentRecords(this.#head.path, this.#sink, document.lines);
    for (const history of historiesIn(document.value, this.#head.path)) records.add(history);
    if (document.truncated) this.#sink.problem({ code: 'truncated', line: 0, details: {} });
    else if (document.tooDeep) {
      this.#sink.problem({ code: 'too-deep', line: document.badLine, details: {} });
    } else if (document.badLine > 0) {
      this.#sink.problem({ code: 'bad-json', line: document.badLine, details: {} });
    }
  }
}

/** One JSON value over the whole file: `trainer_state.json`, a Keras history, a list of records. */
export const jsonDocument: LogFormat = {
  id: 'json',
  growth: 'rewrite',
  recognize(head) {
    if (!/^\ufeff?\s*[[{]/.test(head.text)) return false;
    const { value, truncated, end } = readTolerantly(head.text);
    // What goes on after the value is JSON Lines.
    if (!truncated && head.text.slice(end).trim() !== '') return false;
    return historiesIn(value, head.path).length > 0;
  },
  open: (head, sink) => new JsonDocumentReader(head, sink),
};
