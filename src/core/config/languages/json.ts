import { mayHoldSettings } from '../gate';
import type { ConfigLanguage, ConfigReading } from '../setting';
import { readJson } from './documents/jsonReader';
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
    const values = new ConfigValues();
    try {
      const problems = readJson(text, 0, values);
      return {
        settings: values.settings(),
        problems: problems.map(offset => ({ offset, code: 'syntax' })),
      };
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
