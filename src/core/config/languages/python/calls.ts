import type { SyntaxNode } from '@lezer/common';
import { meaningOf } from '../../names';
import type { SettingKind } from '../../setting';
import type { Argument } from './expression';
import type { Walk } from './walk';

const FLAG =
  /^(?:add_argument|add_option|add_arg|add|option|argument|DEFINE_(?:integer|float|string|int|alias))$/;
/** Calls that are a mapping in other clothes. */
const MAPPING =
  /^(?:dict|ConfigDict|Config|edict|EasyDict|AttrDict|Namespace|SimpleNamespace|OrderedDict|DotMap|Box|L)$/;
const TRAINS =
  /(?:^|[._])(?:backward|train_on_batch|apply_gradients|train_step|training_step|minimize|manual_backward)$|(?:optim\w*|opt|trainer|scaler|sgd|adam\w*)\.step$/;
/** TensorFlow 1 trains by running an operation. */
const RUNS = /\.run$/;
const OPERATION = /train|optimi[sz]e|apply_grad/i;

const CHECKPOINT = /\b(?:resum|load|checkpoint|which epoch|start|restore|snapshot)/i;

/** Calls whose plain argument is the length: name, which argument, what it counts. */
const POSITIONAL: readonly (readonly [RegExp, number, SettingKind])[] = [
  [/\.(?:fit_one_cycle|fine_tune|fit_flat_cos)$/, 0, 'epochs'],
  [/(?:^|_|\.)(?:learn|learner)\.fit$/, 0, 'epochs'],
  [/^(?:xgb|xgboost|lgb|lightgbm)\.train$/, 2, 'boosting-rounds'],
  [/^(?:xgb|xgboost|lgb|lightgbm)\.cv$/, 2, 'boosting-rounds'],
  [/(?:^|\.)(?:model|agent|ppo|a2c|dqn|sac|td3)\.learn$/i, 0, 'steps'],
];

/** Everything a call can say: flags, mappings, keyword and plain arguments. */
export function readCall(node: SyntaxNode, walk: Walk): void {
  const calleeNode = node.firstChild;
  if (!calleeNode || calleeNode.to - calleeNode.from > 200) return;
  const callee = walk.read.textOf(calleeNode);
  const last = callee.slice(callee.lastIndexOf('.') + 1);
  const args = walk.read.argumentsOf(node);
  if (updatesWeights(callee, args, walk)) walk.trains();
  if (args.length === 0) return;
  if (FLAG.test(last) && readFlag(args, last, walk)) return;
  const mapping = MAPPING.test(last);
  const around = mapping ? pathOf(node, walk) : [last];
  for (const argument of args) readKeyword(argument, mapping, around, node, walk);
  if (mapping) return;
  readPositional(callee, args, walk);
  walk.facts.calls.push({
    name: last,
    of: callee.slice(0, Math.max(0, callee.lastIndexOf('.'))),
    node,
    scope: walk.scope,
    inner: walk.inner,
  });
}

function updatesWeights(callee: string, args: readonly Argument[], walk: Walk): boolean {
  if (TRAINS.test(callee)) return true;
  const operation = args[0]?.value;
  if (!RUNS.test(callee) || !operation || operation.to - operation.from > 200) return false;
  return OPERATION.test(walk.read.textOf(operation));
}

/** `add_argument("--epochs", default=10)`, `flags.DEFINE_integer("epochs", 10, …)`. */
function readFlag(args: readonly Argument[], callee: string, walk: Walk): boolean {
  const plain = args.filter(argument => argument.keyword === null);
  const names = plain.flatMap(({ value }) => {
    const text = walk.read.stringOf(value);
    return text === null ? [] : [{ text, node: value }];
  });
  const best = names.find(one => meaningOf(one.text)) ?? names[0];
  if (!best) return false;
  const keyword = (name: string) => args.find(argument => argument.keyword === name)?.value ?? null;
  const value = callee.startsWith('DEFINE_') ? plain[1]?.value : keyword('default');
  if (!value) return true;
  const dest = walk.read.stringOf(keyword('dest'));
  walk.add({
    role: 'flag',
    key: best.text,
    name: dest ?? best.text.replace(/^-+/, '').replaceAll('-', '_'),
    meaning: aboutCheckpoint(keyword('help'), walk) ? null : meaningOf(best.text),
    keyNode: best.node,
    value: walk.read.read(value),
    group: 'flags',
  });
  return true;
}

