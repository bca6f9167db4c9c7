import * as vscode from 'vscode';
import { Lifetime, type Ending } from './lifetime';
import { baseName } from './logParts';
import { SECTION, type Preferences } from './preferences';
import type { RunIdentity } from './runIdentity';

/** Where mutes of single runs and logs are kept: with the workspace. */
const KEY = 'epochLens.muted';
const PREFERENCE = 'problems.ignore';

/** What a mute is about: everything where a part is null. */
interface Mute {
  readonly rule: string;
  readonly log: string | null;
  readonly run: string | null;
}

/** How far a mute goes: a run, all runs of its log, or a preference. */
export type MuteScope = 'run' | 'log' | vscode.ConfigurationTarget;

/** Findings that the user does not want to be told again: of a run, of a log (both kept with the workspace), or everywhere (a preference). */
export class Mutes implements Ending {
  readonly #kept: vscode.Memento;
  readonly #preferences: Preferences;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.#changed.event;

  constructor(kept: vscode.Memento, preferences: Preferences) {
    this.#kept = kept;
    this.#preferences = preferences;
  }

  isMuted(rule: string, { log, run }: RunIdentity): boolean {
    if (this.#preferences.list(PREFERENCE, log).includes(rule)) return true;
    const key = log.toString();
    return this.#all().some(
      mute => mute.rule === rule && mute.log === key && (mute.run === null || mute.run === run),
    );
  }

  /** Asks how far a rule is to be muted for a run of this name, and does it. Resolves to a sentence; null: nothing was chosen. */
  async ask(rule: string, identity: RunIdentity, name: string): Promise<string | null> {
    const { log } = identity;
    const folder = vscode.workspace.getWorkspaceFolder(log);
    const choices: readonly (vscode.QuickPickItem & { readonly scope: MuteScope })[] = [
      { label: vscode.l10n.t('In this run'), description: name, scope: 'run' },
      { label: vscode.l10n.t('In this log'), description: baseName(log), scope: 'log' },
      ...(folder
        ? [
            {
              label: vscode.l10n.t('In this workspace'),
              description: `${SECTION}.${PREFERENCE}`,
              scope: vscode.ConfigurationTarget.Workspace,
            },
          ]
        : []),
      {
        label: vscode.l10n.t('Everywhere'),
        description: `${SECTION}.${PREFERENCE}`,
        scope: vscode.ConfigurationTarget.Global,
      },
    ];
    const title = vscode.l10n.t('Mute {rule}', { rule });
    const chosen = await vscode.window.showQuickPick(choices, { title });
    if (!chosen) return null;
    await this.mute(rule, identity, chosen.scope);
    return vscode.l10n.t('Muted {rule}.', { rule });
  }

  /** Takes back what was muted for a log, in whichever way: of a run of it, of it, or by the preference. */
  async unmute(rule: string, log: vscode.Uri): Promise<void> {
    const key = log.toString();
    const rest = this.#all().filter(mute => mute.rule !== rule || mute.log !== key);
    await this.#kept.update(KEY, rest);
    await unlist(rule, log);
    this.#changed.fire();
  }

  /** A preference changed: whoever tells findings looks again. */
  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#own.dispose();
  }

  async mute(rule: string, { log, run }: RunIdentity, scope: MuteScope): Promise<void> {
    if (scope === 'run' || scope === 'log') {
      const mute = { rule, log: log.toString(), run: scope === 'run' ? run : null };
      await this.#kept.update(KEY, [...this.#all(), mute]);
    } else {
      const section = vscode.workspace.getConfiguration(SECTION, log);
      const rules = [...new Set([...this.#preferences.list(PREFERENCE, log), rule])];
      await section.update(PREFERENCE, rules, scope);
    }
    this.#changed.fire();
  }

  #all(): readonly Mute[] {
    return this.#kept.get<readonly Mute[]>(KEY, []);
  }
}

/** Takes a rule out of the preference, wherever it stands in it for the log. */
async function unlist(rule: string, log: vscode.Uri): Promise<void> {
  const section = vscode.workspace.getConfiguration(SECTION, log);
  const found = section.inspect<unknown>(PREFERENCE);
  // Where a folder is the whole workspace, its settings are the workspace's and refuse to be written as a folder's.
  const ofFolder = vscode.workspace.workspaceFile && found?.workspaceFolderValue;
  const levels = [
    [ofFolder, vscode.ConfigurationTarget.WorkspaceFolder],
    [found?.workspaceValue, vscode.ConfigurationTarget.Workspace],
    [found?.globalValue, vscode.ConfigurationTarget.Global],
  ] as const;
  for (const [value, target] of levels) {
    const listed: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!listed.includes(rule)) continue;
    const rest = listed.filter(each => each !== rule);
    await section.update(PREFERENCE, rest.length > 0 ? rest : undefined, target);
  }
}
