import type { Finding, Monitor, ReplayResult, Suggestion } from '../analysis/analysis';
import type { AnalysedRun } from '../project/project';
import type { Run } from '../run/run';
import type { Say } from './say';
import { findingSentence } from './sentences/findings';
import { suggestionReason } from './sentences/suggestions';

/** One run as `suggest --json` prints it; NaN and infinities are left as numbers. */
export function suggestRun({ run, analysis }: AnalysedRun, say: Say): object {
  const { monitor, best, suggestion } = analysis;
  return {
    name: run.name,
    logs: run.logs,
    unit: run.unit,
    monitor: monitor === null ? null : monitorJson(monitor),
    state: analysis.state,
    best: best === null ? null : { epoch: best.epoch, count: best.count, value: best.value },
    suggestion:
      suggestion === null
        ? null
        : suggestionJson(suggestion, suggestionReason(suggestion, analysis, run, say)),
    stopAt: analysis.stopAt,
    forecast: analysis.forecast,
    replay: analysis.replay.map(replayJson),
    findings: analysis.findings.map(finding => findingJson(finding, run, say)),
  };
}

/** A suggestion as every command prints it. `reason` is its sentence. */
export function suggestionJson(suggestion: Suggestion, reason: string): object {
  const { epochs, low, high, confidence } = suggestion;
  return { epochs, low, high, confidence, reason };
}

function monitorJson({ name, metric, split, goal }: Monitor): object {
  return { name, metric, split, goal };
}

function replayJson({ rule, patience, stopCount, keptCount, value, regret }: ReplayResult): object {
  const name = patience === null ? rule : `${rule} ${patience}`;
  return { rule: name, stopCount, keptCount, value, regret };
}

function findingJson(finding: Finding, run: Run, say: Say): object {
  const { rule, severity, from, to, evidence } = finding;
  return { rule, severity, from, to, message: findingSentence(finding, run, say), evidence };
}
