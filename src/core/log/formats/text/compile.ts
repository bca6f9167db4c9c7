import { BARE_LOSS } from '../../bareLoss';
import type { Split } from '../../format';
import { meaningOf } from '../../name';
import { wordsOf } from '../../words';
import { columnsOf, measuredUntil } from './columns';
import { correctPlan } from './correctOf';
import { type Counters, countersOf } from './counters';
import { type Column, NOTHING, type Plan } from './plan';
import { labelSplit, splitOfWord } from './labels';
import { barOf, evaluationBar } from './lineBar';
import { groupOf, pairOf, ruleOf } from './pairLines';
import { messageStart } from './prefix';
import { isOther } from './others';
import { rankOf } from './rank';
import { federationOf } from './rounds';
import { LONGEST_LINE, type LineScanner } from './scan';
import { type Slot, slotsOf } from './slots';
import { statusOf } from './status';
import { barTail, rowOf } from './tables';
import { belowOf, headerOf } from './tableHeader';

/** Finds out what lines of this shape say, from as much of one as `scan` has just read. */
export function compile(line: string, scan: LineScanner): Plan {
  const text = line.slice(0, LONGEST_LINE);
  const start = messageStart(text, scan);
  const message = text.slice(start);
  if (!/[A-Za-z0-9\u0080-\uffff]/.test(message)) return { ...NOTHING, pair: ruleOf(message) };
  const slots = slotsOf(text, start, scan);
  if (isOther(message)) return NOTHING;
  const numbers = slots.filter(slot => slot.role !== 'clock').length;
  if (numbers === 0) return wordsPlan(message);
  const tail = barTail(message);
  const header =
    tail > 0 && isBare(slots, scan, start + tail) ? headerOf(message.slice(0, tail)) : null;
  const cells = rowOf(text, start, scan);
  if (/@\s?\[\s*IoU=/.test(message)) return cocoPlan(message, slots);
  if (header !== null) return { ...NOTHING, cells, header };
  const plan = reportPlan(text, start, slots, scan);
  const below = BARE_EPOCH.test(message) ? LOSS_BELOW : header;
  return {
    ...plan,
    cells,
    header: below,
    pair: pairOf(message, numbers),
    status: statusOf(message),
  };
}

/** `Epoch 3`: a fraction that is all the next line says is the loss. */
const BARE_EPOCH = /^\s{0,20}epoch\s?[:#]?\s?\d{1,7}\s?:?\s{0,20}$/i;
const LOSS_BELOW = { wide: [BARE_LOSS], narrow: [BARE_LOSS], isNext: true } as const;

/** Whether no number stands in front of `end`. */
function isBare(slots: readonly Slot[], scan: LineScanner, end: number): boolean {
  return slots.every(slot => scan.starts[slot.index]! >= end);
}

/**
 * `Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 0.412` of the COCO tools: the one
 * that detections are compared by; the others differ from each other in their numbers only.
 */
function cocoPlan(message: string, slots: readonly Slot[]): Plan {
  const slot = slots.at(-1)?.index;
  if (slot === undefined || !/\(AP\).*0\.50?:0\.95.*\ball\b/.test(message.slice(0, 400)))
    return NOTHING;
  const name = 'AP @[IoU=0.50:0.95]';
  const column = {
    name,
    slot,
    kind: 'measure',
    isLoss: false,
    split: 'validation',
    named: false,
  } as const;
  return { ...NOTHING, columns: [{ ...column, label: '', average: -1, divisor: -1 }] };
}

function wordsPlan(message: string): Plan {
  const section = sectionOf(message);
  const evidence = isEvidence(message);
  const status = statusOf(message);
  const announces = section !== null;
  return {
    ...NOTHING,
    header: headerOf(message),
    below: belowOf(message),
    split: section,
    announces,
    evidence,
    status,
    federation: federationOf(message),
    pair: groupOf(message),
    recalls:
      /\bbest (?:\w+ ){0,4}(?:(?:is|are|was|iteration|round|epoch|step|model)\s*:)\s*$/i.test(
        message.slice(-80),
      ),
  };
}

function reportPlan(text: string, start: number, slots: readonly Slot[], scan: LineScanner): Plan {
  return correctPlan(text.slice(start), slots) ?? numbersPlan(text, start, slots, scan);
}

function numbersPlan(text: string, start: number, slots: readonly Slot[], scan: LineScanner): Plan {
  const message = text.slice(start);
  const until = start + measuredUntil(message);
  const measured = slots.filter(slot => scan.starts[slot.index]! < until);
  const drawn = barOf(message, measured);
  const counters = countedOf(message, measured, drawn !== null);
  const bar = isPlaced(counters, drawn) ? null : drawn;
  const columns = columnsOf(measured, counters, isItem(message));
  const federation = federationOf(message);
  const split = lineSplit(measured, columns) ?? clientSplit(federation, counters, columns);
  return {
    ...NOTHING,
    ...counters,
    columns,
    split,
    rank: rankOf(text, scan, counters),
    bar: bar ?? evaluationBar(measured, counters, columns.length > 0 ? split : null),
    announces: counts(counters) && columns.length === 0 && until === text.length,
    ends: counters.epoch !== null && ENDS.test(message),
    evidence: showsTraining(counters, columns) || isEvidence(message),
    federation,
  };
}

/** `  Coherence: 0.4469`: an item of the list below a header. */
const ITEM =
  /^(?:\s{2,20}|\s{0,20}[-*•·]\s{1,4})[A-Za-z][\w ()/.-]{0,40}[:=]\s{0,20}[+-]?\d*\.\d+(?:e[+-]?\d+)?\s*$/i;

/** `  Val: TSW=0.5, Ptht=0.6`: such an item of a split. */
const SPLIT_ITEM =
  /^\s{0,20}(?:[-*•·]\s{1,4})?(?:train|training|val|valid|validation|eval|dev)\s{0,3}[:|]\s{0,4}(?:[A-Za-z][\w@/-]{0,30}\s?[:=]\s{0,4}[+-]?\d*\.\d+(?:e[+-]?\d+)?[\s,;|]{1,4}){1,20}$/i;

function isItem(message: string): boolean {
  return ITEM.test(message) || SPLIT_ITEM.test(`${message} `);
}

/** `Epoch 2, Step 30, loss: 0.5: 41%|███ | 41/100`: a line that says its place is a point, however far the bar of all is. */
function isPlaced({ epoch, step }: Counters, bar: Plan['bar']): boolean {
  const isNamed = epoch !== null && epoch.name !== '' && step !== null && step.name !== '';
  return isNamed && step.slot !== bar?.at && step.total < 0;
}

function counts({ epoch, step }: Counters): boolean {
  return epoch !== null || step !== null;
}

/** The losses that a client counts are of its training. */
function clientSplit(
  federation: Plan['federation'],
  counters: Counters,
  columns: readonly Column[],
): Split | null {
  if (federation !== 'local' || !counts(counters)) return null;
  return columns.some(column => column.isLoss) ? 'train' : null;
}

/** What stands beside the number of an epoch that is over. */
const ENDS =
  /\b(?:done|finished|completed?|took|end(?:ed)?|over|elapsed|time|duration)\b|完成|结束|結束/i;

/** `Iter(val) [500]`, `Epoch(val) [12][3750]`: what stands in brackets is the length of the evaluation. */
function countedOf(message: string, slots: readonly Slot[], hasBar: boolean): Counters {
  const counters = countersOf(slots, hasBar);
  const isEvaluation = /^\W*\w+\((?:val|valid|validation|test|eval)\)\s*\[/i.test(message);
  return isEvaluation ? { ...counters, step: null } : counters;
}

/**
 * Epochs are evidence of a training, and steps where something is measured or where their word says so; batches only
 * with a loss, since an evaluation counts them too.
 */
function showsTraining({ epoch, step }: Counters, columns: readonly Column[]): boolean {
  // A test that was passed is counted, too.
  if (epoch !== null && /^pass/i.test(epoch.name)) return columns.some(isMeasure);
  if (epoch !== null || step === null) return epoch !== null;
  if (/batch/i.test(step.name)) return columns.some(column => column.isLoss);
  return (
    columns.some(column => isMeasure(column) || isOfTraining(column)) ||
    /iter|kimg|tick|timestep|round|episode/i.test(step.name)
  );
}

/** Whether a name says that it is of the training or of a validation: `Val CR`. */
function isOfTraining({ name, named }: Column): boolean {
  const split = named ? meaningOf(name).split : null;
  return split === 'train' || split === 'validation';
}

function isMeasure(column: Column): boolean {
  return column.kind === 'measure';
}

/** Words that only the log of a training has. */
const EVIDENCE =
  /\bepochs?\b|\b(?:start|starting|started|begin|beginning|resuming) (?:the )?train(?!\.)|\btraining (?:start|begin|for|on)|轮|开始训练|\bwords\/sec\/thread:/i;

function isEvidence(message: string): boolean {
  return message.length < 400 && EVIDENCE.test(message);
}

/** What a line says its numbers were computed on: its labels and the words around its counters; what a header ends with says it best. */
function lineSplit(slots: readonly Slot[], columns: readonly Column[]): Split | null {
  const [first] = columns;
  const last = slots.at(-1);
  const tail = first === undefined && last !== undefined ? sectionOf(last.after) : null;
  return tail ?? splitInFront(slots, first?.slot ?? Infinity);
}

function splitInFront(slots: readonly Slot[], first: number): Split | null {
  for (const slot of slots) {
    const { name } = slot.phrase;
    // `Epoch 3: train time 12 s, test time 2 s` begins no section.
    const isOpening = slot.index < first && !/\btime\b/i.test(name);
    const labels = isOpening ? [...slot.phrase.labels, name] : slot.phrase.labels;
    for (const label of labels) {
      const split = labelSplit(label);
      if (split !== null) return split;
    }
    if (slot.index >= first) return null;
  }
  return null;
}

/** Words that may stand beside a split in a line that announces a section. */
const AROUND = new Set(
  `set sets data phase mode error errors performance results result net model begin beginning start starting started on the of epoch
  metrics stats running average perplexity loss accuracy for with scores summary report step stage now in continue continuing`.split(
    /\s+/,
  ),
);

/** `Validation:`, `> EVALUATION`, `evaluate:dev`, `Begin Testing...`: a line that says what the next numbers are of. */
function sectionOf(message: string): Split | null {
  if (message.length > 60) return null;
  const words = wordsOf(message);
  if (words.length === 0 || words.length > 6) return null;
  const splits = words.flatMap(word => splitOfWord(word) ?? []);
  const others = words.filter(word => splitOfWord(word) === null && !AROUND.has(word)).length;
  return others === 0 ? (splits.at(-1) ?? null) : null;
}
