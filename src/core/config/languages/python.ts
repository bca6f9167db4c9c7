import { mayHoldSettings } from '../gate';
import type { ConfigLanguage } from '../setting';
import { collect } from './python/collect';
import { decide } from './python/decide';
import { Expressions } from './python/expression';

/** Beyond this a Python file is generated data. */
const LARGEST = 4_000_000;

/** Python: constants, arguments, flags, class fields, dicts and loops, with one file's names followed to their first link. */
export const python: ConfigLanguage = {
  id: 'python',
  editorLanguages: ['python'],
  endings: ['.py', '.pyw'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    const { facts, problems } = collect(text);
    return {
      settings: decide(facts, new Expressions(text)),
      problems: problems.slice(0, 20).map(offset => ({ offset, code: 'syntax' as const })),
    };
  },
};
