import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { languageOf } from '../../../src/core/config/languages/index';
import { assertTotals } from './marked';

/** Files with blocks `=== name`, each a short config or script with its totals in ‹…›. */
const FILES = ['data', 'python', 'scripts', 'code'].map(
  name => `test/fixtures/settings/${name}.txt`,
);

function blocksOf(file: string): readonly { name: string; text: string }[] {
  const parts = readFileSync(file, 'utf8').split(/^=== (.+)\n/m);
  return parts.flatMap((name, at) =>
    at % 2 === 1 ? [{ name: name.trim(), text: parts[at + 1] ?? '' }] : [],
  );
}

describe('settings written as tools and people write them', () => {
  for (const { name, text } of FILES.flatMap(blocksOf)) {
    it(`stand where they are marked and nowhere else in ${name}`, () => {
      const language = languageOf(name);
      assert.ok(language, 'the name says the language');
      assertTotals(language, text);
    });
  }
});
