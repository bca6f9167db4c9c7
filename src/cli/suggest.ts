import { toldSuggestion } from '../core/analysis/told';
import { consensusOf, consensusSuggestion } from '../core/analysis/consensus';
import type { Analysis, Consensus, RuleId, RunState, Suggestion } from '../core/analysis/analysis';
import type { AnalysedRun } from '../core/project/project';
import { groupRuns } from '../core/report/groups';
import type { Say } from '../core/report/say';
import { shownName } from '../core/report/shownName';
import { suggestRun } from '../core/report/suggestJson';
import { caveatSentence } from '../core/report/sentences/caveats';
import { findingSentence } from '../core/report/sentences/findings';
import { outlookSentences } from '../core/report/sentences/outlook';
import { suggestionReason, suggestionTitle } from '../core/report/sentences/suggestions';
import { formatRange } from '../core/report/sentences/numbers';
import { countOf, runsOf } from '../core/report/sentences/units';
import { verdict } from '../core/report/sentences/verdict';
import type { Command } from './command';
import { eachPath } from './output';
import { PATTERN_OPTIONS, patternsOf } from './patterns';
import { readRuns } from './readRuns';

/** `epoch-lens suggest PATH…` */
export const suggest: Command = {
  name: 'suggest',
  summary: 'what was found in each run, and how many epochs it supports',
  usage: 'PATH…',
  options: PATTERN_OPTIONS,
  run: async (args, io) => {
    const patterns = await patternsOf(args, io.say);
    return eachPath(args, io, async path => {
      const { runs } = await readRuns(path, io, patterns);
      return {
        json: () => ({
          path,
          runs: runs.map(each => suggestRun(each, io.say)),
          consensus: consensusJson(consensusUnder(runs)),
        }),
        text: () => suggestText(path, runs, io.say),
      };
    });
  },
};

/** The consensus of the runs of one thing, where they are most of what a path holds. */
export function consensusUnder(runs: readonly AnalysedRun[]): Consensus | null {
  const groups = groupRuns(runs).toSorted((a, b) => b.runs.length - a.runs.length);
  const largest = groups[0];
  if (largest === undefined || largest.runs.length < 2) return null;
  return largest.runs.length * 2 > runs.length ? consensusOf(largest.runs) : null;
}

function consensusJson(consensus: Consensus | null): object | null {
  if (consensus === null) return null;
  const { runs, epochs, low, high } = consensus;
  return { runs, epochs, low, high };
}

function suggestText(path: string, runs: readonly AnalysedRun[], say: Say): string {
  if (runs.length === 0) return say('{path}: no curve in it', { path: shownName(path) });
  const lines = runs.flatMap(each => [...runText(each, say), '']);
  const consensus = consensusUnder(runs);
  if (consensus !== null) {
    const { epochs, low, high, unit } = consensus;
    const words = { runs: runsOf(consensus.runs, say), epochs: countOf(epochs, unit, say) };
    const range = formatRange(low, high);
    lines.push(say('Together {runs} support {epochs} ({range}).', { ...words, range }));
    const suggestion = consensusSuggestion(consensus);
    for (const caveat of suggestion.caveats) lines.push(caveatSentence(caveat, suggestion, say));
    lines.push('');
  }
  return lines.join('\n').trimEnd();
}

function runText({ run, analysis }: AnalysedRun, say: Say): string[] {
  const lines = [shownName(run.name)];
  if (!saysState(analysis)) lines.push(`  ${verdict(analysis, run, say)}`);
  for (const finding of analysis.findings) lines.push(`  ${findingSentence(finding, run, say)}`);
  for (const sentence of outlookSentences(analysis, run, say)) lines.push(`  ${sentence}`);
  const suggestion = toldSuggestion(analysis);
  return suggestion === null
    ? lines
    : [...lines, ...suggestionLines({ run, analysis }, suggestion, say)];
}

/** The suggestion with its reason, and what limits it most. */
function suggestionLines(
  { run, analysis }: AnalysedRun,
  suggestion: Suggestion,
  say: Say,
): string[] {
  const reason = suggestionReason(suggestion, analysis, run, say);
  const caveat = suggestion.caveats.find(each => each !== 'single-run');
  return [
    `  ${suggestionTitle(suggestion, say)}. ${reason}`,
    ...(caveat === undefined ? [] : [`  ${caveatSentence(caveat, suggestion, say)}`]),
  ];
}

/** Whether a finding says what the verdict would. */
function saysState({ state, findings }: Analysis): boolean {
  const rule = RULES[state];
  return rule !== null && findings.some(finding => finding.rule === rule);
}

/** The rule behind each state; null where the state is more than what a rule noticed. */
const RULES: Readonly<Record<RunState, RuleId | null>> = {
  diverged: 'divergence',
  overfitting: 'overfitting',
  improving: 'still-improving',
  plateau: 'plateau',
  noisy: null,
  converged: null,
  'too-short': null,
  'no-validation': null,
};
