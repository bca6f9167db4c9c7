import type {
  ExplainedField,
  Explanation,
  FieldUse,
  IgnoredReason,
  LogMark,
  RunStart,
  SkippedReason,
} from '../../run/explanation';
import type { RunStatus, Split } from '../../run/run';
import type { Say } from '../say';
import { formatCount } from './numbers';
import { countOf, unitWord } from './units';

/** What a format is called; one that is not known here goes by its id. */
export function formatName(id: string, say: Say): string {
  const names: Readonly<Record<string, string>> = {
    text: say('free text'),
    csv: say('a table (CSV, TSV or the like)'),
    'json-lines': say('JSON Lines'),
    json: say('a JSON document'),
    notebook: say('a Jupyter notebook'),
    tfevents: say('TensorBoard events'),
    sqlite: say('a SQLite database'),
    numpy: say('arrays of NumPy'),
    yaml: say('a YAML document'),
    lists: say('lists of numbers with names'),
    wandb: say('the records of a W&B run'),
    visualdl: say('the records of VisualDL'),
    mlflow: say('a metric of MLflow’s file store'),
  };
  return names[id] ?? id;
}

/** Why a file was taken for what it is. */
export function recognitionSentence({ format, asked, encoding }: Explanation, say: Say): string {
  if (format === null) {
    return encoding === null
      ? say('Not recognised: this is no text, and no binary log that is known.')
      : say('Not recognised: this is a program, or a document in which no curve was found.');
  }
  const name = formatName(format, say);
  if (asked.length === 0) return say('Recognised as {name} by its content.', { name });
  const others = asked.join(', ');
  const values = { name, others };
  return format === 'text'
    ? say('Recognised as {name}: it is text, and no other format fits ({others}).', values)
    : say('Recognised as {name} by its content; asked before, and no: {others}.', values);
}

/** What a number, column, key or tag became. */
export function useWords({ use, split, reason }: ExplainedField, say: Say): string {
  if (reason !== null) return say('left out: {reason}', { reason: ignoredWords(reason, say) });
  if (use !== 'value') return axisWords(use, say);
  return split === null
    ? say('a curve')
    : say('a curve, {split}', { split: splitName(split, say) });
}

function axisWords(use: Exclude<FieldUse, 'value'>, say: Say): string {
  switch (use) {
    case 'epoch':
      return say('the epoch');
    case 'step':
      return say('the step');
    case 'time':
      return say('the time');
    case 'planned':
      return say('what is planned');
    case 'run':
      return say('which run it is');
    case 'progress':
      return say('how far the epoch or evaluation is');
    case 'ignored':
      return say('left out');
  }
}

function splitName(split: Split, say: Say): string {
  switch (split) {
    case 'train':
      return say('training');
    case 'validation':
      return say('validation');
    case 'test':
      return say('test');
  }
}

/** Why something that could have been a curve is none. */
export function ignoredWords(reason: IgnoredReason, say: Say): string {
  switch (reason) {
    case 'noise':
      return say('by its name time, speed, memory or a counter');
    case 'best':
      return say('it repeats the best so far');
    case 'average':
      return say('the running average beside the value');
    case 'clock':
      return say('a date or a time');
    case 'unit':
      return say('a unit follows: of time, speed, size or a count');
    case 'aside':
      return say('it stands beside the measurements (files, the best, settings)');
    case 'unnamed':
      return say('nothing says what it is');
    default:
      return furtherWords(reason, say);
  }
}

type FirstReason = 'noise' | 'best' | 'average' | 'clock' | 'unit' | 'aside' | 'unnamed';

function furtherWords(reason: Exclude<IgnoredReason, FirstReason>, say: Say): string {
  switch (reason) {
    case 'count':
      return say('a whole number, and no measure by its name');
    case 'unknown-name':
      return say('an unknown name, with no counter or measure beside it');
    case 'index':
      return say('it only numbers the rows');
    case 'other-axis':
      return say('another column is the better axis');
    case 'no-scalar':
      return say('it holds no scalar');
    case 'still':
      return say('its values never change, or only count');
    case 'single':
      return say('a single value beside curves');
  }
}

/** `12 lines: the same place as the line before`. */
export function skippedWords(reason: SkippedReason, lines: number, say: Say): string {
  const count = formatCount(lines);
  return say('{count} without a point: {why}', { count, why: skippedReason(reason, say) });
}

function skippedReason(reason: SkippedReason, say: Say): string {
  switch (reason) {
    case 'setting':
      return say('a setting');
    case 'repeated':
      return say('the same place as the line before');
    case 'no-place':
      return say('nothing had counted yet, and nothing in it is a measure');
    case 'other-process':
      return say('another process prints it, too');
    case 'redrawn':
      return say('earlier states of a progress bar');
    case 'recalled':
      return say('it repeats an earlier result');
    case 'no-training':
      return say('no word of a training came');
  }
}

/** Why a run starts where it does. */
export function startWords({ why, name }: RunStart, say: Say): string {
  switch (why) {
    case 'first':
      return say('the log begins');
    case 'announced':
      return name === null ? say('the log says so') : say('the log says “{name}”', { name });
    case 'counter':
      return say('a counter begins again');
  }
}

/** What a log says once, with the line, or the record where it is no text; `null` for what other parts of the explanation tell. */
export function markSentence(mark: LogMark, isText: boolean, say: Say): string | null {
  const what = markWords(mark, say);
  if (what === null) return null;
  const { line } = mark;
  return isText
    ? say('Line {line}: {what}.', { line, what })
    : say('Record {line}: {what}.', { line, what });
}

function markWords(mark: LogMark, say: Say): string | null {
  switch (mark.kind) {
    case 'planned':
      return say('{count} planned', { count: countOf(mark.count, mark.unit, say) });
    case 'unit':
      return say('counts in {unit}', { unit: unitWord(mark.unit, 2, say) });
    case 'epoch-base':
      return say('the first epoch is {base}', { base: mark.base });
    case 'status':
      return statusName(mark.status, say);
    default:
      return null;
  }
}

/** How a run ended, in a word or two. */
export function statusName(status: RunStatus, say: Say): string {
  switch (status) {
    case 'finished':
      return say('finished');
    case 'early-stopped':
      return say('stopped early');
    case 'interrupted':
      return say('interrupted');
    case 'running':
      return say('running');
    case 'unknown':
      return say('not said');
  }
}

/** Why there is no curve, and what to do about it. */
export function noCurveSentence(explanation: Explanation, say: Say): string {
  const { templates, format } = explanation;
  if (format === null) return say('There is no curve, as nothing was read.');
  const named = templates.filter(({ fields }) => fields.some(({ use }) => use === 'value'));
  if (named.length > 0)
    return say('Values were found, but no word of a training: no epoch, no step, no loss.');
  return templates.length > 0
    ? say('No line names a number as a training would: a loss, a score, an epoch.')
    : say('There is no curve in it.');
}
