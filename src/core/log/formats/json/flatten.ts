import { numberIn } from '../../numbers';

/** What an object holds, nested keys joined by `/`: its numbers, and its short texts. */
export interface FlatObject {
  readonly names: string[];
  readonly values: number[];
  readonly texts: ReadonlyMap<string, string>;
}

const DEEPEST = 8;
const MOST_VALUES = 5_000;
const LONGEST_TEXT = 200;
/** Objects that repeat how the training was set up, in every record. */
const SETTINGS =
  /^(?:config|configs|hparams|hyperparameters|hyper_parameters|args|arguments|settings|options|env_config)$/i;
/** Statistics of one value, as StyleGAN writes them: the mean stands for it. */
const STATISTICS = new Set(['num', 'count', 'mean', 'std', 'min', 'max', 'n']);

type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value of JSON.parse is an object with keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Flattens an object; lists of several, booleans and null go nowhere, numbers written as text count. */
export function flatten(object: Readonly<Record<string, unknown>>): FlatObject {
  const texts = new Map<string, string>();
  const flat: FlatObject = { names: [], values: [], texts };
  const visit = (prefix: string, value: unknown, depth: number): void => {
    if (typeof value === 'number') put(flat, prefix, value);
    else if (typeof value === 'string') putText(flat, texts, prefix, value);
    else if (isObject(value) && depth <= DEEPEST) inside(prefix, value, depth);
    else if (isOneNumber(value)) put(flat, prefix, value[0]);
  };
  const inside = (prefix: string, value: JsonObject, depth: number): void => {
    const mean = meanOf(value);
    if (mean !== null) put(flat, prefix, mean);
    else {
      for (const key of Object.keys(value)) {
        if (!SETTINGS.test(key))
          visit(prefix === '' ? key : `${prefix}/${key}`, value[key], depth + 1);
      }
    }
  };
  inside('', object, 0);
  nameValue(flat);
  return flat;
}

/** Keys of a text that is the name of the one value beside it: `{"tag": "val/loss", "value": 0.5}`. */
const NAME = /^(?:tag|metric|metric_?name|name|key)$/i;
const VALUE = /^(?:value|val|metric_?value)$/i;

function nameValue({ names, texts }: FlatObject): void {
  const at = names.findIndex(name => VALUE.test(name));
  if (at < 0) return;
  for (const [key, text] of texts) {
    if (NAME.test(key) && text.length > 0) names[at] = text;
  }
}

function isOneNumber(value: unknown): value is readonly [number] {
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'number';
}

function putText(flat: FlatObject, texts: Map<string, string>, name: string, text: string): void {
  const number = numberIn(text);
  if (number !== null) put(flat, name, number);
  else if (text.length <= LONGEST_TEXT) texts.set(name, text);
}

function put(flat: FlatObject, name: string, value: number): void {
  if (flat.names.length >= MOST_VALUES) return;
  flat.names.push(name);
  flat.values.push(value);
}

function meanOf(value: Readonly<Record<string, unknown>>): number | null {
  const { mean } = value;
  if (typeof mean !== 'number' || !Object.keys(value).every(key => STATISTICS.has(key)))
    return null;
  return mean;
}
