import type { NumberColumn } from './numberColumn';

/** What the labels of the epochs tell. `null` where there is none. */
export interface LabelFacts {
  readonly base: 0 | 1 | null;
  readonly lowest: number;
  readonly highest: number;
}

/** What labels (NaN: none) show as they come: the lowest and the one after it, the highest, and whether there are fractions. */
export class LabelSurvey {
  lowest = Infinity;
  highest = -Infinity;
  /** The first label above the lowest that came after it. */
  second = NaN;
  fraction = false;
  #last = NaN;

  note(label: number): void {
    if (label !== this.#last && label === label) this.#add(label);
  }

  #add(label: number): void {
    this.#last = label;
    this.fraction ||= !Number.isInteger(label);
    this.lowest = Math.min(this.lowest, label);
    this.highest = Math.max(this.highest, label);
    if (Number.isNaN(this.second) && label > this.lowest) this.second = label;
  }
}

/** The labels of a column. */
export function surveyOf(labels: NumberColumn): LabelSurvey {
  const survey = new LabelSurvey();
  for (let row = 0; row < labels.length; row++) survey.note(labels.at(row));
  return survey;
}

/**
 * The label of the first epoch, read off the labels in order: 0 where they begin so; 1 where they begin so or count
 * fractions of epochs, whose label is what was trained; runs logged every n epochs are told by their first
 * label (9, 19, … is zero-based). A label that reaches the planned total is a count.
 */
export function labelFacts(labels: LabelSurvey, planned: number | null): LabelFacts {
  const { lowest, second, highest, fraction } = labels;
  if (lowest > highest) return { base: null, lowest: NaN, highest: NaN };
  if (fraction || (planned !== null && highest >= planned)) return { base: 1, lowest, highest };
  if (lowest <= 0) return { base: 0, lowest, highest };
  const stride = second - lowest;
  const zeroBased = stride > 1 && (lowest + 1) % stride === 0;
  return { base: zeroBased ? 0 : 1, lowest, highest };
}
