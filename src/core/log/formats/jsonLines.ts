import { ByteLines } from '../bytes/byteLines';
import type { LineTaker } from '../bytes/lineTaker';
import { detectEncoding } from '../encoding';
import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { isObject } from './json/flatten';
import { isTrainingObject } from './json/isTraining';
import { ObjectRecords } from './json/objectRecords';
import { parseJson } from './json/parse';
import { TemplateLines } from './json/templateLines';

const LONGEST_LINE = 16_777_216;
/** A longer line is not worth a template. */
const LONGEST_LEARNED = 65_536;
const LINES_LOOKED_AT = 60;

/** Lines whose like was parsed before are read straight from their bytes, the others are parsed. */
class JsonLinesReader implements LogReader, LineTaker {
  readonly #sink: LogSink;
  readonly #lines: ByteLines;
  readonly #records: ObjectRecords;
  readonly #templates: TemplateLines;

  constructor(head: LogHead, sink: LogSink) {
    this.#sink = sink;
    this.#records = new ObjectRecords(head.path, sink);
    this.#templates = new TemplateLines(sink);
    this.#lines = new ByteLines(this, {
      encoding: detectEncoding(head.bytes),
      maxLength: LONGEST_LINE,
      onTooLong: line => sink.problem({ code: 'too-long-line', line, details: {} }),
    });
  }

  get taken(): number {
    return this.#templates.taken;
  }

  get isSettled(): boolean {
    return this.#lines.isSettled;
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
  }

  run(bytes: Uint8Array, from: number, to: number, line: number): number {
    return this.#templates.run(bytes, from, to, line);
  }

  line(bytes: Uint8Array, from: number, to: number, line: number): void {
    const text = this.#lines.text(from, to);
    const trimmed = text.trim();
    if (trimmed === '') return;
    const object = trimmed.startsWith('{') ? parseJson(trimmed) : undefined;
    if (!isObject(object)) {
      this.#sink.problem({ code: 'bad-json', line, details: {} });
      return;
    }
    // What terminal control and bad bytes were taken out of is no template.
    if (
      this.#records.add(object, line) &&
      text.length <= LONGEST_LEARNED &&
      isPlain(bytes, from, to)
    )
      this.#templates.learn(text, (like, clock) => this.#records.recorded(like, clock));
  }
}

/** Whether a line is printable ASCII. */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at]! < 32 || bytes[at]! > 126) return false;
  return true;
}

/** The objects of the first lines, and how many lines are none. */
function firstObjects(head: LogHead): { objects: Record<string, unknown>[]; others: number } {
  const lines = head.text.split(/[\r\n]+/, LINES_LOOKED_AT + 1);
  if (!head.complete && lines.length > 1 && lines.length <= LINES_LOOKED_AT) lines.pop();
  const filled = lines.slice(0, LINES_LOOKED_AT).filter(line => line.trim() !== '');
  const objects = filled.flatMap(line => {
    const object = line.trimStart().startsWith('{') ? parseJson(line.trim()) : undefined;
    return isObject(object) ? [object] : [];
  });
  return { objects, others: filled.length - objects.length };
}

/** Whether a file is a document that was written without line breaks, as results are: who writes lines ends them. */
function isOneDocument({ path, text, complete }: LogHead): boolean {
  return complete && /\.json$/i.test(path) && !text.trimStart().includes('\n');
}

/** JSON Lines: one object per line, whatever the file is called. */
export const jsonLines: LogFormat = {
  id: 'json-lines',
  growth: 'append',
  recognize(head) {
    if (!/^\ufeff?\s*\{/.test(head.text)) return false;
    const { objects, others } = firstObjects(head);
    if (objects.length === 0 || others > objects.length || isOneDocument(head)) return false;
    // The first line may tell of the environment or the settings only (mmengine, mmdetection).
    return objects.some(object => isTrainingObject(object, head.path));
  },
  open: (head, sink) => new JsonLinesReader(head, sink),
};
