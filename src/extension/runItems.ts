import * as vscode from 'vscode';
import type { AnalysedRun, Link } from '../core/project/project';
import { asideSentence } from '../core/report/sentences/aside';
import { verdict } from '../core/report/sentences/verdict';
import { plainLabel } from './markdown';
import { say } from './say';

/** A run in a quick pick. */
export interface RunItem extends vscode.QuickPickItem {
  readonly analysed: AnalysedRun;
}

/** A run with its verdict. */
export function runItem(analysed: AnalysedRun, description = ''): RunItem {
  const { run, analysis } = analysed;
  return {
    label: plainLabel(run.name),
    description: plainLabel(description),
    detail: plainLabel(verdict(analysis, run, say)),
    analysed,
  };
}

/** The runs of a setting: those that count first, the others with the reason why not. */
export function runItemsOf(link: Link): readonly RunItem[] {
  return [
    ...link.runs.map(each => runItem(each)),
    ...link.aside.map(each => {
      const why = asideSentence(each, link, say);
      return runItem(each, vscode.l10n.t('not counted: {why}', { why }));
    }),
  ];
}
