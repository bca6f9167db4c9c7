import { nestsTooDeeply } from '../depth';
import { type Reading, readEssence } from '../readEssence';
import type { ConfigLanguage } from '../setting';
import { lazily } from '../lazily';
import type * as Reader from './python/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./python/reader') as typeof Reader);

/** Beyond this much a Python file is generated data, and the texts in it are no paths. */
const MOST_PATHS = 400_000;

const READING: Reading = {
  start: /^(?!(?:elif|else|except|finally)\b)[^\s#)\]}'"]/,
  nests: true,
  read: text => reader().readPython(text),
};

/** Python: constants, arguments, flags, class fields, dicts and loops, with one file's names followed to their first link. */
export const python: ConfigLanguage = {
  id: 'python',
  editorLanguages: ['python'],
  endings: ['.py', '.pyw'],
  read: text => readEssence(text, READING),
  paths(text) {
    const head = text.slice(0, MOST_PATHS);
    return nestsTooDeeply(head) ? [] : reader().readPythonPaths(head);
  },
};
