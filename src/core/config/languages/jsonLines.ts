import { mayHoldSettings } from '../gate';
import { readEssence } from '../readEssence';
import type { ConfigLanguage, ConfigReading } from '../setting';
import { ConfigValues } from '../values';
import { readJson } from './documents/jsonReader';

/** A line that holds a measured number is a line of a log, whatever else it repeats. */
const MEASURED =
  /"[^"]*(?:loss|acc|accuracy|reward|score|ppl|perplexity|bleu|wer|mse|mae)"\s*:\s*-?\d/i;

/** JSON Lines whose lines are configs, one a line. */
export const jsonLines: ConfigLanguage = {
  id: 'jsonl',
  editorLanguages: ['jsonl'],
  endings: ['.jsonl', '.ndjson'],
  read: text => readEssence(text, { start: /^\{/, nests: false, read: readJsonLines }),
};

function readJsonLines(text: string): ConfigReading {
  const values = new ConfigValues();
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (!mayHoldSettings(line) || MEASURED.test(line)) continue;
    values.document();
    readLine(line, index, values);
  }
  return { settings: values.settings(), problems: [] };
}

function readLine(line: string, offset: number, values: ConfigValues): void {
  try {
    readJson(line, offset, values);
  } catch {
    // Only nesting deeper than the stack makes this parser throw: no config.
  }
}
