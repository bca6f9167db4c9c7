import type { Parser } from '@lezer/common';
import { parser } from '@plutojl/lezer-julia';
import { mayHoldSettings } from '../gate';
import type { ConfigLanguage } from '../setting';
import { readJulia } from './code/juliaValues';

/** Beyond this it is generated data. */
const LARGEST = 1_000_000;

/** Its own types name a class that moved. */
const grammar = parser as unknown as Parser;

/** Julia (Flux, Lux, MLJ): constants, keyword arguments, fields, loops and `@epochs`. */
export const julia: ConfigLanguage = {
  id: 'julia',
  editorLanguages: ['julia'],
  endings: ['.jl'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    return { settings: readJulia(text, grammar.parse(text)), problems: [] };
  },
};
