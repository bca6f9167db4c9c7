import * as vscode from 'vscode';
import { patternSentence } from '../core/report/sentences/patterns';
import type { Preferences } from './preferences';
import { say } from './say';

/** Says in the log view, once, what is wrong with the patterns that the user gave. */
export class PatternNotices {
  readonly #preferences: Preferences;
  readonly #warn: (message: string) => void;
  readonly #said = new Set<string>();

  constructor(preferences: Preferences, warn: (message: string) => void) {
    this.#preferences = preferences;
    this.#warn = warn;
    this.refresh();
  }

  refresh(): void {
    const folders = vscode.workspace.workspaceFolders ?? [];
    for (const { uri } of folders) {
      for (const problem of this.#preferences.patterns(uri).problems) {
        const sentence = `epochLens.logs.patterns: ${patternSentence(problem, say)}`;
        if (!this.#said.has(sentence)) this.#warn(sentence);
        this.#said.add(sentence);
      }
    }
  }
}
