import * as vscode from 'vscode';
import { settingProblem } from '../core/report/sentences/settings';
import { commandIds } from './commands';
import { valueRange } from './configSettings';
import { logsOf } from './linkedLogs';
import { ruleOf } from './problem';
import type { ProjectView, SettingLink } from './projectView';
import { say } from './say';

/** Fixes for the entries in the Problems view: the suggested number in a config, the curves of a log. */
export class QuickFixes implements vscode.CodeActionProvider {
  readonly #project: ProjectView;

  constructor(project: ProjectView) {
    this.#project = project;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return diagnostics.flatMap(diagnostic => {
      const rule = ruleOf(diagnostic);
      if (rule === null) return [];
      const linked = this.#linkAt(document, diagnostic.range);
      const edits = linked ? edit(document, linked, diagnostic) : [];
      return [...edits, curves(document, linked, diagnostic), page(rule, diagnostic)];
    });
  }

  #linkAt(document: vscode.TextDocument, range: vscode.Range): SettingLink | undefined {
    return this.#project
      .linksOf(document)
      ?.find(({ link }) => valueRange(document, link.setting).isEqual(range));
  }
}

/** The suggested number; the first choice unless the runs say no single one. */
function edit(
  document: vscode.TextDocument,
  { link }: SettingLink,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction[] {
  const value = settingProblem(link, say)?.apply ?? null;
  if (value === null) return [];
  const { setting, suggestion } = link;
  const action = fix(
    vscode.l10n.t('Set {key} to {value}', { key: setting.key, value }),
    diagnostic,
  );
  action.isPreferred = suggestion?.reason !== 'still-improving';
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, valueRange(document, setting), String(value));
  return [action];
}

function curves(
  document: vscode.TextDocument,
  linked: SettingLink | undefined,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const action = fix(vscode.l10n.t('Show training curves'), diagnostic);
  const title = action.title;
  action.command = linked
    ? { title, command: commandIds.showRuns, arguments: [logsOf(linked)] }
    : { title, command: commandIds.showCurves, arguments: [document.uri] };
  return action;
}

function page(rule: string, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = fix(vscode.l10n.t('Explain {rule}', { rule }), diagnostic);
  const title = action.title;
  action.command = { title, command: commandIds.explainRule, arguments: [rule] };
  return action;
}

function fix(title: string, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  return action;
}
