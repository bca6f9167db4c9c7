import { nestsTooDeeply } from '../depth';
import { mayHoldSettings } from '../gate';
import { lazily } from '../lazily';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './julia/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./julia/reader') as typeof Reader);

/** Beyond this it is generated data. */
const LARGEST = 1_000_000;

/** Julia (Flux, Lux, MLJ): constants, keyword arguments, fields, loops and `@epochs`. */
export const julia: ConfigLanguage = {
  id: 'julia',
  editorLanguages: ['julia'],
  endings: ['.jl'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    if (nestsTooDeeply(text)) return { settings: [], problems: [{ offset: 0, code: 'too-deep' }] };
    return { settings: reader().readJulia(text), problems: [] };
  },
};
