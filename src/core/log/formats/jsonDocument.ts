import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { DocumentRecords, markPlanned } from './json/documentRecords';
import { DocumentText } from './json/documentText';
import { historiesIn } from './json/histories';
import { readTolerantly } from './json/tolerantJson';

/** Collects the text; a document means something only as a whole. */
class JsonDocumentReader implements LogReader {
  readonly #head: LogHead;
  readonly #sink: LogSink;
  readonly #text: DocumentText;

  constructor(head: LogHead, sink: LogSink) {
    this.#head = head;
    this.#sink = sink;
    this.#text = new DocumentText(head);
  }

  push(bytes: Uint8Array): void {
    this.#text.push(bytes);
  }

  end(): void {
    const document = readTolerantly(this.#text.take());
    const bytes = this.#text.cutAt;
    if (bytes > 0) this.#sink.problem({ code: 'too-large', line: 0, details: { bytes } });
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
