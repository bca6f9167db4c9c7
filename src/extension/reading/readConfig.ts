import { languageOf } from '../../core/config/languages/index';
import type { ConfigReading } from '../../core/config/setting';
import type { Block } from '../../core/project/evidence/block';
import { pathBlocks } from '../../core/project/evidence/pathBlocks';

/** A text to be read as a config file. */
export interface ConfigText {
  /** Its path or name, which tells the language where the editor has no word for it. */
  readonly path: string;
  readonly text: string;
  /** The editor's word for its language; absent for what is in no editor. */
  readonly language?: string | undefined;
}

/** What a config says; nothing of what is in no known language. */
export interface ReadConfig extends Omit<ConfigReading, 'problems'> {
  /** Everything in it that may be a path; absent where that was not looked for yet. */
  readonly blocks?: readonly Block[];
}

/** Reads a config, in this thread or beside it: what is computed from a long text is computed once, where nobody waits. */
export type ConfigReader = (given: ConfigText) => Promise<ReadConfig>;

/** Reads a config here and now. */
export function readConfig({ path, text, language }: ConfigText): ReadConfig {
  return languageOf(path, language)?.read(text) ?? { settings: [] };
}

/** Reads it with all that will be asked of it. */
export function readWholeConfig(given: ConfigText): ReadConfig {
  const reading = readConfig(given);
  const text = reading.cells?.join('\n') ?? given.text;
  return { ...reading, blocks: pathBlocks(text, languageOf(given.path, given.language)) };
}
