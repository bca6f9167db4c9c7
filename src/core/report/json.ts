import type { ReportModel } from './model';
import type { Say } from './say';
import type { Suggestion } from '../analysis/analysis';
import { caveatSentence } from './sentences/caveats';
import { outlookSentences } from './sentences/outlook';
import { summarySentence } from './sentences/report';
import { suggestRun } from './suggestJson';

/** The report as data: what `suggest --json` says of each run, with the groups. NaN and infinities are left as numbers. */
export function reportJson(model: ReportModel, say: Say): object {
  return {
    title: model.title,
    date: model.date,
    version: model.version,
    read: {
      logs: model.logs,
      runs: model.runs.length,
      points: model.points,
      ignored: model.ignored,
    },
    summary: summarySentence(model, say),
    groups: model.groups.map(({ name, runs, consensus, suggestion }) => ({
      name,
      runs: runs.map(each => ({
        ...suggestRun(each, say),
        plannedEpochs: each.run.plannedEpochs,
        trained: each.analysis.trained,
        caveats: caveatsOf(each.analysis.suggestion, say),
        outlook: outlookSentences(each.analysis, each.run, say),
      })),
      consensus,
      suggestion:
        suggestion === null
          ? null
          : { epochs: suggestion.epochs, low: suggestion.low, high: suggestion.high },
    })),
    problems: model.problems.map(({ log, problem }) => ({
      log,
      line: problem.line,
      code: problem.code,
    })),
  };
}

function caveatsOf(suggestion: Suggestion | null, say: Say): readonly string[] {
  return suggestion?.caveats.map(caveat => caveatSentence(caveat, suggestion, say)) ?? [];
}
