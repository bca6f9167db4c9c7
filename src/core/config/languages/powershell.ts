import type { ConfigLanguage } from '../setting';
import { readLines } from './scripts/lines';

/** PowerShell: commands, variables and parameters with a default. */
export const powershell: ConfigLanguage = {
  id: 'powershell',
  editorLanguages: ['powershell'],
  endings: ['.ps1'],
  read: text =>
    readLines(text, {
      comment: /^\s*#/,
      continued: /`\s*$/,
      assignment: /^\s*(?:\[\w+\]\s*)*\$(?:env:)?(\w+)\s*=\s*["']?([^\s"',;)]+)/i,
      silent: /^\s*(?:Write-\w+|echo)\b/i,
    }),
};
