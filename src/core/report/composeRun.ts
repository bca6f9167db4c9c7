import type { Suggestion } from '../analysis/analysis';
import { toldSuggestion } from '../analysis/told';
import { plannedCount } from '../analysis/plan';
import type { AnalysedRun } from '../project/project';
import type { Block, Fact, Row } from './blocks';
import type { Say } from './say';
import { shownName } from './shownName';
import { caveatSentence } from './sentences/caveats';
import { findingSentence } from './sentences/findings';
import { outlookSentences } from './sentences/outlook';
import { remedies } from './sentences/remedies';
import { replayView } from './sentences/replay';
import { savings } from './sentences/savings';
import { suggestionReason, suggestionTitle } from './sentences/suggestions';
import { verdict } from './sentences/verdict';

/** One run: its figure, four lines, what was found, the replay of patience, and the caveats. */
export function runBlocks(each: AnalysedRun, say: Say): Block[] {
  const { run, analysis } = each;
  return [
    { kind: 'heading', level: 2, text: shownName(run.name) },
    { kind: 'figure', of: each },
    { kind: 'facts', items: facts(each, say) },
    ...findingBlocks(each, say),
    ...replayBlocks(each, say),
    ...caveatBlocks(toldSuggestion(analysis), say),
  ];
}

/** What limits a suggestion, a note each. */
export function caveatBlocks(suggestion: Suggestion | null, say: Say): Block[] {
  if (suggestion === null) return [];
  return suggestion.caveats.map(caveat => ({
    kind: 'note',
    text: caveatSentence(caveat, suggestion, say),
  }));
}

function facts({ run, analysis }: AnalysedRun, say: Say): Fact[] {
  const suggestion = toldSuggestion(analysis);
  const items = [{ name: say('Verdict'), text: verdict(analysis, run, say) }];
  const outlook = outlookSentences(analysis, run, say);
  if (outlook.length > 0) items.push({ name: say('Outlook'), text: outlook.join(' ') });
  if (suggestion === null) return items;
  items.push({
    name: say('Suggestion'),
    text: say('{title}. {reason}', {
      title: suggestionTitle(suggestion, say),
      reason: suggestionReason(suggestion, analysis, run, say),
    }),
  });
  // What a rule cut was not going to be trained.
  const planned = run.status === 'early-stopped' ? null : plannedCount(run);
  const saved = savings(suggestion, analysis, planned, say);
  if (saved !== null) items.push({ name: say('What it means'), text: saved });
  return items;
}

function findingBlocks({ run, analysis }: AnalysedRun, say: Say): Block[] {
  if (analysis.findings.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: say('Findings') },
    {
      kind: 'list',
      items: analysis.findings.map(finding =>
        say('{finding} {remedy}', {
          finding: findingSentence(finding, run, say),
          remedy: remedies(finding, say)[0] ?? '',
        }).trim(),
      ),
    },
  ];
}

function replayBlocks({ run, analysis }: AnalysedRun, say: Say): Block[] {
  if (analysis.replay.length === 0 || analysis.state === 'too-short') return [];
  return [
    { kind: 'heading', level: 3, text: say('Early stopping, replayed') },
    {
      kind: 'table',
      columns: [
        { title: say('Rule'), align: 'left' },
        { title: say('Would have stopped'), align: 'right' },
        { title: say('Kept'), align: 'right' },
        { title: say('Cost'), align: 'right' },
        { title: say('Saved'), align: 'right' },
      ],
      rows: analysis.replay.map((result): Row => {
        const view = replayView(result, analysis, run.unit, say);
        return [view.rule, view.stopped, view.kept, view.cost, view.saved];
      }),
    },
  ];
}
