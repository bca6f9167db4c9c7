import type { ConfigReading } from '../../setting';
import { collect } from './collect';
import { decide } from './decide';
import { Expressions } from './expression';

export { readPythonPaths } from './paths';

const MOST_PROBLEMS = 20;

/** The settings of a Python text. */
export function readPython(text: string): ConfigReading {
  const { facts, problems } = collect(text);
  return {
    settings: decide(facts, new Expressions(text)),
    problems: problems.slice(0, MOST_PROBLEMS).map(offset => ({ offset, code: 'syntax' as const })),
  };
}
