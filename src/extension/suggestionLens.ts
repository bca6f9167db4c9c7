import * as vscode from 'vscode';
import { applicable, lensText } from '../core/report/sentences/lens';
import { commandIds } from './commands';
import type { ConfigSettings, IdentifiedSetting } from './configSettings';
import { valueRange } from './configSettings';
import { Lifetime, type Ending } from './lifetime';
import { logsOf } from './linkedLogs';
import type { Preferences } from './preferences';
import type { ProjectView, SettingLink } from './projectView';
import { say } from './say';

/** What the lens was last able to say about a setting. */
interface Said {
  readonly text: string;
  readonly linked: SettingLink;
}

/** The line above an epoch setting, and *Apply* beside it where the value should change. */
export class SuggestionLens implements vscode.CodeLensProvider, Ending {
  readonly onDidChangeCodeLenses: vscode.Event<void>;
  readonly #settings: ConfigSettings;
  readonly #project: ProjectView;
  readonly #preferences: Preferences;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  /** By document, then by setting: decided once, so that the text of a file moves at most once while it is open. */
  readonly #decided = new Map<string, Map<string, Said>>();

  constructor(settings: ConfigSettings, project: ProjectView, preferences: Preferences) {
    this.#settings = settings;
    this.#project = project;
    this.#preferences = preferences;
    this.onDidChangeCodeLenses = this.#changed.event;
    // Who ties a run wants to see it: lenses may come and go then.
    this.#own.add(project.onDidTie(() => this.#decided.clear()));
    this.#own.add(project.onDidChange(() => this.#changed.fire()));
    this.#own.add(vscode.workspace.onDidCloseTextDocument(each => this.#forget(each)));
  }

  /** While a long text is read, what stands there stays. */
  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!this.#preferences.wantsLenses(document.uri)) return [];
    const settings = await this.#settings.ready(document);
    const said = this.#update(document);
    return settings.flatMap(each => {
      const known = said.get(each.id);
      return known ? lenses(document, each, known) : [];
    });
  }

  /** Looks again: a preference changed. */
  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#own.dispose();
    this.#decided.clear();
  }

  /** What is said now: words may change, but only settings decided on before have any. */
  #update(document: vscode.TextDocument): ReadonlyMap<string, Said> {
    const key = document.uri.toString();
    const before = this.#decided.get(key);
    const now = new Map<string, Said>();
    for (const linked of this.#project.linksOf(document) ?? []) {
      const text = linked.link.setting.primary ? lensText(linked.link, say) : null;
      if (text !== null && (before?.has(linked.id) ?? true)) now.set(linked.id, { text, linked });
    }
    const said = new Map([...(before ?? []), ...now]);
    if (said.size > 0) this.#decided.set(key, said);
    return said;
  }

  #forget(document: vscode.TextDocument): void {
    this.#decided.delete(document.uri.toString());
  }
}

function lenses(
  document: vscode.TextDocument,
  { id, setting }: IdentifiedSetting,
  { text, linked }: Said,
): vscode.CodeLens[] {
  const range = valueRange(document, setting);
  const curves = new vscode.CodeLens(range, {
    title: text,
    tooltip: vscode.l10n.t('Show the curves'),
    command: commandIds.showRuns,
    arguments: [logsOf(linked)],
  });
  const value = appliedValue({ ...linked, link: { ...linked.link, setting } });
  if (value === null) return [curves];
  const apply = new vscode.CodeLens(range, {
    title: vscode.l10n.t('Apply'),
    tooltip: vscode.l10n.t('Set {key} to {value}', { key: setting.key, value }),
    command: commandIds.applySuggestion,
    arguments: [{ uri: document.uri.toString(), id, value }],
  });
  return [curves, apply];
}

/** A run that still improves has no single number to apply. */
function appliedValue({ link }: SettingLink): number | null {
  return link.suggestion?.reason === 'still-improving' ? null : applicable(link);
}
