import type { AnalysedRun } from '../project/project';

/** Runs of one thing: folds of one cross-validation, seeds of one training; or a run by itself. */
export interface RunGroup {
  /** The common part of their names, `*` where they differ. */
  readonly name: string;
  readonly runs: readonly AnalysedRun[];
}

/** Words whose number only tells repetitions of one training apart. */
const REPETITION = new Set(
  'fold kfold cv split seed run runs rep repeat repetition trial replicate partition part r s f k'.split(
    ' ',
  ),
);
/** Words whose number is a choice that changes the training, or the moment it was started. */
const CHOICE = new Set(
  (
    'lr batch bs size epoch epochs layer layers dim hidden width depth dropout wd decay alpha beta gamma lambda ' +
    'steps step px res version exp experiment v model resnet vgg net checkpoint ckpt exp stage phase level rank'
  ).split(' '),
);

/**
 * Puts runs of one thing together: several in one log, or logs whose names differ only by the number of a fold, seed or
 * repetition. Anything else stays by itself. In the order of the first run of each group.
 */
export function groupRuns(runs: readonly AnalysedRun[]): readonly RunGroup[] {
  const groups = gathered(runs, each => `${repetitionSkeleton(each.run.name)}\n${each.run.unit}`);
  const alone = groups.filter(group => group.length === 1).map(group => group[0]!);
  const counted = gathered(
    alone,
    each => `${countedName(each.run.name).skeleton}\n${each.run.unit}`,
  );
  const merged = counted.filter(group => group.length > 1 && isCounting(group));
  const taken = new Set(merged.flat());
  const rest = groups.filter(group => group.length > 1 || !taken.has(group[0]!));
  const order = new Map(runs.map((run, index) => [run, index]));
  return [...rest, ...merged]
    .sort((a, b) => (order.get(a[0]!) ?? 0) - (order.get(b[0]!) ?? 0))
    .map(members => ({ name: commonName(members.map(each => each.run.name)), runs: members }));
}

function gathered(
  runs: readonly AnalysedRun[],
  keyOf: (run: AnalysedRun) => string,
): AnalysedRun[][] {
  const groups = new Map<string, AnalysedRun[]>();
  for (const run of runs) {
    const key = keyOf(run);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()];
}

/** A whole number in a name, with the word before it (lower case, '' where none); `#2` numbers the runs of one log. */
interface NumberInName {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly word: string;
}

function numbersIn(name: string): readonly NumberInName[] {
  const found: NumberInName[] = [];
  for (const match of name.matchAll(/\d+(?:\.\d+)*/g)) {
    if (match[0].includes('.')) continue;
    const before = name.slice(Math.max(0, match.index - 24), match.index);
    const word = before.endsWith('#') ? '#' : wordBefore(before);
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, value: Number(match[0]), word });
  }
  return found;
}

function wordBefore(before: string): string {
  return /([a-z]*)[ _=:-]?$/i.exec(before)?.[1]?.toLowerCase() ?? '';
}

/** The name with the numbers of folds, seeds and repetitions taken out: `cv/fold3.csv` gives `cv/fold#.csv`. */
function repetitionSkeleton(name: string): string {
  let skeleton = '';
  let from = 0;
  for (const { start, end, word } of numbersIn(name)) {
    if (word !== '#' && !REPETITION.has(word)) continue;
    skeleton += `${name.slice(from, start)}#`;
    from = end;
  }
  return skeleton + name.slice(from);
}

/** The name with its last number taken out, and that number; -1 where it has none or the number is a choice. */
function countedName(name: string): { readonly skeleton: string; readonly number: number } {
  const last = numbersIn(name).at(-1);
  if (last === undefined || CHOICE.has(last.word) || last.value > 999) {
    return { skeleton: name, number: -1 };
  }
  const skeleton = `${name.slice(0, last.start)}#${name.slice(last.end)}`;
  return { skeleton, number: last.value };
}

/** Whether the numbers of a group count 0, 1, 2 … or 1, 2, 3 …: then they number repetitions and choose nothing. */
function isCounting(group: readonly AnalysedRun[]): boolean {
  const numbers = group.map(each => countedName(each.run.name).number).sort((a, b) => a - b);
  const first = numbers[0] ?? -1;
  return (first === 0 || first === 1) && numbers.every((number, index) => number === first + index);
}

function commonName(names: readonly string[]): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return first;
  let start = first.length;
  let end = first.length;
  for (const other of others) {
    start = Math.min(start, sharedStart(first, other));
    end = Math.min(end, sharedEnd(first, other));
  }
  const shortest = Math.min(...names.map(name => name.length));
  end = Math.min(end, shortest - start);
  return `${first.slice(0, start)}*${end > 0 ? first.slice(-end) : ''}`;
}

function sharedStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

function sharedEnd(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.at(-1 - i) === b.at(-1 - i)) i++;
  return i;
}
