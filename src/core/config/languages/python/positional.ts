import type { SyntaxNode } from '@lezer/common';
import { meaningOf } from '../../names';
import type { SettingKind } from '../../setting';
import type { Argument } from './expression';
import { boundsByName } from './trainers';
import type { Walk } from './walk';

/** Calls whose plain argument is the length: name, which argument, what it counts. */
const POSITIONAL: readonly (readonly [RegExp, number, SettingKind])[] = [
  [/\.(?:fit_one_cycle|fine_tune|fit_flat_cos)$/, 0, 'epochs'],
  [/(?:^|_|\.)(?:learn|learner)\.fit$/, 0, 'epochs'],
  [/^(?:xgb|xgboost|lgb|lightgbm)\.train$/, 2, 'boosting-rounds'],
  [/^(?:xgb|xgboost|lgb|lightgbm)\.cv$/, 2, 'boosting-rounds'],
  [/^model\.train$/, 0, 'epochs'],
  [/(?:^|\.)(?:model|agent|ppo|a2c|dqn|sac|td3)\.learn$/i, 0, 'steps'],
  [/(?:^|[._])svi\.run$/, 1, 'steps'],
];

/** `fit(x, y, 32, 50)`: Keras takes the batch size and the epochs after the data. */
function kerasFit(callee: string, args: readonly Argument[]): (typeof POSITIONAL)[number] | null {
  const fits = /\.fit$/.test(callee) && args[3]?.keyword === null;
  return fits && args.slice(2, 4).every(({ value }) => PLAIN.test(value.name)) ? KERAS : null;
}

const KERAS = [/\.fit$/, 3, 'epochs'] as const;
const PLAIN = /^(?:Number|VariableName|MemberExpression)$/;

/** The plain argument of a call that is known to be the length. */
export function readPositional(callee: string, args: readonly Argument[], walk: Walk): void {
  if (/(?:^|\.)Trainer$/.test(callee)) readTrigger(args[1], walk);
  const known = POSITIONAL.find(([pattern]) => pattern.test(callee)) ?? kerasFit(callee, args);
  if (!known) {
    readNamed(callee, args, walk);
    return;
  }
  const argument = args[known[1]];
  if (argument?.keyword !== null) return;
  if (args.slice(0, known[1]).some(before => before.keyword !== null)) return;
  if (callee === 'model.train' && !isEpochs(argument.value, args, walk)) return;
  walk.add({
    role: 'positional',
    key: callee,
    name: callee,
    meaning: { kind: known[2], strength: 'sure' },
    value: argument.value,
    bounds: known[2],
    group: `position ${argument.value.from}`,
  });
}

/** `trainIters(model, data, n_iterations)`: what trains is handed a length by its name. */
function readNamed(callee: string, args: readonly Argument[], walk: Walk): void {
  if (!HANDED_ON.test(callee)) return;
  for (const { keyword, value } of args) {
    if (keyword !== null || value.name !== 'VariableName') continue;
    const name = walk.read.textOf(value);
    const meaning = walk.meaningOf(name);
    if (meaning === null || meaning.kind === 'patience' || meaning.strength === 'hint') continue;
    // `train(epoch)` says where the training is.
    if (!boundsByName(name)) continue;
    walk.add({
      role: 'positional',
      key: callee,
      name: callee,
      meaning: { kind: meaning.kind, strength: 'sure' },
      value,
      bounds: meaning.kind,
      group: `position ${value.from}`,
    });
  }
}

const HANDED_ON = /(?:^|[._])(?:train|fit|finetune|fine_tune)(?:[A-Z_]\w*)?$/;

/** MindSpore's `model.train(10, data)`; others hand their data over first, or switch a mode. */
function isEpochs(value: SyntaxNode, args: readonly Argument[], walk: Walk): boolean {
  const name = walk.read.textOf(value).replace(/^.*\./s, '');
  return args.length > 1 && (value.name === 'Number' || meaningOf(name)?.kind === 'epochs');
}

/** Chainer's `Trainer(updater, (20, 'epoch'))`. */
function readTrigger(argument: Argument | undefined, walk: Walk): void {
  const tuple = argument?.value;
  if (tuple?.name !== 'TupleExpression') return;
  const unit = walk.read.stringOf(tuple.getChild('String'));
  const value = tuple.firstChild?.nextSibling;
  const kind = unit === 'epoch' ? 'epochs' : unit === 'iteration' ? 'iterations' : null;
  if (kind === null || !value) return;
  walk.add({
    role: 'positional',
    key: 'Trainer',
    name: 'Trainer',
    meaning: { kind, strength: 'sure' },
    value: value,
    bounds: kind,
    group: `position ${value.from}`,
  });
}
