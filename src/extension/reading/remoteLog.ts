import * as vscode from 'vscode';
import { Lifetime } from '../lifetime';
import { folderOf, picksOf, titleOf } from '../logAddress';
import type { LogAnswers, QuestionOf } from '../logQuestions';
import type { Followed, LogNews } from '../logView';
import type { ReadingPreferences } from './messages';
import type { ReaderThread } from './readerThread';

const NOTHING: LogNews = {
  stage: { stage: 'loading', bytes: 0, size: 0 },
  runs: [],
  problems: [],
  isFolder: false,
};

/** A log that another thread reads: what that thread said of it last. */
export class RemoteLog implements Followed {
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly onDidChange: vscode.Event<void>;
  readonly #thread: ReaderThread;
  readonly #preferences: () => ReadingPreferences;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly #log: number;
  #news = NOTHING;

  constructor(uri: vscode.Uri, thread: ReaderThread, preferences: () => ReadingPreferences) {
    this.uri = uri;
    this.title = titleOf(uri);
    this.onDidChange = this.#changed.event;
    this.#thread = thread;
    this.#preferences = preferences;
    const told = { path: uri.fsPath, title: this.title, picks: picksOf(uri) };
    this.#log = thread.open(told, preferences(), news => {
      this.#news = news;
      this.#changed.fire();
    });
  }

  get stage() {
    return this.#news.stage;
  }

  get runs() {
    return this.#news.runs;
  }

  get problems() {
    return this.#news.problems;
  }

  fileOf(path: string): vscode.Uri {
    return this.#news.isFolder ? vscode.Uri.joinPath(folderOf(this.uri), path) : this.uri;
  }

  ask<K extends keyof LogAnswers>(question: QuestionOf<K>): Promise<LogAnswers[K]> {
    return this.#thread.ask(this.#log, question);
  }

  refresh(): void {
    this.#thread.prefer(this.#log, this.#preferences());
  }

  dispose(): void {
    this.#thread.close(this.#log);
    this.#own.dispose();
  }
}
