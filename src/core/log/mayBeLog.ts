/** Texts and tables of any name. */
const KINDS = /\.(?:csv|tsv|jsonl?|ndjson|log|txt|out|err)$/i;

/** Whether a file may be a log where nothing is called like one: a text or a table by the end of its name. */
export function mayBeLog(path: string): boolean {
  return KINDS.test(path);
}
