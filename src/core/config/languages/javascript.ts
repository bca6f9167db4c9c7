import { parser } from '@lezer/javascript';
import { mayHoldSettings } from '../gate';
import type { ConfigLanguage } from '../setting';
import { readJavaScript } from './code/javascriptValues';

/** Beyond this it is a bundle. */
const LARGEST = 1_000_000;

const typed = parser.configure({ dialect: 'ts jsx' });

/** JavaScript and TypeScript (TensorFlow.js, ONNX, brain.js): constants, options, defaults and flags. */
export const javascript: ConfigLanguage = {
  id: 'javascript',
  editorLanguages: ['javascript', 'typescript', 'javascriptreact', 'typescriptreact'],
  endings: ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.jsx', '.tsx'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    return { settings: readJavaScript(text, typed.parse(text)), problems: [] };
  },
};
