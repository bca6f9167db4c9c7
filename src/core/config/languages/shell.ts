import { mayHoldSettings } from '../gate';
import { lazily } from '../lazily';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './shell/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./shell/reader') as typeof Reader);

/** Beyond this a shell script is an archive that unpacks itself. */
const LARGEST = 1_000_000;

/** Bash and what it can read: commands with their flags, variables, texts that hold a command. */
export const shell: ConfigLanguage = {
  id: 'shell',
  editorLanguages: ['shellscript'],
  endings: ['.sh', '.bash', '.zsh', '.ksh', '.slurm', '.sbatch', '.pbs', '.lsf', '.job'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    return reader().readShell(text);
  },
};
