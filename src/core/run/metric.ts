import type { Split } from '../log/format';
import { meaningOf, type NameKind } from '../log/name';
import type { Goal } from './run';

/** A metric as the log names it, understood. */
export interface MetricDescription {
  /** Canonical: loss, accuracy, f1, learning_rate …; the name's own words where nothing is known. */
  readonly metric: string;
  /** What the name or the hint says; `null`: neither does, or the value has none (learning rate). */
  readonly split: Split | null;
  readonly goal: Goal | null;
  readonly kind: NameKind;
  /** Whether only an evaluation has such a value. */
  readonly evaluation: boolean;
}

/** Longer than any metric is called. */
const LONGEST = 80;
/** What shows nothing, or turns around what stands beside it: a metric is shown as it is called. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What a name means. `hint` is the split that the line, section or file says; it wins over the name. */
export function describeMetric(name: string, hint: Split | null): MetricDescription {
  const meaning = meaningOf(hint === null ? name : unlettered(name, hint));
  const split = meaning.kind === 'rate' ? null : (hint ?? meaning.split);
  const metric = meaning.metric.slice(0, LONGEST).replace(INVISIBLE, '');
  return { ...meaning, metric, split };
}

/** `T_Loss` where it is known to be of the training, `V_Loss` of the validation: the letter says no more than that. */
function unlettered(name: string, split: Split): string {
  const letter = split === 'train' ? /^t[_ .-](?=\w)/i : /^v[_ .-](?=\w)/i;
  return split === 'test' ? name : name.replace(letter, '');
}
