import { readEssence } from '../readEssence';
import type { ConfigLanguage, ConfigReading } from '../setting';
import type { Place } from '../place';
import { ConfigValues } from '../values';

const SECTION = /^\s*\[\[?([^\]\r\n]{1,200})\]/;
const PAIR = /^\s*([A-Za-z_][\w.-]{0,100})\s*[=:]\s*/;
/** A comment behind a value needs a blank before it. */
const COMMENT = /\s[#;]/;
/** Where the number comes from elsewhere: `${paths.epochs}` (spaCy), `%(epochs)s` (configparser), null. */
const ELSEWHERE = /^(?:\$\{|\{\{|<|%\(|null$|none$)/i;

interface Pair {
  readonly key: Place;
  readonly value: Place;
}

interface Section {
  readonly path: readonly string[];
  readonly pairs: Pair[];
}

/** INI and its relatives: spaCy, Darknet with repeated sections, LightGBM without any, Java properties. */
export const ini: ConfigLanguage = {
  id: 'ini',
  editorLanguages: ['ini', 'properties', 'dotenv'],
  endings: ['.ini', '.cfg', '.conf', '.properties', '.env'],
  read: text => readEssence(text, { start: /^\[/, nests: false, read: readIni }),
};

function readIni(text: string): ConfigReading {
  const values = new ConfigValues();
  for (const section of sectionsOf(text, values)) {
    const group = values.mapping(section.pairs.map(({ key }) => key.text));
    for (const { key, value } of section.pairs) {
      const place = inQuotes(value);
      const isText = place.start !== value.start || /\s/.test(place.text);
      const standsFor = ELSEWHERE.test(place.text);
      values.value({
        ...{ path: section.path, key: key.text, keyPlace: key },
        ...{ place, group, isText, standsFor },
      });
    }
  }
  return { settings: values.settings(), problems: [] };
}

/** The sections with their pairs; lines that are a command's arguments (`--num-epochs=5`, Kaldi) go to `values` at once. */
function sectionsOf(text: string, values: ConfigValues): Section[] {
  let section: Section = { path: [], pairs: [] };
  const sections = [section];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const name = SECTION.exec(line)?.[1];
    if (name !== undefined) {
      section = { path: name.trim().split('.'), pairs: [] };
      sections.push(section);
      continue;
    }
    if (/^\s*--/.test(line))
      values.list([{ start: index, end: index + line.length, text: line }], []);
    const pair = pairIn(line, index);
    if (pair !== null) section.pairs.push(pair);
  }
  return sections;
}

function pairIn(line: string, offset: number): Pair | null {
  const found = PAIR.exec(line);
  if (found === null) return null;
  const key = found[1]!;
  const keyStart = offset + line.indexOf(key);
  const rest = line.slice(found[0].length);
  const comment = rest.search(COMMENT);
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  const start = offset + found[0].length;
  return {
    key: { start: keyStart, end: keyStart + key.length, text: key },
    value: { start, end: start + value.length, text: value },
  };
}

function inQuotes(place: Place): Place {
  const { start, end, text } = place;
  const isQuoted = text.length >= 2 && /^["']/.test(text) && text.endsWith(text[0]!);
  return isQuoted ? { start: start + 1, end: end - 1, text: text.slice(1, -1) } : place;
}
