import type { SyntaxNode } from '@lezer/common';
import { mayDepend } from '../../companions';
import type { Argument } from './expression';
import type { Walk } from './walk';

/** Schedulers whose plain second argument is their length, and what that is called. */
const POSITIONAL = /(?:^|\.)(?:CosineAnnealingLR|MultiStepLR)$/;
/** A number, or a list or tuple of numbers alone. */
const NUMBERS = /^[[(]?\s*\d[\d_]*(?:\s*,\s*\d[\d_]*)*\s*,?\s*[\])]?$/;
const LONGEST = 200;

/** Keeps a number or list of numbers that may be a schedule's: `T_max=200`, `milestones=[100, 150]`. */
export function readScheduled({ name, value, around }: Scheduled, walk: Walk): void {
  if (!mayDepend(name) || value.to - value.from > LONGEST) return;
  const text = walk.read.textOf(value);
  if (!NUMBERS.test(text)) return;
  const path = [...around, name].join('.');
  const place = { name: path, start: value.from, end: value.to, text, cell: null };
  walk.facts.dependents.push({ places: [place], name, around, document: 0 });
}

interface Scheduled {
  readonly name: string;
  readonly value: SyntaxNode;
  /** Names of what it stands in. */
  readonly around: readonly string[];
}

/** `CosineAnnealingLR(optimizer, 200)`, `MultiStepLR(optimizer, [100, 150])`. */
export function readScheduler(callee: string, args: readonly Argument[], walk: Walk): void {
  const second = args[1];
  if (!POSITIONAL.test(callee) || second?.keyword !== null) return;
  const name = callee.endsWith('MultiStepLR') ? 'milestones' : 'T_max';
  readScheduled({ name, value: second.value, around: [callee] }, walk);
}
