/** Settings that a log repeats, and the planned length where one of them says it. */
export interface Parameters {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly plannedEpochs: number | null;
}

const LONGEST_VALUE = 200;
const MOST_PAIRS = 300;
/** `Namespace(lr=0.1, epochs=200)`, `{'lr': 0.1, 'epochs': 200}`: a dump of many settings in one line. */
const DUMP = /\b(?:Namespace|Config|Arguments|Args|TrainingArguments|Hparams|HParams|dict)\(\w+=/;
/** `{'lr': 0.1, 'epochs': 200}`: settings, or measurements. */
const DICT = /\{\s*["']/;
const ITEM =
  /["']?([A-Za-z][\w.-]{0,60})["']?\s*[=:]\s*("[^"]{0,200}"|'[^']{0,200}'|[^\s,;(){}[\]]{1,200})/g;
/** `--epochs 100 --lr 0.1` of a command line. */
const OPTION = /--([A-Za-z][\w-]{0,60})(?:\s+|=)([^\s-][^\s]{0,200})/g;
/** `learning_rate: 0.001` alone on its line. */
const SINGLE =
  /^(?:\[\w{1,20}\])?[\s|>*-]*"?([A-Za-z][\w.-]*(?: [\w.-]+){0,3})"?\s*[:=]\s*(\S(?:[^:=]{0,80}\S)?)[\s,|]*$/;
const EPOCHS =
  /^(?:(?:max|num|n|total|nb|train|training|num_train)?[_-]?epochs?(?:[_-]num)?|nepochs?|max_epoch|epochs?_total|num_train_epochs|after-epochs)$/i;

/** Whether a line is surely a dump of settings: whatever it names, nothing in it was measured. */
export function isDump(message: string): boolean {
  return DUMP.test(message.slice(0, 16_384)) || (message.match(/ --[a-z]/g)?.length ?? 0) > 2;
}

/** The settings in one line; none where it is no dump. Linear in its length. */
export function parametersOf(message: string): Parameters {
  const text = message.slice(0, 16_384);
  const pairs: (readonly [string, string])[] = [];
  if (DUMP.test(text) || DICT.test(text)) collect(text, ITEM, pairs);
  else if (text.includes(' --')) collect(text, OPTION, pairs);
  else {
    const single = SINGLE.exec(text.slice(0, 160));
    if (single !== null && text.length <= 160) pairs.push([single[1]!, unquoted(single[2]!)]);
  }
  return { pairs, plannedEpochs: plannedIn(pairs) ?? plannedInWords(text) };
}

function collect(text: string, pattern: RegExp, pairs: (readonly [string, string])[]): void {
  for (const [, name, value] of text.matchAll(pattern)) {
    if (pairs.length < MOST_PAIRS) pairs.push([name!, unquoted(value!)]);
  }
}

function unquoted(value: string): string {
  return value.replace(/^["']|["',]+$/g, '').slice(0, LONGEST_VALUE);
}

/** `Starting training for 50 epochs`, `Starting training (epochs: 20, batch size: 64)`, `max: 5 epochs`, `Scheduled epochs: 300. LR stepped per epoch`. */
const WORDS =
  /\b(?:train|fit|start|begin)\w*\b[^|\d]{0,60}\bepochs\s?[:=]\s?(\d{1,7})\b|\btrain(?:ing|ed)?\b[^.;:|\d]{0,40}\bfor (\d{1,7}) epochs\b|\b(?:max|maximum|total)(?: of)?:? (\d{1,7}) epochs\b|\b(?:scheduled|total|planned|num|number of|max) epochs\s?[:=]\s?(\d{1,7})\b|\bmax_epochs=(\d{1,7})`? reached/i;

/** The planned epochs that a sentence names; `null`: it names none. */
export function plannedInWords(text: string): number | null {
  const found = text.length > 600 || !text.includes('pochs') ? null : WORDS.exec(text);
  const count = Number(found?.slice(1).join('') ?? 0);
  return count > 0 ? count : null;
}

function plannedIn(pairs: Parameters['pairs']): number | null {
  for (const [name, value] of pairs) {
    if (!EPOCHS.test(name.replaceAll(' ', '_'))) continue;
    const count = Number(value);
    if (Number.isInteger(count) && count > 0 && count < 10_000_000) return count;
  }
  return null;
}
