import { parser } from '@lezer/python';
import type { SyntaxNodeRef } from '@lezer/common';
import { nameOfDefinition, readAssignment, readParameters } from './assignments';
import { readCall, readDecorator, readDictionary } from './calls';
import { Expressions } from './expression';
import type { Facts } from './facts';
import { boundOf, closeLoop, repeats, type Bound } from './loops';
import { Walk } from './walk';

/** One pass over a Python source: every value that has a name or bounds a loop. Tolerates broken text. */
export function collect(source: string): { facts: Facts; problems: readonly number[] } {
  const walk = new Walk(new Expressions(source));
  const bounds: (Bound | null)[] = [];
  const problems: number[] = [];
  parser.parse(source).iterate({
    enter: node => {
      if (node.type.isError) problems.push(node.from);
      else enter(node, walk, bounds);
    },
    leave: node => leave(node, walk, bounds),
  });
  return { facts: walk.facts, problems };
}

function enter(ref: SyntaxNodeRef, walk: Walk, bounds: (Bound | null)[]): void {
  switch (ref.name) {
    case 'AssignStatement':
      return readAssignment(ref.node, walk);
    case 'CallExpression':
      return readCall(ref.node, walk);
    case 'DictionaryExpression':
      return readDictionary(ref.node, walk);
    case 'Decorator':
      return readDecorator(ref.node, walk);
    case 'ClassDefinition':
      return walk.enterClass(nameOfDefinition(ref.node, walk));
    case 'FunctionDefinition': {
      const parameters = readParameters(ref.node, walk);
      return walk.enterFunction(nameOfDefinition(ref.node, walk), parameters);
    }
    case 'ForStatement':
    case 'WhileStatement': {
      const bound = boundOf(ref.node, walk);
      bounds.push(bound);
      walk.enterLoop(bound?.counts === 'epochs', repeats(ref.node, walk));
    }
  }
}

function leave(ref: SyntaxNodeRef, walk: Walk, bounds: (Bound | null)[]): void {
  switch (ref.name) {
    case 'ClassDefinition':
    case 'FunctionDefinition':
      return walk.leaveFrame();
    case 'ForStatement':
    case 'WhileStatement': {
      const loop = walk.leaveLoop();
      closeLoop(ref.node, bounds.pop() ?? null, loop, walk);
    }
  }
}
