import { mayHoldSettings } from '../gate';
import type { ConfigLanguage, ConfigSetting } from '../setting';
import type { Place } from '../place';
import { ConfigValues } from '../values';

/** What a variable's name stands behind; several may follow one `local`. */
const LOCAL = /^(?:local|[,(])$/;
/** Names of ancestors that are kept. */
const DEEPEST = 100;
/** Beyond this it is generated data. */
const LARGEST = 20_000_000;

/** A comment, a text, a name (with what makes it a key or a variable), a number, a bracket, or what separates. */
const TOKEN =
  /\/\/[^\n]*|#[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_]\w*|\d[\d_.]*(?:[eE][+-]?\d+)?|[{}[\]():,;=+]/g;
const NAME = /^["']?[A-Za-z_][\w.-]*["']?$/;

/** What may stand after a value that is no part of an expression. */
const SEPARATOR = /^[,;}\])]$/;

interface Pair {
  readonly key: Place;
  /** null: a part of an expression. */
  readonly value: Place | null;
  readonly path: readonly string[];
}

/** An object, list or the text itself, whose pairs are neighbours. */
interface Scope {
  readonly path: readonly string[];
  readonly pairs: Pair[];
}

/** Jsonnet (AllenNLP): keys of objects and `local` variables. No parser for it is kept; tokens and brackets are enough for names and numbers. */
export const jsonnet: ConfigLanguage = {
  id: 'jsonnet',
  editorLanguages: ['jsonnet'],
  endings: ['.jsonnet', '.libsonnet'],
  read(text) {
    if (!mayHoldSettings(text)) return { settings: [], problems: [] };
    if (text.length > LARGEST)
      return { settings: [], problems: [{ offset: 0, code: 'too-large' }] };
    return { settings: settingsIn(scopesOf(tokensOf(text))), problems: [] };
  },
};

function settingsIn(scopes: readonly Scope[]): readonly ConfigSetting[] {
  const values = new ConfigValues();
  for (const { pairs } of scopes) {
    const group = values.mapping(pairs.map(({ key }) => key.text));
    for (const { key, value, path } of pairs) {
      if (value === null) continue;
      const isText = /^["']/.test(value.text);
      const place = isText ? unquoted(value) : value;
      const standsFor = !isText && NAME.test(value.text);
      const refersTo = standsFor ? value.text : null;
      const stands = { standsFor, refersTo };
      values.value({ path, key: key.text, keyPlace: key, place, group, isText, ...stands });
    }
  }
  return values.settings();
}

function tokensOf(text: string): readonly Place[] {
  return [...text.matchAll(TOKEN)]
    .filter(({ 0: token }) => !/^(?:\/\/|#|\/\*)/.test(token))
    .map(({ 0: token, index }) => ({ start: index, end: index + token.length, text: token }));
}

function scopesOf(tokens: readonly Place[]): readonly Scope[] {
  const all: Scope[] = [{ path: [], pairs: [] }];
  const open = [...all];
  for (const [at, token] of tokens.entries()) {
    const top = open.at(-1)!;
    if (/^[{[(]$/.test(token.text)) {
      const key = keyBefore(tokens, at);
      const inner = key !== null && top.path.length < DEEPEST;
      const scope = { path: inner ? [...top.path, key.text] : top.path, pairs: [] };
      all.push(scope);
      open.push(scope);
    } else if (/^[}\])]$/.test(token.text)) {
      if (open.length > 1) open.pop();
    } else {
      const pair = pairAt(tokens, at, top.path);
      if (pair !== null) top.pairs.push(pair);
    }
  }
  return all;
}

/** What the token at `at` is the value of, or begins; null where it is none. */
function pairAt(tokens: readonly Place[], at: number, path: readonly string[]): Pair | null {
  const token = tokens[at];
  const key = keyBefore(tokens, at);
  if (token === undefined || key === null || /^[+=:,;]$/.test(token.text)) return null;
  const isAlone = SEPARATOR.test(tokens[at + 1]?.text ?? ';');
  return { key, value: isAlone ? token : null, path };
}

/** The name that the token at `at` is the value of: `name:`, `name+:`, `local name =`. */
function keyBefore(tokens: readonly Place[], at: number): Place | null {
  const textAt = (back: number) => tokens[at - back]?.text ?? '';
  const adds = textAt(1) === ':' && textAt(2) === '+';
  const isVariable = textAt(1) === '=' && LOCAL.test(textAt(3));
  const key = tokens[at - (adds ? 3 : 2)];
  if (!key || !NAME.test(key.text)) return null;
  return textAt(1) === ':' || isVariable ? unquoted(key) : null;
}

function unquoted(place: Place): Place {
  const quotes = /^["']/.test(place.text) ? 1 : 0;
  const [start, end] = [place.start + quotes, place.end - quotes];
  return { start, end, text: place.text.slice(quotes, place.text.length - quotes) };
}
