import { readEssence } from '../readEssence';
import type { ConfigLanguage, ConfigReading } from '../setting';
import { ConfigValues } from '../values';

/** `scope/module.Class.parameter = value`, also indented below `module.Class:`. */
const BINDING = /^([ \t]*)([A-Za-z_][\w./]{0,200})[ \t]*=[ \t]*([^\s#]+)[ \t]*(?:#.*)?$/;
const BLOCK = /^([A-Za-z_][\w./]{0,200}):\s*(?:#.*)?$/;

interface Binding {
  readonly path: readonly string[];
  readonly key: string;
  readonly keyStart: number;
  readonly start: number;
  readonly text: string;
}

/** Gin (T5X, Dopamine, MultiNeRF): macros, and parameters of functions and classes. */
export const gin: ConfigLanguage = {
  id: 'gin',
  editorLanguages: ['gin'],
  endings: ['.gin'],
  read: text => readEssence(text, { start: /^\S/, nests: false, read: readGin }),
};

function readGin(text: string): ConfigReading {
  const bindings = bindingsOf(text);
  const values = new ConfigValues();
  const group = values.mapping(bindings.map(({ key }) => key));
  for (const { path, key, keyStart, start, text: value } of bindings) {
    const keyPlace = { start: keyStart, end: keyStart + key.length };
    const place = { start, end: start + value.length, text: value };
    const standsFor = /^(?:%|None$)/.test(value);
    values.value({ path, key, keyPlace, place, group, isText: false, standsFor });
  }
  return { settings: values.settings(), problems: [] };
}

function bindingsOf(text: string): readonly Binding[] {
  const bindings: Binding[] = [];
  let block: readonly string[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const header = BLOCK.exec(line)?.[1];
    if (header !== undefined) block = namesOf(header);
    const [, indent, name, value] = BINDING.exec(line) ?? [];
    if (indent === undefined || name === undefined || value === undefined) continue;
    const names = namesOf(name);
    const key = names.at(-1) ?? name;
    const outer = indent === '' ? [] : block;
    const keyStart = index + indent.length + name.length - key.length;
    const start = index + line.indexOf(value, line.indexOf('=') + 1);
    const path = [...outer, ...names.slice(0, -1)];
    bindings.push({ path, key, keyStart, start, text: value });
  }
  return bindings;
}

/** The scope before the last `/` names no parameter. */
function namesOf(name: string): readonly string[] {
  return name.slice(name.lastIndexOf('/') + 1).split('.');
}
