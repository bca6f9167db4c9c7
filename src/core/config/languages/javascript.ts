import { lazily } from '../lazily';
import { type Reading, readEssence } from '../readEssence';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './javascript/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./javascript/reader') as typeof Reader);

const READING: Reading = {
  start: /^[^\s})\]/*]/,
  nests: true,
  read: text => ({ settings: reader().readJavaScript(text), problems: [] }),
};

/** JavaScript and TypeScript (TensorFlow.js, ONNX, brain.js): constants, options, defaults and flags. */
export const javascript: ConfigLanguage = {
  id: 'javascript',
  editorLanguages: ['javascript', 'typescript', 'javascriptreact', 'typescriptreact'],
  endings: ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.jsx', '.tsx'],
  read: text => readEssence(text, READING),
};
