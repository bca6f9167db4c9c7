import type { ConfigLanguage } from '../setting';
import { readLines } from './scripts/lines';

/** Batch files of Windows: commands, and `set`. */
export const batch: ConfigLanguage = {
  id: 'batch',
  editorLanguages: ['bat'],
  endings: ['.bat', '.cmd'],
  read: text =>
    readLines(text, {
      comment: /^\s*@?(?:rem\b|::)/i,
      continued: /\^\s*$/,
      assignment: /^\s*@?(?:if\b[^\r\n]*?\s\(?\s*)?set\s+(?:\/a\s+)?"?(\w+)\s*=\s*([^\s"]+)/i,
      silent: /^\s*@?(?:echo|if|for|set|goto|mkdir|copy|del)\b/i,
    }),
};
