import type { ConfigLanguage } from '../setting';
import { readLines } from './scripts/lines';

/** Makefiles: the commands of their recipes, and variables. */
export const makefile: ConfigLanguage = {
  id: 'makefile',
  editorLanguages: ['makefile'],
  endings: ['makefile', '.mk', '.make'],
  read: text =>
    readLines(text, {
      comment: /^\s*#/,
      continued: /\\\s*$/,
      assignment: /^\s*(?:export\s+)?(\w+)\s*[:?+]?:?=\s*([^\s#]+)(?=\s*(?:#|$))/,
      silent: /^\s*@?(?:echo|printf|mkdir|rm|cp)\b/,
    }),
};
