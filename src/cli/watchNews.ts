import type { FollowedLog } from '../core/project/followedLog';
import type { AnalysedRun } from '../core/project/project';
import type { Say } from '../core/report/say';
import { findingSentence } from '../core/report/sentences/findings';
import { verdict } from '../core/report/sentences/verdict';
import { shownName } from '../core/report/shownName';
import { reasonOf } from './output';

/** Remembers what was said of logs, and says the rest: each state and each finding of a run once. */
export class WatchNews {
  readonly #said = new Map<string, string>();

  of(path: string, log: FollowedLog, say: Say): readonly string[] {
    const { stage } = log;
    if (stage.stage === 'failed' || stage.stage === 'stale') {
      const line = say('{path}: {reason}', {
        path: shownName(path),
        reason: reasonOf(stage.error),
      });
      return this.#isNew(path, line) ? [line] : [];
    }
    this.#said.delete(path);
    return log.runs.flatMap(each => this.#ofRun(path, each, say));
  }

  #ofRun(path: string, each: AnalysedRun, say: Say): string[] {
    const { run, analysis } = each;
    const key = `${path}\n${run.name}`;
    const lines = this.#isNew(key, `${analysis.state} ${run.status}`)
      ? [verdict(analysis, run, say)]
      : [];
    for (const finding of analysis.findings) {
      if (finding.severity === 'information') continue;
      // What goes away and comes back is new again.
      if (this.#isNew(`${key}\n${finding.rule}`, String(finding.from)))
        lines.push(findingSentence(finding, run, say));
    }
    return lines.map(line => say('{name}: {line}', { name: shownName(run.name), line }));
  }

  #isNew(key: string, value: string): boolean {
    if (this.#said.get(key) === value) return false;
    this.#said.set(key, value);
    return true;
  }
}
