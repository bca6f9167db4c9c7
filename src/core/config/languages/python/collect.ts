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
      readAssignment(ref.node, walk);
      break;
    case 'CallExpression':
      readCall(ref.node, walk);
      break;
    case 'DictionaryExpression':
      readDictionary(ref.node, walk);
      break;
    case 'Decorator':
      readDecorator(ref.node, walk);
      break;
    case 'ClassDefinition':
      walk.enterClass(nameOfDefinition(ref.node, walk));
      break;
    case 'FunctionDefinition': {
      const parameters = readParameters(ref.node, walk);
      walk.enterFunction(nameOfDefinition(ref.node, walk), parameters);
      break;
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
      walk.leaveFrame();
      break;
    case 'ForStatement':
    case 'WhileStatement': {
      const loop = walk.leaveLoop();
      closeLoop(bounds.pop() ?? null, loop, walk);
    }
  }
}
