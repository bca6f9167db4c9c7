import * as vscode from 'vscode';
import { hints } from '../core/analysis/diagnose';
import type { Finding } from '../core/analysis/analysis';
import type { JudgedRun } from '../core/project/judgedRun';
import { findingSentence } from '../core/report/sentences/findings';
import { Lifetime, type Ending } from './lifetime';
import { isBinaryFormat } from '../core/log/formats/index';
import type { LogView, LogViews } from './logView';
import type { Mutes } from './mutes';
import type { Preferences } from './preferences';
import { problem } from './problem';
import { identityOf } from './runIdentity';
import { say } from './say';

/** The logs that are followed, and news of them. */
export interface FollowedLogs extends LogViews {
  readonly followed: readonly LogView[];
  readonly onDidChangeLog: vscode.Event<LogView>;
}

/** The open documents that are logs, and news of them. */
export interface OpenLogs {
  readonly open: readonly vscode.Uri[];
  readonly onDidChange: vscode.Event<void>;
}

/** Logs that are being written, opened or not, and news of them. */
export interface WrittenLogs {
  readonly all: readonly ProblemLog[];
  readonly onDidChange: vscode.Event<void>;
}

/** What problems need of a log. */
type ProblemLog = Pick<LogView, 'uri' | 'runs' | 'fileOf'>;

/** What problems are told from. */
export interface LogProblemsOptions {
  readonly logs: FollowedLogs;
  readonly open: OpenLogs;
  readonly written: WrittenLogs;
  readonly mutes: Mutes;
  readonly preferences: Preferences;
}

/** Problems per log at most; a log of a thousand runs must not bury the rest of the list. */
const MOST = 100;

/** Puts what was found in the logs that are open (as text or as curves) or being written into the Problems view, at the line where it starts. */
export class LogProblems implements Ending {
  readonly #logs: FollowedLogs;
  readonly #open: OpenLogs;
  readonly #written: WrittenLogs;
  readonly #mutes: Mutes;
  readonly #preferences: Preferences;
  readonly #own = new Lifetime();
  readonly #problems = this.#own.add(
    vscode.languages.createDiagnosticCollection('epoch-lens-logs'),
  );
  /** By address of the open document. */
  readonly #held = new Map<string, Ending>();

  constructor({ logs, open, written, mutes, preferences }: LogProblemsOptions) {
    this.#logs = logs;
    this.#open = open;
    this.#written = written;
    this.#mutes = mutes;
    this.#preferences = preferences;
    this.#own.add(logs.onDidChangeLog(() => this.refresh()));
    this.#own.add(written.onDidChange(() => this.refresh()));
    this.#own.add(mutes.onDidChange(() => this.refresh()));
    this.#own.add(open.onDidChange(() => this.#hold()));
    this.#hold();
  }

  /** Lists again what is known now. */
  refresh(): void {
    const found = new Map<string, vscode.Diagnostic[]>();
    // What is known of half a log may not hold for the whole.
    const read = this.#logs.followed.filter(log => log.stage.stage !== 'loading');
    const files = new Set(read.flatMap(filesOf));
    const unread = this.#written.all.filter(log => !filesOf(log).some(file => files.has(file)));
    for (const log of [...read, ...unread]) {
      if (this.#preferences.isOn('problems.enabled', log.uri)) this.#collect(log, found);
    }
    this.#problems.clear();
    for (const [key, problems] of found) {
      this.#problems.set(vscode.Uri.parse(key), problems.slice(0, MOST));
    }
  }

  dispose(): void {
    this.#own.dispose();
    for (const held of this.#held.values()) held.dispose();
    this.#held.clear();
  }

  /** Follows the logs that are open, and no others. */
  #hold(): void {
    const open = new Map(this.#open.open.map(uri => [uri.toString(), uri]));
    for (const [key, held] of this.#held) {
      if (open.has(key)) continue;
      this.#held.delete(key);
      held.dispose();
    }
    for (const [key, uri] of open) {
      if (!this.#held.has(key)) this.#held.set(key, this.#logs.open(uri));
    }
  }

  #collect(log: ProblemLog, found: Map<string, vscode.Diagnostic[]>): void {
    for (const each of log.runs) {
      if (isBinaryFormat(each.run.format)) continue;
      const { findings } = each.analysis;
      const identity = identityOf(each.run, path => log.fileOf(path));
      for (const finding of firstOfEachRule(findings)) {
        const place = each.places[findings.indexOf(finding)] ?? null;
        if (place === null || isHint(finding)) continue;
        if (this.#mutes.isMuted(finding.rule, identity)) continue;
        const key = log.fileOf(place.path).toString();
        const problems = found.get(key) ?? [];
        found.set(key, problems);
        problems.push(entry(finding, each, place.line));
      }
    }
  }
}

function filesOf(log: ProblemLog): readonly string[] {
  return log.runs.flatMap(({ run }) => run.logs.map(path => log.fileOf(path).toString()));
}

/** What only explains the curve is told beside it. */
function isHint({ rule, severity }: Finding): boolean {
  return severity === 'information' && hints.has(rule);
}

function firstOfEachRule(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule }) => !seen.has(rule) && seen.add(rule));
}

function entry(finding: Finding, { run }: JudgedRun, line: number): vscode.Diagnostic {
  const range = new vscode.Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
  return problem(range, findingSentence(finding, run, say), finding.severity, finding.rule);
}
