import { toldSuggestion } from '../analysis/told';
import { consensusOf, consensusSuggestion } from '../analysis/consensus';
import type { AnalysedRun } from '../project/project';
import { groupRuns } from './groups';
import type { RunGroup } from './groups';
import type { ReportGroup } from './model';

/** The runs in groups of one thing, each with what its runs say together. */
export function reportGroups(runs: readonly AnalysedRun[]): readonly ReportGroup[] {
  return groupRuns(runs).map(withConsensus);
}

function withConsensus(group: RunGroup): ReportGroup {
  const [only] = group.runs;
  if (group.runs.length === 1) {
    return { ...group, consensus: null, suggestion: only ? toldSuggestion(only.analysis) : null };
  }
  const consensus = consensusOf(group.runs);
  return {
    ...group,
    consensus,
    suggestion: consensus === null ? null : consensusSuggestion(consensus),
  };
}
