import { lazily } from '../lazily';
import { type Reading, readEssence } from '../readEssence';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './julia/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./julia/reader') as typeof Reader);

const READING: Reading = {
  start: /^(?!(?:end|else|elseif|catch)\b)[^\s#})\]]/,
  nests: true,
  read: text => ({ settings: reader().readJulia(text), problems: [] }),
};

/** Julia (Flux, Lux, MLJ): constants, keyword arguments, fields, loops and `@epochs`. */
export const julia: ConfigLanguage = {
  id: 'julia',
  editorLanguages: ['julia'],
  endings: ['.jl'],
  read: text => readEssence(text, READING),
};
