import * as vscode from 'vscode';
import type { ConfigSettings } from './configSettings';
import { activeFile, uriOf } from './curveCommands';
import type { HandTieStore } from './handTieStore';
import { fileOf } from './notebookCell';
import { relativePath } from './projectFiles';
import type { KnownLink, KnownProject, KnownSetting, ProjectView } from './projectView';
import { runItem, runItemsOf, type RunItem } from './runItems';
import { chooseSetting, knownIn, settingsHere } from './settingChoice';
import { linksOfLog, noRuns, noSetting, notRead } from './settingRuns';
import { whenKnown } from './whenKnown';

/** What tying runs by hand needs. */
export interface RunTiesOptions {
  readonly settings: ConfigSettings;
  readonly project: ProjectView;
  readonly store: HandTieStore;
}

/** Ties runs to a setting by hand, or unties them, from the config or from the log. Every command resolves to a sentence for people. */
export class RunTies {
  readonly #options: RunTiesOptions;

  constructor(options: RunTiesOptions) {
    this.#options = options;
  }

  /** `(uri?)`: of a log asks which setting, of the active config which runs. */
  async tie(given: unknown): Promise<string | null> {
    const title = vscode.l10n.t('Tie Run to This Setting');
    const asked = await this.#ask(given);
    if (typeof asked === 'string') return asked;
    const { known, here, log } = asked;
    if (log !== null) {
      const runs = runsOfLog(known, log);
      if (runs.length === 0) return vscode.l10n.t('No training curve is known in this file.');
      const setting = await chooseSetting(known.settings, title);
      if (known.settings.length === 0)
        return vscode.l10n.t('There is no epoch setting in this folder.');
      return setting ? this.#tie(known, runs, setting) : null;
    }
    const setting = await chooseSetting(here, title);
    if (setting === undefined) return null;
    const linked = new Set(linkOf(known, setting)?.link.runs.map(({ run }) => run.name));
    const items = known.runs.filter(({ run }) => !linked.has(run.name)).map(each => runItem(each));
    if (items.length === 0) return vscode.l10n.t('No other run is known in this folder.');
    return this.#tie(known, await chooseRuns(items, title), setting);
  }

  /** `(uri?)`: unties what a log, or the setting at the cursor, is linked to. */
  async untie(given: unknown): Promise<string | null> {
    const title = vscode.l10n.t('Untie Run from This Setting');
    const asked = await this.#ask(given);
    if (typeof asked === 'string') return asked;
    const { known, here, log } = asked;
    const linked =
      log === null ? here.flatMap(each => linkOf(known, each) ?? []) : linksOfLog(known, log);
    const setting = await chooseSetting(linked, title);
    const link = setting && linkOf(known, setting);
    if (!link) return linked.length === 0 ? noRuns() : null;
    const path = log && relativePath(known.folder, log);
    const items = runItemsOf(link.link).filter(
      ({ analysed }) => path === null || analysed.run.logs.includes(path),
    );
    const runs = path === null ? await chooseRuns(items, title) : items;
    if (runs.length === 0) return null;
    const logged = runs.map(({ analysed }) => analysed.run);
    await this.#options.store.untie(known.folder, logged, link);
    return vscode.l10n.t('Untied; Tie Run to This Setting takes it back.');
  }

  async #tie(
    { folder }: KnownProject,
    runs: readonly Pick<RunItem, 'analysed'>[],
    setting: KnownSetting,
  ): Promise<string | null> {
    if (runs.length === 0) return null;
    const { file, id } = setting;
    const logged = runs.map(({ analysed }) => analysed.run);
    await this.#options.store.tie(folder, logged, { file, id });
    return vscode.l10n.t('Tied to {file}; Untie Run from This Setting takes it back.', { file });
  }

  /** What the command is about: settings of the active config, or a log; a sentence where it is neither. */
  async #ask(given: unknown): Promise<Asked | string> {
    const { settings, project } = this.#options;
    const editor = vscode.window.activeTextEditor;
    const settingsThere = uriOf(given) ? [] : await settingsHere(settings, editor);
    const config = editor && settingsThere.length > 0 ? editor.document : null;
    const uri = config ? fileOf(config) : (uriOf(given) ?? activeFile());
    if (uri === undefined) return noSetting();
    const known = await whenKnown(project.onDidChange, () => project.projectAt(uri));
    if (known === null) return notRead();
    return config
      ? { known, here: knownIn(known, config, settingsThere), log: null }
      : { known, here: [], log: uri };
  }
}

interface Asked {
  readonly known: KnownProject;
  /** Settings of the active config. */
  readonly here: readonly KnownSetting[];
  readonly log: vscode.Uri | null;
}

function runsOfLog({ folder, runs }: KnownProject, log: vscode.Uri): readonly RunItem[] {
  const path = relativePath(folder, log) ?? '';
  return runs.filter(({ run }) => run.logs.includes(path)).map(each => runItem(each));
}

function linkOf({ links }: KnownProject, { file, id }: KnownSetting): KnownLink | undefined {
  return links.find(each => each.file === file && each.id === id);
}

async function chooseRuns(items: readonly RunItem[], title: string): Promise<readonly RunItem[]> {
  const placeHolder = vscode.l10n.t('Choose runs');
  const options = { title, placeHolder, canPickMany: true, matchOnDetail: true } as const;
  return (await vscode.window.showQuickPick(items, options)) ?? [];
}
