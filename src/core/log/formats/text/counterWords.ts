/** What a counter counts: passes, updates (or batches within a pass), or trainings of one log (folds, trials). */
export type CounterKind = 'epoch' | 'step' | 'run';

/** Words that count. The dialects of counters are here: a word is all that a framework of its own needs. */
const COUNTERS: ReadonlyMap<string, CounterKind> = new Map<string, CounterKind>([
  ...words(
    'epoch',
    'epoch epochs pass ep epo epoche epochen epoca época epochs: эпоха 轮 轮次 에폭 에포크 エポック',
  ),
  ...words(
    'step',
    `step steps iter iters iteration iterations itr it batch batches minibatch minibatches globalstep global_step up upd update
    updates num_updates timestep timesteps num_timesteps total_timesteps env_steps tick kimg round rounds episode episodes generation gen cycle
    n_iter niter iteration_no 步 迭代 итерация шаг ステップ 스텝`,
  ),
  ...words('run', 'fold folds kfold trial itr_no run experiment split_no 折'),
]);

function words(kind: CounterKind, list: string): readonly (readonly [string, CounterKind])[] {
  return list.split(/\s+/).map(word => [word, kind] as const);
}

/** Words onto which a counter's number may be grown: `epoch0; batch12;`. */
export const COUNTER_STEMS: ReadonlySet<string> = new Set(
  'epoch epoch_ ep batch batch_ iter iter_ iteration iteration_ step step_ fold fold_ e'.split(' '),
);

/** Words in brackets onto which the number of a process is grown: `[rank1]:`. */
export const RANK_STEMS: ReadonlySet<string> = new Set(['rank', 'default']);

/** Words that may follow a counter's word in front of its number: `epoch id: 3`, `Epochs completed: 4`. */
const AFTER: ReadonlySet<string> = new Set(
  'id num number no nr idx index count complete completed finished done ended started start begin end of at is now'.split(
    ' ',
  ),
);

/** Words that make a counter something else: the best epoch, the epochs without improvement. */
const OTHER: ReadonlySet<string> = new Set(
  'best oldest bad remaining left max total_epochs per every wait patience each last_best since without skipped nan local this'.split(
    ' ',
  ),
);

/** A counter that is surely global, however many other counters stand on its line. */
const GLOBAL = /global|total|num_updates|timesteps/;

/** What the words in front of a number say that it counts; `null`: nothing. The words are lowercase. */
export function counterOf(words: readonly string[]): CounterKind | null {
  if (words.length === 0 || words.length > 7 || words.some(word => OTHER.has(word))) return null;
  const at = words.findLastIndex(word => !AFTER.has(word));
  const kind = COUNTERS.get(words[at] ?? '') ?? null;
  if (kind === null || isAmount(words, at)) return null;
  // `Fold 3` and `trial number 5` count trainings; in longer phrases the word means something else.
  return kind === 'run' && words.length > 3 ? null : kind;
}

/** `epochs: 100`, `num_iterations: 140`: an amount that was asked for, not a place that was reached. */
function isAmount(words: readonly string[], at: number): boolean {
  const word = words[at]!;
  if (!word.endsWith('s') || at < words.length - 1) return false;
  return word === 'epochs' || words.slice(0, at).some(before => AMOUNTS.has(before));
}

const AMOUNTS: ReadonlySet<string> = new Set(
  'num n number total planned warmup warm save log print'.split(' '),
);

/** Whether a counter's words say that it never starts over. */
export function isGlobal(words: readonly string[]): boolean {
  return words.some(word => GLOBAL.test(word));
}

/** Single letters that count where they stand alone in front of the line's first number: `s:120 trl:3.2`. */
export const COUNTER_LETTERS: ReadonlyMap<string, CounterKind> = new Map<string, CounterKind>([
  ['s', 'step'],
  ['i', 'step'],
  ['t', 'step'],
  ['e', 'epoch'],
]);
