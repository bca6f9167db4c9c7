import type * as vscode from 'vscode';
import type { LogProblem } from '../core/log/format';
import type { JudgedRun } from '../core/project/judgedRun';
import type { LogAnswers, QuestionOf } from './logQuestions';

/** How far reading a log has come. */
export type LogStage =
  /** Not read to its end yet; `runs` holds what is known so far. `size` 0: unknown. */
  | { readonly stage: 'loading'; readonly bytes: number; readonly size: number }
  /** Read to its present end, and followed from here. */
  | { readonly stage: 'current'; readonly bytes: number }
  /** It could not be read any more; `runs` holds what was read before. `reason` is a sentence, ready to show. */
  | { readonly stage: 'stale'; readonly reason: string }
  /** It could not be read at all. `reason` is a sentence, ready to show. */
  | { readonly stage: 'failed'; readonly reason: string };

/** What is known of a log without its values. */
export interface LogNews {
  readonly stage: LogStage;
  /** Empty while nothing was understood; replaced, never patched, when the log grows. */
  readonly runs: readonly JudgedRun[];
  readonly problems: readonly LogProblem[];
  readonly isFolder: boolean;
}

/** One log (a file, or a folder that is one log) as features see it: what was read so far, and news of more. The values stay where it is read, which may be another thread. */
export interface LogView extends Omit<LogNews, 'isFolder'> {
  readonly uri: vscode.Uri;
  /** Short name to show, such as `training.csv`. */
  readonly title: string;
  /** Fired after any of the above changed, at most about ten times a second. */
  readonly onDidChange: vscode.Event<void>;
  /** Where a path in `Run.logs` really is. */
  fileOf(path: string): vscode.Uri;
  /** What only those can answer who have the values. Rejects when the log is closed, or its reader dies, before that. */
  ask<K extends keyof LogAnswers>(question: QuestionOf<K>): Promise<LogAnswers[K]>;
}

/** Logs by address. */
export interface LogViews {
  /** Starts reading and following at once. Whoever opens disposes; the last one to do so ends the following. */
  open(uri: vscode.Uri): LogView & vscode.Disposable;
}

/** A log that somebody follows for the store. */
export interface Followed extends LogView {
  /** Looks at the log again soon: it, or a preference, changed. */
  refresh(): void;
  dispose(): void;
}
