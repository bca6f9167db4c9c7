import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from '../../../src/core/config/languages/index';

const CORPUS = '../shared/corpus/configs';

interface Expected {
  readonly settings?: readonly { line: number; column: number; primary: boolean }[];
}

/** Where the totals of a file are, as `line:column`. */
function found(path: string, text: string): string[] {
  const settings = languageOf(path)?.read(text).settings ?? [];
  return settings
    .filter(setting => setting.primary)
    .map(({ start }) => {
      const before = text.slice(0, start).split(/\r\n|\r|\n/);
      return `${before.length}:${before[before.length - 1]!.length + 1}`;
    });
}

describe('settings in real files', () => {
  const folders = ['yaml', 'json', 'jsonc', 'python'].map(name => join(CORPUS, name));

  it('are found, nearly all and nearly nothing else', function () {
    if (!folders.every(folder => existsSync(folder))) return this.skip();
    let [wanted, right, wrong] = [0, 0, 0];
    for (const folder of folders) {
      for (const name of readdirSync(folder).filter(each => each.endsWith('.expected.json'))) {
        const path = join(folder, name.slice(0, -'.expected.json'.length));
        const { settings = [] } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Expected;
        const totals = settings.filter(setting => setting.primary);
        const places = new Set(totals.map(({ line, column }) => `${line}:${column}`));
        const shown = found(path, readFileSync(path, 'utf8'));
        wanted += places.size;
        right += shown.filter(place => places.has(place)).length;
        wrong += shown.filter(place => !places.has(place)).length;
      }
    }
    assert.ok(wanted > 40, `${wanted} wanted`);
    assert.ok(right / wanted >= 0.97, `${right} of ${wanted} found`);
    assert.ok(right / (right + wrong) >= 0.98, `${wrong} wrong`);
  });
});
