import assert from 'node:assert/strict';
import type { ConfigLanguage, ConfigSetting } from '../../../src/core/config/setting';

/** A text in which ‹…› marks what must be found, without the marks, and where they were. */
export function unmarked(marked: string): { text: string; expected: readonly string[] } {
  const expected: string[] = [];
  let text = '';
  for (const part of marked.split(/(‹[^›]*›)/)) {
    if (part.startsWith('‹')) {
      const inside = part.slice(1, -1);
      expected.push(`${text.length}: ${inside}`);
      text += inside;
    } else text += part;
  }
  return { text, expected };
}

const shown = ({ start, text }: ConfigSetting) => `${start}: ${text}`;

/** Asserts that the total lengths in a text are just those marked with ‹…›; gives all its settings. */
export function assertTotals(language: ConfigLanguage, marked: string): readonly ConfigSetting[] {
  const { text, expected } = unmarked(marked);
  const { settings } = language.read(text);
  assert.deepEqual(settings.filter(setting => setting.primary).map(shown), expected, text);
  return settings;
}
