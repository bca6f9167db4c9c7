import type { Analysis, Finding, Suggestion } from '../../analysis/analysis';
import { toldRange } from '../../analysis/told';
import type { Axis } from '../../run/axis';
import type { RunFacts as Run, RunUnit } from '../../run/run';
import type { Say } from '../say';
import { formatCount, formatNumber, formatRange } from './numbers';
import { countOf, unitWord } from './units';

/** What an axis counts: `epoch`, `step` (`iteration`, `round` where the log counts those), `time`. */
export function axisLabel(axis: Axis, unit: RunUnit, say: Say): string {
  switch (axis) {
    case 'time':
      return say('time');
    case 'epoch':
      return unitWord('epoch', 1, say);
    case 'step':
      return unitWord(unit === 'epoch' ? 'step' : unit, 1, say);
  }
}

/** What the axis of dates is called. */
export function wallLabel(say: Say): string {
  return say('date and time');
}

/** Format, how much was trained and planned, how many values: `csv · 50 of 100 epochs · 200 values`. */
export function runSubtitle(run: Run, { trained }: Analysis, say: Say): string {
  const values = run.series.reduce((sum, series) => sum + series.count, 0);
  return [
    run.format,
    trainedWords(trained, run, say),
    values === 1 ? say('1 value') : say('{count} values', { count: formatCount(values) }),
  ].join(' · ');
}

function trainedWords(trained: number, { plannedEpochs, unit }: Run, say: Say): string {
  const counts = unit === 'epoch' || unit === 'round';
  if (plannedEpochs === null || !counts || plannedEpochs === trained) {
    return countOf(trained, unit, say);
  }
  return say('{trained} of {planned}', {
    trained: formatCount(trained),
    planned: countOf(plannedEpochs, unit, say),
  });
}

/** The label of the best point: `best 0.312 @ 21`. */
export function bestLabel(value: number, label: number, say: Say): string {
  return say('best {value} @ {label}', { value: formatNumber(value), label: formatCount(label) });
}

/** The label of the suggested range: `suggested 30–41`; `try 60–75` while no optimum was seen. */
export function rangeLabel(suggestion: Suggestion, say: Say): string {
  const range = formatRange(...toldRange(suggestion));
  return suggestion.reason === 'still-improving'
    ? say('try {range}', { range })
    : say('suggested {range}', { range });
}

/** The label of the planned end: `planned 100`. */
export function plannedLabel(count: number, say: Say): string {
  return say('planned {count}', { count: formatCount(count) });
}

type LabelOf = (values: { readonly label: string }, finding: Finding, say: Say) => string | null;

const ONSETS: Readonly<Partial<Record<Finding['rule'], LabelOf>>> = {
  divergence: (values, _finding, say) => say('diverged at {label}', values),
  overfitting: (values, _finding, say) => say('overfitting since {label}', values),
  plateau: (values, _finding, say) => say('no improvement since {label}', values),
  'double-descent': (values, _finding, say) => say('second descent from {label}', values),
  grokking: (values, _finding, say) => say('generalizes from {label}', values),
  spike: (values, _finding, say) => say('spike at {label}', values),
  stalled: (values, _finding, say) => say('stalled at {label}', values),
  'impossible-values': (values, _finding, say) => say('impossible value at {label}', values),
  restarts: (values, { evidence }, say) =>
    evidence['kind'] === 'resumed' ? say('resumed at {label}', values) : null,
};

/** The label of where a finding starts: `overfitting since 23`. Null for what is about the whole run. */
export function onsetLabel(finding: Finding, say: Say): string | null {
  const label = formatCount(finding.from);
  return ONSETS[finding.rule]?.({ label }, finding, say) ?? null;
}

/** What to say about a log without a curve: that, what was understood, and what would be a curve. */
export function noCurve(read: string, say: Say): readonly string[] {
  return [
    say('No curve in this file.'),
    say(
      '{read} were read. A curve is a number that is logged again and again, such as loss or accuracy, at growing epochs or steps; nothing here looks like one.',
      { read },
    ),
  ];
}

/** That there are more remarks than shown. */
export function moreNotes(count: number, say: Say): string {
  return say('… and {count} more.', { count: formatCount(count) });
}

/** A size for reading: `1.2 MB`. */
export function sizeWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? String(size) : size.toPrecision(3)} ${units[unit] ?? ''}`;
}
