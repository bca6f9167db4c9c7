import { nestsTooDeeply } from '../depth';
import { mayHoldSettings } from '../gate';
import { lazily } from '../lazily';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './r/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./r/reader') as typeof Reader);

/** Beyond this it is generated data. */
const LARGEST = 1_000_000;

/** R (keras, torch, xgboost, lightgbm, caret): variables, named arguments and loops. */
export const r: ConfigLanguage = {
  id: 'r',
  editorLanguages: ['r', 'rmd'],
  endings: ['.r', '.rmd'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    if (nestsTooDeeply(text)) return { settings: [], problems: [{ offset: 0, code: 'too-deep' }] };
    return { settings: reader().readR(text), problems: [] };
  },
};
