import { nestsTooDeeply } from './depth';
import { essenceOf } from './essence';
import { mayHoldSettings } from './gate';
import type { ConfigReading } from './setting';

/** How a language is read. */
export interface Reading {
  /** The beginning of a line that may begin a part which can be read alone; only large texts are parted. */
  readonly start: RegExp;
  /** Whether its parser's time or stack grows with brackets in brackets. */
  readonly nests: boolean;
  readonly read: (text: string) => ConfigReading;
}

/** Reads a text unless it cannot hold a setting, and of a large one the parts that may; says what was left out. */
export function readEssence(text: string, { start, nests, read }: Reading): ConfigReading {
  if (!mayHoldSettings(text)) return { settings: [], problems: [] };
  const essence = essenceOf(text, start);
  if (nests && nestsTooDeeply(essence.text))
    return { settings: [], problems: [{ offset: 0, code: 'too-deep' }] };
  const reading = read(essence.text);
  if (essence.complete) return reading;
  return { ...reading, problems: [{ offset: 0, code: 'too-large' }, ...reading.problems] };
}
