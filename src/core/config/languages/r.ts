import { lazily } from '../lazily';
import { type Reading, readEssence } from '../readEssence';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './r/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./r/reader') as typeof Reader);

const READING: Reading = {
  start: /^[^\s#})\]]/,
  nests: true,
  read: text => ({ settings: reader().readR(text), problems: [] }),
};

/** R (keras, torch, xgboost, lightgbm, caret): variables, named arguments and loops. */
export const r: ConfigLanguage = {
  id: 'r',
  editorLanguages: ['r', 'rmd'],
  endings: ['.r', '.rmd'],
  read: text => readEssence(text, READING),
};