/** `@click.option("--epochs", default=10)`: the grammar has no call there. */
export function readDecorator(node: SyntaxNode, walk: Walk): void {
  const list = node.getChild('ArgList');
  const callee = list?.prevSibling;
  if (!callee || !FLAG.test(walk.read.textOf(callee))) return;
  readFlag(walk.read.argumentsOf(node), walk.read.textOf(callee), walk);
}

/** `--epoch` may choose a checkpoint; its help says so. */
function aboutCheckpoint(help: SyntaxNode | null, walk: Walk): boolean {
  return help !== null && CHECKPOINT.test(walk.read.textOf(help));
}

function readKeyword(
  argument: Argument,
  mapping: boolean,
  around: readonly string[],
  call: SyntaxNode,
  walk: Walk,
): void {
  if (argument.name === null || argument.keyword === null) return;
  const group = `call ${call.from}`;
  if (!mapping && walk.meaningOf(argument.keyword) === null) {
    walk.name(group, argument.keyword);
    return;
  }
  walk.add({
    role: mapping ? 'entry' : 'keyword',
    key: argument.keyword,
    name: argument.keyword,
    keyPath: mapping ? [...around, argument.keyword].join('.') : null,
    keyNode: argument.name,
    value: walk.read.read(argument.value),
    around,
    group,
  });
}

function readPositional(callee: string, args: readonly Argument[], walk: Walk): void {
  const known = POSITIONAL.find(([pattern]) => pattern.test(callee));
  const argument = known && args[known[1]];
  if (!known || argument?.keyword !== null) return;
  if (args.slice(0, known[1]).some(before => before.keyword !== null)) return;
  walk.add({
    role: 'positional',
    key: callee,
    name: callee,
    meaning: { kind: known[2], strength: 'sure' },
    value: walk.read.read(argument.value),
    bounds: known[2],
    group: `position ${argument.value.from}`,
  });
}

/** Entries of a dict literal. */
export function readDictionary(node: SyntaxNode, walk: Walk): void {
  const path = pathOf(node, walk);
  for (let key = node.firstChild; key; key = key.nextSibling) {
    if (key.name !== 'String' || key.nextSibling?.name !== ':') continue;
    const value = key.nextSibling.nextSibling;
    const name = walk.read.stringOf(key);
    if (!value || name === null) continue;
    walk.add({
      role: 'entry',
      key: name,
      name: name === 'value' ? (path[path.length - 1] ?? name) : name,
      keyPath: [...path, name].join('.'),
      keyNode: key,
      value: walk.read.read(value),
      around: path,
      group: `call ${node.from}`,
    });
  }
}

/** The names above a mapping: keys of the mappings around it, and what the outermost is assigned to. */
function pathOf(node: SyntaxNode, walk: Walk): readonly string[] {
  const path: string[] = [];
  let child = node;
  for (let depth = 0; child.parent && depth < 20; depth++) {
    const parent = child.parent;
    if (parent.name === 'AssignStatement') {
      const target = parent.firstChild;
      if (target && target.from !== child.from)
        path.unshift(...walk.read.textOf(target).split('.'));
    }
    if (STATEMENT.test(parent.name)) break;
    const name = nameBefore(child, walk);
    if (name !== null) path.unshift(name);
    child = parent;
  }
  return path;
}

const STATEMENT = /Statement$|^Body$|^Script$/;

function nameBefore(value: SyntaxNode, walk: Walk): string | null {
  const before = value.prevSibling;
  const name = before?.prevSibling;
  if (!before || !name) return null;
  if (before.name === ':' && name.name === 'String') return walk.read.stringOf(name);
  return before.name === 'AssignOp' && name.name === 'VariableName' ? walk.read.textOf(name) : null;
}
