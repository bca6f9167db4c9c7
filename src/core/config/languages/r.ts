import { parser } from 'lezer-r';
import { mayHoldSettings } from '../gate';
import type { ConfigLanguage } from '../setting';
import { readR } from './code/rValues';

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
    return { settings: readR(text, parser.parse(text)), problems: [] };
  },
};
