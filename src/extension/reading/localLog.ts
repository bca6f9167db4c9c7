import * as vscode from 'vscode';
import type { LogGround } from '../../core/log/ground';
import { pickedRuns } from '../../core/project/pickedRuns';
import { Lifetime } from '../lifetime';
import { folderOf, picksOf, titleOf } from '../logAddress';
import type { LogAnswers, QuestionOf } from '../logQuestions';
import type { Followed } from '../logView';
import { say } from '../say';
import type { ReadingPreferences } from './messages';
import { OpenLog } from './openLog';

/** A log that is read in this thread: in a browser, or where only VS Code can read it. */
export class LocalLog implements Followed {
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly onDidChange: vscode.Event<void>;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly #log: OpenLog;

  constructor(uri: vscode.Uri, ground: LogGround, preferences: () => ReadingPreferences) {
    this.uri = uri;
    this.title = titleOf(uri);
    this.onDidChange = this.#changed.event;
    this.#log = this.#own.add(
      new OpenLog({
        title: this.title,
        only: runs => pickedRuns(runs, picksOf(uri) ?? []),
        ground,
        say,
        preferences: () => preferences().analysis,
        patterns: () => preferences().patterns,
        changed: () => this.#changed.fire(),
      }),
    );
    this.#log.start();
  }

  get stage() {
    return this.#log.news.stage;
  }

  get runs() {
    return this.#log.news.runs;
  }

  get problems() {
    return this.#log.news.problems;
  }

  fileOf(path: string): vscode.Uri {
    return this.#log.news.isFolder ? vscode.Uri.joinPath(folderOf(this.uri), path) : this.uri;
  }

  ask<K extends keyof LogAnswers>(question: QuestionOf<K>): Promise<LogAnswers[K]> {
    return Promise.resolve(this.#log.answer(question) as LogAnswers[K]);
  }

  refresh(): void {
    this.#log.refresh();
  }

  dispose(): void {
    this.#own.dispose();
  }
}
