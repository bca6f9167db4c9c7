import * as vscode from 'vscode';
import type { JudgedRun } from '../../core/project/judgedRun';
import { findingSentence } from '../../core/report/sentences/findings';
import { bestSentence } from '../../core/report/sentences/verdict';
import { placeOf } from '../../core/report/sentences/units';
import { shownName } from '../../core/report/shownName';
import { commandIds } from '../commands';
import { Lifetime, type Ending } from '../lifetime';
import type { Mutes } from '../mutes';
import { identityOf, type RunIdentity } from '../runIdentity';
import { SECTION, type Preferences } from '../preferences';
import { say } from '../say';
import { noticesOf, type Notice } from './notices';
import type { RunsStore } from './runsStore';

/** Keys of runs that were told, kept with the workspace; the oldest are forgotten. */
const KEY = 'epochLens.told';
const MOST = 500;
const PREFERENCE = 'notifications';

/** What notices need. */
export interface RunNoticesOptions {
  readonly store: RunsStore;
  readonly preferences: Preferences;
  readonly kept: vscode.Memento;
  readonly mutes: Mutes;
  readonly uriOf: (path: string) => vscode.Uri;
}

/** Tells of a run that goes wrong, once, where the user wants to be told by notifications. */
export class RunNotices implements Ending {
  readonly #store: RunsStore;
  readonly #preferences: Preferences;
  readonly #kept: vscode.Memento;
  readonly #mutes: Mutes;
  readonly #uriOf: (path: string) => vscode.Uri;
  readonly #own = new Lifetime();
  readonly #told: Set<string>;

  constructor({ store, preferences, kept, mutes, uriOf }: RunNoticesOptions) {
    this.#store = store;
    this.#preferences = preferences;
    this.#kept = kept;
    this.#mutes = mutes;
    this.#uriOf = uriOf;
    this.#told = new Set(kept.get<readonly string[]>(KEY, []));
    this.#own.add(store.onDidChange(() => this.refresh()));
  }

  dispose(): void {
    this.#own.dispose();
  }

  /** Looks at what is known now: there is news, or a preference changed. */
  refresh(): void {
    for (const log of this.#store.logs) {
      for (const judged of log.runs) {
        if (judged.run.status !== 'running') continue;
        const uri = this.#uriOf(log.path);
        const choice = this.#preferences.notifications(uri);
        const fileOf = (path: string) => vscode.Uri.joinPath(this.#uriOf(log.root), path);
        const identity = identityOf(judged.run, fileOf);
        const isOver = (notice: Notice) =>
          this.#told.has(notice.key) ||
          (notice.kind === 'divergence' && this.#mutes.isMuted(notice.finding.rule, identity));
        for (const notice of noticesOf(log.path, judged, choice, isOver))
          void this.#tell(notice, judged, identity);
      }
    }
  }

  async #tell(notice: Notice, judged: JudgedRun, identity: RunIdentity): Promise<void> {
    this.#told.add(notice.key);
    await this.#kept.update(KEY, [...this.#told].slice(-MOST));
    const show = vscode.l10n.t('Show');
    const mute = vscode.l10n.t('Mute This Run');
    const never = vscode.l10n.t("Don't Show Again");
    const line = say('{name}: {line}', {
      name: shownName(judged.run.name),
      line: sentenceOf(notice, judged),
    });
    const answer = await vscode.window.showWarningMessage(line, show, mute, never);
    if (answer === show)
      await vscode.commands.executeCommand(commandIds.showCurves, identity.log.toString());
    else if (answer === mute) await this.#mute(notice, identity);
    else if (answer === never)
      await vscode.workspace
        .getConfiguration(SECTION)
        .update(PREFERENCE, 'never', vscode.ConfigurationTarget.Global);
  }

  /** Nothing more of this run, whatever it is about; what was found is not listed in Problems any more either. */
  async #mute(notice: Notice, identity: RunIdentity): Promise<void> {
    const run = notice.key.slice(0, notice.key.lastIndexOf('\n'));
    for (const kind of ['divergence', 'stop']) this.#told.add(`${run}\n${kind}`);
    await this.#kept.update(KEY, [...this.#told].slice(-MOST));
    if (notice.kind === 'divergence') await this.#mutes.mute(notice.finding.rule, identity, 'run');
  }
}

function sentenceOf(notice: Notice, { run, analysis }: JudgedRun): string {
  if (notice.kind === 'divergence') return findingSentence(notice.finding, run, say);
  const place = placeOf(notice.stopAt, run.unit, say);
  const first = say('Nothing has been gained for long enough to stop since {place}.', { place });
  const best = bestSentence(analysis, run, say);
  return best === null ? first : say('{first} {second}', { first, second: best });
}
