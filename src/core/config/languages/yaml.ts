import { mayHoldSettings } from '../gate';
import { lazily } from '../lazily';
import type { ConfigLanguage } from '../setting';
import type * as Reader from './yaml/reader';

// Bundlers know `require` by its name; what it names is part of the bundle, and runs when it is called.
declare const require: (path: string) => unknown;
const reader = lazily(() => require('./yaml/reader') as typeof Reader);

/** YAML with exact positions; aliases are never expanded, so no document can grow. */
export const yaml: ConfigLanguage = {
  id: 'yaml',
  editorLanguages: ['yaml', 'dockercompose', 'github-actions-workflow'],
  endings: ['.yaml', '.yml', 'mlproject'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    return reader().readYaml(text);
  },
};
