import * as vscode from 'vscode';
import { hints } from '../core/analysis/diagnose';
import type { Finding } from '../core/analysis/analysis';
import type { JudgedRun } from '../core/project/judgedRun';
import { findingSentence } from '../core/report/sentences/findings';
import { Lifetime, type Ending } from './lifetime';
import { isBinaryFormat } from '../core/log/formats/index';
import type { LogView, LogViews } from './logView';
import type { Preferences } from './preferences';
import { problem } from './problem';
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

/** Which findings the user does not want to be told of. */
export interface MutedFindings {
  readonly onDidChange: vscode.Event<void>;
  isMuted(rule: string, log: vscode.Uri, run: string): boolean;
}

/** Problems per log at most; a log of a thousand runs must not bury the rest of the list. */
const MOST = 100;

/** Puts what was found in the logs that are open (as text or as curves) into the Problems view, at the line where it starts. */
export class LogProblems implements Ending {
  readonly #logs: FollowedLogs;
  readonly #open: OpenLogs;
  readonly #preferences: Preferences;
  readonly #muted: MutedFindings;
  readonly #own = new Lifetime();
  readonly #problems = this.#own.add(
    vscode.languages.createDiagnosticCollection('epoch-lens-logs'),
  );
  /** By address of the open document. */
  readonly #held = new Map<string, Ending>();

  constructor(logs: FollowedLogs, open: OpenLogs, preferences: Preferences, muted: MutedFindings) {
    this.#logs = logs;
    this.#open = open;
    this.#preferences = preferences;
    this.#muted = muted;
    this.#own.add(muted.onDidChange(() => this.refresh()));
    this.#own.add(logs.onDidChangeLog(() => this.refresh()));
    this.#own.add(open.onDidChange(() => this.#hold()));
    this.#hold();
  }

  /** Lists again what is known now. */
  refresh(): void {
    const found = new Map<string, vscode.Diagnostic[]>();
    for (const log of this.#logs.followed) {
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

  #collect(log: LogView, found: Map<string, vscode.Diagnostic[]>): void {
    // What is known of half a log may not hold for the whole.
    if (log.stage.stage === 'loading') return;
    const isMuted = ({ rule }: Finding, { run }: JudgedRun) =>
      this.#muted.isMuted(rule, log.uri, run.name);
    for (const each of log.runs) {
      if (isBinaryFormat(each.run.format)) continue;
      const { findings } = each.analysis;
      for (const finding of firstOfEachRule(findings)) {
        const place = each.places[findings.indexOf(finding)] ?? null;
        if (place === null || isHint(finding) || isMuted(finding, each)) continue;
        const key = log.fileOf(place.path).toString();
        const problems = found.get(key) ?? [];
        found.set(key, problems);
        problems.push(entry(finding, each, place.line));
      }
    }
  }
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
