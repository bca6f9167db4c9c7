import * as vscode from 'vscode';
import type { ConfigSetting } from '../core/config/setting';
import type { HandTie, HandTies } from '../core/project/handTies';
import type { ConfigFile } from '../core/project/project';
import type { Run } from '../core/run/run';
import { beginsWith, headOf, type RunHead } from '../core/project/runHead';
import { identified } from './configSettings';
import { Lifetime, type Ending } from './lifetime';

/** A setting of a folder: the path of its file, and what tells it apart from the others in there. */
export interface SettingKey {
  readonly file: string;
  readonly id: string;
}

/** What the user said about one run. */
interface Said {
  readonly tied: SettingKey | null;
  readonly untied: readonly SettingKey[];
  /** How the run begins, by which it is known again when its log is called something else. */
  readonly head?: RunHead | null;
}

type SaidInFolder = Readonly<Record<string, Said>>;

const KEY = 'epochLens.handTies';
const NOTHING: Said = { tied: null, untied: [] };

/** Runs that the user tied to a setting or untied from one; kept in the state of the workspace. */
export class HandTieStore implements Ending {
  readonly onDidChange: vscode.Event<void>;
  readonly #state: vscode.Memento;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<void>());
  /** What tells the settings of a file apart; a file that was read anew is another one. */
  readonly #ids = new WeakMap<ConfigFile, ReadonlyMap<ConfigSetting, string>>();

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.onDidChange = this.#changed.event;
  }

  /** What was said about the runs of a folder. */
  of(folder: vscode.Uri): HandTies {
    return {
      of: (run, isThere) => {
        const all = this.#saidIn(folder);
        return this.#tieOf(all[run.name] ?? renamed(run, all, isThere));
      },
    };
  }

  async tie(folder: vscode.Uri, runs: readonly Run[], key: SettingKey): Promise<void> {
    await this.#say(folder, runs, said => ({
      tied: key,
      untied: said.untied.filter(each => !isSame(each, key)),
    }));
  }

  async untie(folder: vscode.Uri, runs: readonly Run[], key: SettingKey): Promise<void> {
    await this.#say(folder, runs, said => ({
      tied: said.tied && isSame(said.tied, key) ? null : said.tied,
      untied: [...said.untied.filter(each => !isSame(each, key)), key],
    }));
  }

  dispose(): void {
    this.#own.dispose();
  }

  async #say(
    folder: vscode.Uri,
    runs: readonly Run[],
    change: (said: Said) => Omit<Said, 'head'>,
  ): Promise<void> {
    const said = { ...this.#saidIn(folder) };
    for (const run of runs)
      said[run.name] = { ...change(said[run.name] ?? NOTHING), head: headOf(run) };
    await this.#state.update(KEY, { ...this.#all(), [folder.toString()]: said });
    this.#changed.fire();
  }

  #all(): Readonly<Record<string, SaidInFolder>> {
    return this.#state.get<Readonly<Record<string, SaidInFolder>>>(KEY) ?? {};
  }

  #saidIn(folder: vscode.Uri): SaidInFolder {
    return this.#all()[folder.toString()] ?? {};
  }

  #tieOf(said: Said | undefined): HandTie | null {
    if (said === undefined) return null;
    const is = (key: SettingKey, file: ConfigFile, setting: ConfigSetting) =>
      key.file === file.path && key.id === this.#idOf(file, setting);
    return {
      ties: (file, setting) => said.tied !== null && is(said.tied, file, setting),
      unties: (file, setting) => said.untied.some(key => is(key, file, setting)),
    };
  }

  #idOf(file: ConfigFile, setting: ConfigSetting): string | undefined {
    let ids = this.#ids.get(file);
    if (ids === undefined) {
      ids = new Map(identified(file.settings).map(each => [each.setting, each.id]));
      this.#ids.set(file, ids);
    }
    return ids.get(setting);
  }
}

/** What was said about a run that is gone, and whose values this one begins with. */
function renamed(
  run: Run,
  all: SaidInFolder,
  isThere: (name: string) => boolean,
): Said | undefined {
  for (const [name, said] of Object.entries(all))
    if (said.head && !isThere(name) && beginsWith(run, said.head)) return said;
  return undefined;
}

const isSame = (one: SettingKey, other: SettingKey) =>
  one.file === other.file && one.id === other.id;
