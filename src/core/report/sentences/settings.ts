import type { Severity, Suggestion } from '../../analysis/analysis';
import { toldRange } from '../../analysis/told';
import { comparable } from '../../project/conversion';
import type { Link } from '../../project/project';
import type { Say } from '../say';
import { shownName } from '../shownName';
import { applicable, settingWords } from './lens';
import { formatCount, formatNumber, formatRange } from './numbers';

/** The evidence contradicts a setting. `code` also names a page in docs/rules. */
export interface SettingProblem {
  readonly code: 'epochs-too-many' | 'epochs-too-few';
  readonly severity: Severity;
  readonly message: string;
  /** The number a quick fix would write; null where the file must not be edited. */
  readonly apply: number | null;
}

/** Beyond the range of an optimum by this factor a setting is a problem; nearer to it only the lens speaks. */
const CLEARLY = 1.25;

/** What is wrong with a setting in the light of its runs; null where nothing is, or it cannot be said. */
export function settingProblem(link: Link, say: Say): SettingProblem | null {
  const { setting, suggestion } = link;
  if (suggestion === null || setting.value === null || !judged(link, suggestion)) return null;
  const words = wordsOf(link, suggestion, say);
  const found =
    suggestion.reason === 'still-improving'
      ? endsEarly(setting.value, suggestion, words, say)
      : outOfRange(setting.value, suggestion, words, say);
  return found === null ? null : { ...found, apply: applicable(link) };
}

type Found = Omit<SettingProblem, 'apply'> | null;
type Words = Readonly<Record<'setting' | 'support' | 'improve' | 'epochs' | 'range', string>>;

function judged({ setting, role }: Link, suggestion: Suggestion): boolean {
  return role === 'source' && setting.primary && comparable(setting.kind, suggestion.unit);
}

function wordsOf({ setting, runs }: Link, suggestion: Suggestion, say: Say): Words {
  const count = runs.length;
  return {
    setting: shownName(settingWords(setting)),
    support: count === 1 ? say('1 run supports') : say('{count} runs support', { count }),
    improve:
      count === 1 ? say('1 run still improves') : say('{count} runs still improve', { count }),
    epochs: formatCount(suggestion.epochs),
    range: formatRange(...toldRange(suggestion)),
  };
}

/** Without a margin: the runs were seen to improve at their own end, and what is suggested may lie but a fifth beyond it. */
function endsEarly(value: number, suggestion: Suggestion, words: Words, say: Say): Found {
  const [enough] = toldRange(suggestion);
  if (!(value > 0 && value < enough)) return null;
  const message = say('{setting} ends while {improve}; try {range}.', words);
  return { code: 'epochs-too-few', severity: 'information', message };
}

function outOfRange(value: number, suggestion: Suggestion, words: Words, say: Say): Found {
  if (value > suggestion.high * CLEARLY) {
    const message = tooMany(value / suggestion.epochs, words, say);
    return { code: 'epochs-too-many', severity: 'warning', message };
  }
  if (value > 0 && value * CLEARLY < suggestion.low) {
    const message = say('{setting} is less than what {support} ({epochs}, range {range}).', words);
    return { code: 'epochs-too-few', severity: 'warning', message };
  }
  return null;
}

function tooMany(factor: number, words: Words, say: Say): string {
  const whole = Math.round(factor);
  const times = Math.abs(factor - whole) < 0.15 ? whole : Number(factor.toPrecision(2));
  switch (times) {
    case 2:
      return say('{setting} is twice what {support} ({epochs}, range {range}).', words);
    case 3:
      return say('{setting} is three times what {support} ({epochs}, range {range}).', words);
    default:
      return say('{setting} is {factor} times what {support} ({epochs}, range {range}).', {
        ...words,
        factor: formatNumber(times),
      });
  }
}
