import * as vscode from 'vscode';
import type { ConfigSetting, SettingPlace } from '../core/config/setting';
import type { Link } from '../core/project/project';
import { patienceAdvice } from '../core/report/patienceAdvice';
import {
  companionSentence,
  limitSentence,
  shiftSentence,
  sourceSentence,
  untouchedSentence,
} from '../core/report/sentences/meaning';
import { shownName } from '../core/report/shownName';
import { commandIds } from './commands';
import type { IdentifiedSetting } from './configSettings';
import { commandLink, escaped } from './markdown';
import { notebookCellOf } from './notebookCell';
import type { SettingLink } from './projectView';
import { say } from './say';

/** What hovering a setting says that is no total: where its number stands, which limit governs, the patience that suits. */
export function meaningParts(
  document: vscode.TextDocument,
  { id, setting }: IdentifiedSetting,
  links: readonly SettingLink[],
): readonly string[] {
  const { source } = setting;
  const limit = limitSentence(setting, say);
  return [
    ...(source === null
      ? []
      : [sourceSentence(sourceLink(document, source), escaped(shownName(source.text)), say)]),
    ...(limit === null ? [] : [escaped(limit)]),
    ...patienceParts(document, { id, setting }, links),
  ];
}

/** What hovering a total adds: what must change with it, and why Apply leaves it alone. */
export function totalParts(setting: ConfigSetting, link: Link | undefined): readonly string[] {
  const isRecord = link?.role === 'copy';
  const parts = [
    companionSentence(setting, say),
    isRecord ? null : shiftSentence(setting, say),
    untouchedSentence(setting, isRecord, say),
  ];
  return parts.flatMap(part => (part === null ? [] : [escaped(part)]));
}

function patienceParts(
  document: vscode.TextDocument,
  { id, setting }: IdentifiedSetting,
  links: readonly SettingLink[],
): readonly string[] {
  if (setting.kind !== 'patience') return [];
  const advice = patienceAdvice(
    links.map(({ link }) => link),
    say,
  );
  if (advice === null) return [];
  const { patience: value, sentence } = advice;
  if (!setting.editable || value === setting.value) return [escaped(sentence)];
  const edit = { uri: document.uri.toString(), id, value };
  const title = vscode.l10n.t('Set {key} to {value}', { key: setting.key, value });
  return [escaped(sentence), commandLink(title, commandIds.applySuggestion, [edit])];
}

/** `max_epochs, line 12`, which opens there; in a notebook the cell is named. */
function sourceLink(document: vscode.TextDocument, { name, start, cell }: SettingPlace): string {
  const at = notebookCellOf(document)?.notebook.getCells()[cell ?? -1]?.document ?? document;
  const line = at.positionAt(start).line + 1;
  const words = vscode.l10n.t('{name}, line {line}', { name: shownName(name), line });
  return `[${escaped(words)}](${at.uri.with({ fragment: `L${line}` }).toString()})`;
}
