import * as vscode from 'vscode';
import { settingProblem } from '../core/report/sentences/settings';
import { commandIds } from './commands';
import { type ConfigSettings, valueRange } from './configSettings';
import { logsOf } from './linkedLogs';
import { ruleOf, TEXT_NUMBER } from './problem';
import type { ProjectView, SettingLink } from './projectView';
import { say } from './say';
import { companionEdits, companionWords, settingEdit } from './settingEdits';

/** Fixes for the entries in the Problems view: the suggested number in a config, the curves of a log. */
export class QuickFixes implements vscode.CodeActionProvider {
  readonly #settings: ConfigSettings;
  readonly #project: ProjectView;

  constructor(settings: ConfigSettings, project: ProjectView) {
    this.#settings = settings;
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
      if (rule === TEXT_NUMBER)
        return [...this.#asNumber(document, diagnostic), page(rule, diagnostic)];
      const linked = this.#linkAt(document, diagnostic.range);
      const edits = linked ? edit(document, linked, diagnostic) : [];
      return [...edits, curves(document, linked, diagnostic), page(rule, diagnostic)];
    });
  }

  #asNumber(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
    const start = document.offsetAt(diagnostic.range.start);
    const found = this.#settings.textNumbersOf(document).find(each => each.start === start);
    if (found === undefined) return [];
    const action = fix(
      vscode.l10n.t('Write {text} as {number}', { text: found.text, number: found.fix }),
      diagnostic,
    );
    action.isPreferred = true;
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, diagnostic.range, found.fix);
    return [action];
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
  const isPreferred = suggestion?.reason !== 'still-improving';
  const companions = companionEdits(document, setting, value);
  const names = { key: setting.key, value };
  const alone = fix(vscode.l10n.t('Set {key} to {value}', names), diagnostic);
  alone.edit = settingEdit(document, setting, value, []);
  alone.isPreferred = isPreferred && companions.length === 0;
  if (companions.length === 0) return [alone];
  const changes = companionWords(companions);
  const together = fix(
    vscode.l10n.t('Set {key} to {value}, with {changes}', { ...names, changes }),
    diagnostic,
  );
  together.edit = settingEdit(document, setting, value, companions);
  together.isPreferred = isPreferred;
  return [together, alone];
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
