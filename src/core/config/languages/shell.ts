import { lazily } from '../lazily';
import { type Reading, readEssence } from '../readEssence';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './shell/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./shell/reader') as typeof Reader);

const READING: Reading = {
  start: /^(?!(?:do|done|then|else|elif|fi|esac)\b)[^\s#})]/,
  nests: false,
  read: text => reader().readShell(text),
};

/** Bash and what it can read: commands with their flags, variables, texts that hold a command. */
export const shell: ConfigLanguage = {
  id: 'shell',
  editorLanguages: ['shellscript'],
  endings: ['.sh', '.bash', '.zsh', '.ksh', '.slurm', '.sbatch', '.pbs', '.lsf', '.job'],
  read: text => readEssence(text, READING),
};
