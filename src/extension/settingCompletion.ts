import * as vscode from 'vscode';
import { applicableRange, lensText } from '../core/report/sentences/lens';
import { suggestionReason } from '../core/report/sentences/suggestions';
import type { ConfigSettings } from './configSettings';
import { valueRange } from './configSettings';
import type { ProjectView, SettingLink } from './projectView';
import { say } from './say';
import { writtenText } from './settingEdits';

/**
 * Offers the suggested number inside the value of an epoch setting; the ends of the range where no single one is suggested.
 * Only when asked for: a list that came up by itself would take the Enter of who types another number.
 */
export class SettingCompletion implements vscode.CompletionItemProvider {
  readonly #settings: ConfigSettings;
  readonly #project: ProjectView;

  constructor(settings: ConfigSettings, project: ProjectView) {
    this.#settings = settings;
    this.#project = project;
  }

  async provideCompletionItems(
    document: vscode.TextDocument,
    at: vscode.Position,
  ): Promise<vscode.CompletionItem[]> {
    const found = await this.#settings.at(document, at);
    if (!found?.setting.editable) return [];
    const range = valueRange(document, found.setting);
    if (!range.contains(at)) return [];
    const linked = this.#project.linksOf(document)?.find(({ id }) => id === found.id);
    return linked ? items(linked, range, document.getText(range)) : [];
  }
}

function items({ link }: SettingLink, range: vscode.Range, typed: string): vscode.CompletionItem[] {
  const { suggestion, runs } = link;
  const first = runs[0];
  if (suggestion === null || first === undefined) return [];
  return applicableRange(link).map((value, index) => {
    const text = writtenText(link.setting, value);
    const item = new vscode.CompletionItem(text, vscode.CompletionItemKind.Value);
    item.detail = lensText(link, say) ?? '';
    item.documentation = suggestionReason(suggestion, first.analysis, first.run, say);
    item.range = range;
    // Whatever stands there already, the number replaces it.
    item.filterText = typed;
    item.sortText = `0${index}`;
    return item;
  });
}
