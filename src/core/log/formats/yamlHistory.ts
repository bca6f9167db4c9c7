import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { meaningOf } from '../name';
import { DocumentRecords } from './json/documentRecords';
import { DocumentText } from './json/documentText';
import { flatten } from './json/flatten';
import { type History, historiesIn } from './json/histories';
import { readYaml } from './json/readYaml';

/** Characters kept: such files are written whole after each epoch, so they are small. */
const LARGEST = 67_108_864;
const FEWEST = 2;

class YamlReader implements LogReader {
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
    const { value, lines } = readYaml(this.#text.take());
    const { cutAt } = this.#text;
    if (cutAt > 0) this.#sink.problem({ code: 'too-large', line: 0, details: { bytes: cutAt } });
    const records = new DocumentRecords(this.#path, this.#sink, lines);
    for (const history of historiesIn(value, this.#path)) records.add(history);
  }
}

/** Whether a history holds a measure at several moments: a schedule of learning rates is a setting. */
function isMeasured(history: History): boolean {
  if (history.kind === 'lists') {
    return history.lists.some(({ name, numbers }) => isMeasure(name) && numbers.length >= FEWEST);
  }
  const records =
    history.kind === 'records' ? history.records : history.records.map(([, of]) => of);
  const measured = records.filter(record => flatten(record).names.some(isMeasure));
  return measured.length >= FEWEST;
}

function isMeasure(name: string): boolean {
  return meaningOf(name).kind === 'measure';
}

/** YAML that a training wrote: a list of maps, a document or a key per epoch, lists side by side. Settings are none. */
export const yamlHistory: LogFormat = {
  id: 'yaml',
  growth: 'rewrite',
  recognize(head) {
    if (
      !/^(?:\s*#.*\n|\s*\n)*(?:---\s*\n)?\s*(?:- )?["']?[\w./%@+ -]{1,200}["']?:(?:\s|$)/.test(
        head.text.slice(0, 8192),
      )
    )
      return false;
    if (/[{}\t]/.test(head.text.slice(0, 8192))) return false;
    const { value } = readYaml(head.text);
    return historiesIn(value, head.path).some(isMeasured);
  },
  open: (head, sink) => new YamlReader(head, sink),
};
