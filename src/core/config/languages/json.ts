import { parseTree, type ParseError } from 'jsonc-parser';
import { mayHoldSettings } from '../gate';
import type { ConfigLanguage, ConfigReading } from '../setting';
import { JsonReader } from './documents/jsonReader';
import { ConfigValues } from '../values';

/** Beyond this a JSON file is data, not a config. */
const LARGEST = 20_000_000;

/** JSON, and JSON with comments and trailing commas, VS Code's launch configurations included. */
export const json: ConfigLanguage = {
  id: 'json',
  editorLanguages: ['json', 'jsonc'],
  endings: ['.json', '.jsonc', '.json5', '.code-workspace'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST) return tooMuch('too-large');
    const errors: ParseError[] = [];
    try {
      const root = parseTree(text, errors, { allowTrailingComma: true });
      const reader = new JsonReader(text, 0, new ConfigValues());
      if (root) reader.walk(root, []);
      const problems = errors
        .slice(0, 20)
        .map(error => ({ offset: error.offset, code: 'syntax' as const }));
      return { settings: reader.values.settings(), problems };
    } catch {
      // Only nesting deeper than the stack makes this parser throw.
      return tooMuch('too-deep');
    }
  },
};

const tooMuch = (code: 'too-large' | 'too-deep'): ConfigReading => ({
  settings: [],
  problems: [{ offset: 0, code }],
});
