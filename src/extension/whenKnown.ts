import type * as vscode from 'vscode';
import { every, Lifetime } from './lifetime';

/** Milliseconds that a command waits for a project to be read. */
const LONGEST_WAIT = 10_000;

/** What `ask` answers once it is not `undefined` any more; asked again with every change. `null` when that takes too long. */
export function whenKnown<T>(
  onDidChange: vscode.Event<void>,
  ask: () => T | undefined,
): Promise<T | null> {
  return new Promise(resolve => {
    const own = new Lifetime();
    const answer = (found: T | null | undefined) => {
      if (found === undefined) return;
      own.dispose();
      resolve(found);
    };
    own.add(onDidChange(() => answer(ask())));
    own.add(every(LONGEST_WAIT, () => answer(null)));
    answer(ask());
  });
}
