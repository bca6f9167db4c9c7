import { nestsTooDeeply } from '../depth';
import { mayHoldSettings } from '../gate';
import { lazily } from '../lazily';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './javascript/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./javascript/reader') as typeof Reader);

/** Beyond this it is a bundle. */
const LARGEST = 1_000_000;

/** JavaScript and TypeScript (TensorFlow.js, ONNX, brain.js): constants, options, defaults and flags. */
export const javascript: ConfigLanguage = {
  id: 'javascript',
  editorLanguages: ['javascript', 'typescript', 'javascriptreact', 'typescriptreact'],
  endings: ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.jsx', '.tsx'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    if (nestsTooDeeply(text)) return { settings: [], problems: [{ offset: 0, code: 'too-deep' }] };
    return { settings: reader().readJavaScript(text), problems: [] };
  },
};
