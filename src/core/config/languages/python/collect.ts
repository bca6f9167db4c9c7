import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { nameOfDefinition, readAssignment, readParameters } from './assignments';
import { readCall, readDecorator, readDictionary } from './calls';
import { Expressions } from './expression';
import type { Bound, Facts } from './facts';
import { boundOf, closeLoop, readBreak, repeats } from './loops';
import { parsePython } from './syntax';
import { Walk } from './walk';

/** One pass over a Python source: every value that has a name or bounds a loop. Tolerates broken text. */
export function collect(source: string): { facts: Facts; problems: readonly number[] } {
  const walk = new Walk(new Expressions(source));
  const bounds: (Bound | null)[] = [];
  const problems: number[] = [];
  parsePython(source).iterate({
    enter: node => {
      if (node.type.isError) problems.push(node.from);
      else enter(node, walk, bounds);
    },
    leave: node => leave(node, walk, bounds),
  });
  return { facts: walk.facts, problems };
}

/** Names of classes that are parts to build with, not a training: what their constructors leave to whoever makes one. */
const PART = /(?:Estimator|Classifier|Regressor|Mixin|Module|Forecaster|Transformer)\b/;

/** What is read where the walk enters a node; others are only walked through. */
const READERS: Readonly<Record<string, (node: SyntaxNode, walk: Walk) => void>> = {
  AssignStatement: readAssignment,
  CallExpression: readCall,
  DictionaryExpression: readDictionary,
  Decorator: readDecorator,
  BreakStatement: readBreak,
  ClassDefinition: (node, walk) => {
    const name = nameOfDefinition(node, walk);
    const bases = node.getChild('ArgList');
    if (PART.test(name) || (bases && PART.test(walk.read.textOf(bases))))
      walk.facts.building.add(name);
    walk.enterClass(name);
  },
  FunctionDefinition: (node, walk) => {
    const parameters = readParameters(node, walk);
    walk.enterFunction(nameOfDefinition(node, walk), parameters);
  },
};

function enter(ref: SyntaxNodeRef, walk: Walk, bounds: (Bound | null)[]): void {
  if (ref.name === 'ForStatement' || ref.name === 'WhileStatement') {
    const bound = boundOf(ref.node, walk);
    bounds.push(bound);
    walk.enterLoop(bound?.counts === 'epochs', repeats(ref.node, walk));
  } else READERS[ref.name]?.(ref.node, walk);
}

function leave(ref: SyntaxNodeRef, walk: Walk, bounds: (Bound | null)[]): void {
  switch (ref.name) {
    case 'ClassDefinition':
    case 'FunctionDefinition':
      walk.leaveFrame();
      break;
    case 'ForStatement':
    case 'WhileStatement': {
      const loop = walk.leaveLoop();
      closeLoop(bounds.pop() ?? null, loop, walk);
    }
  }
}
