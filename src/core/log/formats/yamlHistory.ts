import type { LogFormat, LogHead, LogReader, LogSink } from '../format';
import { meaningOf } from '../name';
import { DocumentRecords } from './json/documentRecords';
import { DocumentText } from './json/documentText';
import { flatten } from './json/flatten';
import { type History, historiesIn } from './json/histories';
import { entryOf, readYaml } from './json/readYaml';

/** Characters kept: such files are written whole after each epoch, so they are small. */
const LARGEST = 16_777_216;
const FEWEST = 2;
/** Characters by which a file is taken for YAML. */
const LOOKED_AT = 8192;

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

/** Whether the first line that says anything is a key, alone or in a list. */
function startsLikeYaml(text: string): boolean {
  const first = text.split('\n').find(line => !/^\ufeff?\s*(?:#|$|---\s*$)/.test(line)) ?? '';
  return entryOf(first.trim().replace(/^-\s+/, '')) !== null;
}

/** YAML that a training wrote: a list of maps, a document or a key per epoch, lists side by side. Settings are none. */
export const yamlHistory: LogFormat = {
  id: 'yaml',
  growth: 'rewrite',
  recognize(head) {
    const beginning = head.text.slice(0, LOOKED_AT);
    if (!startsLikeYaml(beginning) || /[{}\t]/.test(beginning)) return false;
    const { value } = readYaml(head.text);
    return historiesIn(value, head.path).some(isMeasured);
  },
  open: (head, sink) => new YamlReader(head, sink),
};
