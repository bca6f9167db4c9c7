import { mayHoldSettings } from '../gate';
import { lazily } from '../lazily';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './toml/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./toml/reader') as typeof Reader);

/** Beyond this a TOML file is data, not a config. */
const LARGEST = 1_000_000;

/** TOML with exact positions; a line that is no TOML (yet) is left out. */
export const toml: ConfigLanguage = {
  id: 'toml',
  editorLanguages: ['toml'],
  endings: ['.toml'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    return reader().readToml(text);
  },
};
