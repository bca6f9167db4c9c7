import { detectEncoding } from '../encoding';
import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { LineReader } from '../lines';
import { isObject } from './json/flatten';
import { isTrainingObject } from './json/isTraining';
import { ObjectRecords } from './json/objectRecords';
import { parseJson } from './json/parse';

const LONGEST_LINE = 16_777_216;
const LINES_LOOKED_AT = 60;

class JsonLinesReader implements LogReader {
  readonly #sink: LogSink;
  readonly #lines: LineReader;
  readonly #records: ObjectRecords;

  constructor(head: LogHead, sink: LogSink) {
    this.#sink = sink;
    this.#records = new ObjectRecords(head.path, sink);
    this.#lines = new LineReader((text, line) => this.#line(text, line), {
      encoding: detectEncoding(head.bytes),
      maxLength: LONGEST_LINE,
      onTooLong: line => sink.problem({ code: 'too-long-line', line, details: {} }),
    });
  }

  push(bytes: Uint8Array): void {
    this.#lines.push(bytes);
  }

  end(): void {
    this.#lines.end();
  }

  #line(text: string, line: number): void {
    const trimmed = text.trim();
    if (trimmed === '') return;
    const object = trimmed.startsWith('{') ? parseJson(trimmed) : undefined;
    if (isObject(object)) this.#records.add(object, line);
    else this.#sink.problem({ code: 'bad-json', line, details: {} });
  }
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

/** JSON Lines: one object per line, whatever the file is called. */
export const jsonLines: LogFormat = {
  id: 'json-lines',
  growth: 'append',
  recognize(head) {
    if (!/^\ufeff?\s*\{/.test(head.text)) return false;
    const { objects, others } = firstObjects(head);
    if (objects.length === 0 || others > objects.length) return false;
    // The first line may tell of the environment or the settings only (mmengine, mmdetection).
    return objects.some(object => isTrainingObject(object, head.path));
  },
  open: (head, sink) => new JsonLinesReader(head, sink),
};
