import type { AnalysedRun } from '../project/project';
import { escapeMarkdown } from './escape';
import type { Say } from './say';
import { caveatSentence } from './sentences/caveats';
import { outlookSentences } from './sentences/outlook';
import { findingSentence } from './sentences/findings';
import { runSubtitle } from './sentences/panel';
import { suggestionTitle } from './sentences/suggestions';
import { verdict } from './sentences/verdict';
import { shownName } from './shownName';
import { toldSuggestion } from '../analysis/told';

/** One run in a few lines of Markdown above its picture, to paste into notes or a pull request. `image` is the name of the picture's file. */
export function runMarkdown({ run, analysis }: AnalysedRun, image: string, say: Say): string {
  const suggestion = toldSuggestion(analysis);
  const head = [
    `### ${escapeMarkdown(shownName(run.name))}`,
    escapeMarkdown(runSubtitle(run, analysis, say)),
    `**${escapeMarkdown(verdict(analysis, run, say))}**`,
  ];
  const advice = suggestion === null ? [] : [escapeMarkdown(suggestionTitle(suggestion, say))];
  const outlook = escapeMarkdown(outlookSentences(analysis, run, say).join(' '));
  const caveats =
    suggestion?.caveats.map(
      caveat => `_${escapeMarkdown(caveatSentence(caveat, suggestion, say))}_`,
    ) ?? [];
  const findings = analysis.findings
    .map(finding => `- ${escapeMarkdown(findingSentence(finding, run, say))}`)
    .join('\n');
  const picture = `![${escapeMarkdown(shownName(run.name))}](${encodeURI(image)})`;
  const parts = [...head, picture, ...advice, outlook, ...caveats, findings];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}
