import type { LogFormat, LogHead } from '../format';
import { assignedLists } from './assignedLists';
import { csv } from './csv';
import { isJsonDocument } from './json/isDocument';
import { jsonDocument } from './jsonDocument';
import { jsonLines } from './jsonLines';
import { mlflowMetric } from './mlflowMetric';
import { notebookOf } from './notebook';
import { reshapedTable } from './csv/reshapedTable';
import { numpy } from './numpy';
import { sqlite } from './sqlite';
import { text } from './text';
import { tfevents } from './tfevents';
import { yamlHistory } from './yamlHistory';
import { visualdl } from './visualdl';
import { wandb } from './wandb';

/** The log formats, in the order they are asked: what is most certain first, free text last. */
export const formats: readonly LogFormat[] = [
  sqlite,
  numpy,
  tfevents,
  wandb,
  visualdl,
  notebookOf(text),
  jsonDocument,
  jsonLines,
  mlflowMetric,
  yamlHistory,
  assignedLists,
  reshapedTable,
  csv,
  text,
];

/** The format of a file by its beginning, or `null`: no training log. */
export function recognize(head: LogHead): LogFormat | null {
  const format = formats.find(each => each.recognize(head)) ?? null;
  // A document without a curve is settings or data; read as text, its keys would look like values.
  return format === text && isJsonDocument(head) ? null : format;
}

const BINARY: ReadonlySet<string> = new Set(
  [sqlite, numpy, tfevents, wandb, visualdl].map(({ id }) => id),
);

/** Whether the lines of a log of this format are numbers of records or rows: there is no text to show them in. */
export function isBinaryFormat(id: string): boolean {
  return BINARY.has(id);
}

export { looksLikeLogName } from '../logName';
