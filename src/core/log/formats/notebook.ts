import { explainedAt, type LogExplainer } from '../explain';
import type {
  LogFormat,
  LogHead,
  LogMark,
  LogProblem,
  LogReader,
  LogSink,
  RecordShape,
} from '../format';
import { DocumentText } from './json/documentText';
import { readTolerantly } from './json/tolerantJson';
import { outputsOf } from './notebook/cells';
import type { Printed } from './notebook/printed';

/** Cells with outputs beyond which it is no notebook that anyone wrote. */
const MOST_CELLS = 5000;

/** Hands on what a cell's text says, at the lines of the notebook's file; the first record of a text begins a run. */
class CellSink implements LogSink {
  readonly #sink: LogSink;
  readonly #name: string;
  readonly #printed: Printed;
  readonly explain: LogExplainer | undefined;
  #held: LogMark[] | null = [];

  constructor(sink: LogSink, name: string, printed: Printed) {
    this.#sink = sink;
    this.#name = name;
    this.#printed = printed;
    const { explain } = sink;
    this.explain = explain && explainedAt(explain, line => this.#lineOf(line));
  }

  record(shape: RecordShape, values: Float64Array, line: number): void {
    const at = this.#lineOf(line);
    if (this.#held !== null) {
      const held = this.#held;
      this.#held = null;
      this.#sink.mark({ kind: 'run', name: this.#name, line: at });
      for (const mark of held) if (mark.kind !== 'run') this.#sink.mark(mark);
    }
    this.#sink.record(shape, values, at);
  }

  mark(mark: LogMark): void {
    const moved = { ...mark, line: this.#lineOf(mark.line) };
    if (this.#held !== null) this.#held.push(moved);
    else this.#sink.mark(moved);
  }

  problem(problem: LogProblem): void {
    this.#sink.problem({ ...problem, line: this.#lineOf(problem.line) });
  }

  #lineOf(line: number): number {
    const { lines } = this.#printed;
    return lines[line - 1] ?? lines.at(-1) ?? 1;
  }
}

/** Collects the text; where a cell begins is known only from the whole. */
class NotebookReader implements LogReader {
  readonly #sink: LogSink;
  readonly #text: LogFormat;
  readonly #document: DocumentText;

  constructor(head: LogHead, sink: LogSink, text: LogFormat) {
    this.#sink = sink;
    this.#text = text;
    this.#document = new DocumentText(head);
  }

  push(bytes: Uint8Array): void {
    this.#document.push(bytes);
  }

  end(): void {
    const notebook = readTolerantly(this.#document.take());
    if (this.#document.cutAt > 0) this.#problem('too-large', 0);
    const outputs = outputsOf(notebook.value, notebook.lines);
    for (const { cell, printed } of outputs.slice(0, MOST_CELLS)) {
      for (const each of printed) this.#read(`cell ${cell}`, each);
    }
    const { truncated, tooDeep, badLine } = notebook;
    const code = tooDeep ? 'too-deep' : 'bad-json';
    if (outputs.length > MOST_CELLS) this.#problem('too-large', 0);
    if (truncated) this.#problem('truncated', 0);
    else if (badLine > 0) this.#problem(code, badLine);
  }

  #problem(code: LogProblem['code'], line: number): void {
    this.#sink.problem({ code, line, details: {} });
  }

  #read(name: string, printed: Printed): void {
    const head = { path: name, bytes: new Uint8Array(), text: '', complete: true };
    const reader = this.#text.open(head, new CellSink(this.#sink, name, printed));
    reader.push(new TextEncoder().encode(printed.text));
    reader.end();
  }
}

/** Jupyter notebooks: what their cells printed when they ran last, as it is stored in the file; `text` reads it. */
export function notebookOf(text: LogFormat): LogFormat {
  return {
    id: 'notebook',
    growth: 'rewrite',
    recognize(head) {
      if (!/^\ufeff?\s*\{/.test(head.text)) return false;
      if (head.path.endsWith('.ipynb')) return true;
      return head.text.includes('"cell_type"') && /"(?:cells|worksheets)"\s*:/.test(head.text);
    },
    open: (head, sink) => new NotebookReader(head, sink, text),
  };
}
