import { lazily } from '../lazily';
import { type Reading, readEssence } from '../readEssence';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './toml/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./toml/reader') as typeof Reader);

const READING: Reading = {
  start: /^\[/,
  nests: false,
  read: text => reader().readToml(text),
};

/** TOML with exact positions; a line that is no TOML (yet) is left out. */
export const toml: ConfigLanguage = {
  id: 'toml',
  editorLanguages: ['toml'],
  endings: ['.toml'],
  read: text => readEssence(text, READING),
};
