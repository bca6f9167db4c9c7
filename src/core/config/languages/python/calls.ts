import type { SyntaxNode } from '@lezer/common';
import { meaningOf } from '../../names';
import { placedName } from '../../places';
import type { Argument } from './expression';
import { readPositional } from './positional';
import { readScheduled, readScheduler } from './schedules';
import type { Walk } from './walk';

const FLAG =
  /^(?:add_argument|add_option|add_arg|add|option|argument|DEFINE_(?:integer|float|string|int|alias))$/;
/** Calls that are a mapping in other clothes. */
const MAPPING =
  /^(?:dict|ConfigDict|Config|edict|EasyDict|AttrDict|Namespace|SimpleNamespace|OrderedDict|DotMap|Box|L)$/;
const TRAINS =
  /(?:^|[._])(?:backward|train_on_batch|partial_fit|apply_gradients|train_step|training_step|minimize|manual_backward)$|^(?:nlp\.update|svi\.step|algo(?:rithm)?\.train|(?:\w+\.)?train_(?:one_)?(?:step|batch|epoch|iter)|train)$|(?:optim\w*|opt|trainer|scaler|sgd|adam\w*)\.step$/;
/** TensorFlow 1 trains by running an operation. */
const RUNS = /\.run$/;
const OPERATION = /train|optimi[sz]e|apply_grad/i;

/** Ignite's evaluators run for epochs of their own. */
const CHECKS = /(?:^|\.|_)(?:evaluator|validator|tester)\.\w+$/;

/** What the help of a flag says that chooses a checkpoint, or bounds something smaller than a training. */
const OTHER =
  /\b(?:resum|load|checkpoint|which epoch|start(?!ing l)|restore|snapshot)|\b(?:per|an?|each|one|single)\W{1,20}episode|episode length|\bper\s+\w/i;

/** Everything a call can say: flags, mappings, keyword and plain arguments. */
export function readCall(node: SyntaxNode, walk: Walk): void {
  const calleeNode = node.firstChild;
  if (!calleeNode || calleeNode.to - calleeNode.from > 200) return;
  const callee = walk.read.textOf(calleeNode);
  const args = walk.read.argumentsOf(node);
  if (args.some(argument => isOneEpoch(argument, walk))) walk.trainsOneEpoch();
  else if (updatesWeights(callee, args, walk)) walk.trains();
  if (args.length > 0) readArguments(callee, args, node, walk);
}

function readArguments(
  callee: string,
  args: readonly Argument[],
  node: SyntaxNode,
  walk: Walk,
): void {
  const last = calledBy(callee, args, walk);
  if (FLAG.test(last) && readFlag(args, last, walk)) return;
  if (last === 'setdefault') readDefault(args, node, walk);
  const mapping = MAPPING.test(last);
  const around = mapping
    ? pathOf(node, walk)
    : [...(CHECKS.test(callee) ? ['evaluator'] : []), last];
  for (const argument of args) readKeyword(argument, mapping, around, node, walk);
  if (mapping) return;
  readPositional(callee, args, walk);
  readScheduler(callee, args, walk);
  const of = callee.slice(0, Math.max(0, callee.lastIndexOf('.')));
  walk.facts.calls.push({ name: last, of, node, scope: walk.scope, inner: walk.inner });
}

/** The last name of what is called, now or later: `train` of `partial(ppo.train, …)`. */
function calledBy(callee: string, [first]: readonly Argument[], walk: Walk): string {
  const isLater = /(?:^|\.)partial$/.test(callee) && first?.keyword === null;
  const name = isLater ? walk.read.textOf(first.value).slice(-200) : callee;
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `fit(…, epochs=1)`: in a loop, the loop's turns are the epochs. */
function isOneEpoch({ keyword, value }: Argument, walk: Walk): boolean {
  if (keyword === null || value.name !== 'Number' || walk.read.textOf(value) !== '1') return false;
  const meaning = walk.meaningOf(keyword);
  return meaning?.kind === 'epochs' && meaning.strength === 'sure';
}

/** `kwargs.setdefault('epochs', 50)` */
function readDefault([key, value]: readonly Argument[], node: SyntaxNode, walk: Walk): void {
  const name = walk.read.stringOf(key?.value ?? null);
  if (name === null || value === undefined || node.parent?.name !== 'ExpressionStatement') return;
  const group = `defaults ${walk.scope}`;
  walk.add({ role: 'entry', key: name, name, keyNode: key!.value, value: value.value, group });
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
  const value = callee.startsWith('DEFINE_') && plain[1] ? plain[1].value : keyword('default');
  if (!value) return true;
  const dest = walk.read.stringOf(keyword('dest'));
  walk.add({
    role: 'flag',
    key: best.text,
    name: dest ?? best.text.replace(/^-+/, '').replaceAll('-', '_'),
    meaning: isOther(keyword('help'), walk) ? null : meaningOf(best.text),
    keyNode: best.node,
    value: value,
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

/** `--epoch` may choose a checkpoint, `--max_steps` end an episode; its help says so. */
function isOther(help: SyntaxNode | null, walk: Walk): boolean {
  return help !== null && OTHER.test(walk.read.textOf(help));
}

function readKeyword(
  argument: Argument,
  mapping: boolean,
  around: readonly string[],
  call: SyntaxNode,
  walk: Walk,
): void {
  if (argument.name === null || argument.keyword === null) return;
  readScheduled({ name: argument.keyword, value: argument.value, around }, walk);
  const group = `call ${call.from}`;
  const name = nameFor(argument, around);
  if (!mapping && walk.meaningOf(name ?? argument.keyword) === null) {
    walk.name(group, argument.keyword);
    return;
  }
  walk.add({
    role: mapping ? 'entry' : 'keyword',
    key: argument.keyword,
    name: name ?? argument.keyword,
    keyPath: mapping ? [...around, argument.keyword].join('.') : null,
    keyNode: argument.name,
    value: argument.value,
    around,
    group,
  });
}

/** What an argument is called elsewhere: Composer's `max_duration="10ep"` (in seconds it is a number), Brax's `num_timesteps`. */
function nameFor({ keyword, value }: Argument, around: readonly string[]): string | null {
  if (keyword === 'max_duration' && value.name === 'String') return 'max_epochs';
  return keyword === 'num_timesteps' && around.at(-1) === 'train' ? 'total_timesteps' : null;
}

/** Entries of a dict literal. */
export function readDictionary(node: SyntaxNode, walk: Walk): void {
  const path = pathOf(node, walk);
  for (let key = node.firstChild; key; key = key.nextSibling) {
    if (key.name !== 'String' || key.nextSibling?.name !== ':') continue;
    const value = key.nextSibling.nextSibling;
    const name = walk.read.stringOf(key);
    if (!value || name === null) continue;
    readScheduled({ name, value, around: path }, walk);
    walk.add({
      role: 'entry',
      key: name,
      name: nameIn(path[path.length - 1] ?? '', name),
      keyPath: [...path, name].join('.'),
      keyNode: key,
      value: value,
      around: path,
      group: `call ${node.from}`,
    });
  }
}

/** What an entry is called below its parent: `{"epochs": {"value": 10}}`, `stop={"training_iteration": 10}`. */
function nameIn(parent: string, name: string): string {
  return name === 'value' && parent !== '' ? parent : (placedName(parent, name) ?? name);
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
