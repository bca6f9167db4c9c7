import * as vscode from 'vscode';
import { renderExplanation } from '../core/report/explain';
import { explainLog } from '../core/run/explainLog';
import type { Explanation } from '../core/run/explanation';
import { chooseLog } from './chooseLog';
import { activeFile, uriOf } from './curveCommands';
import { failureSentence } from './failures';
import { Lifetime, type Ending } from './lifetime';
import { baseName } from './logParts';
import { pause } from '../core/run/pause';
import type { Platform } from './platform';
import type { Preferences } from './preferences';
import { say } from './say';

/** Explanations are documents of this kind. */
const SCHEME = 'epoch-lens-explain';
/** Explanations kept, so that going back to an older preview still shows it. */
const MOST = 10;

/** What explaining needs from outside. */
export interface ExplanationOptions {
  readonly platform: Platform;
  readonly preferences: Preferences;
  readonly recognised: { readonly all: readonly vscode.Uri[] };
}

/** Says how a log is read, in a read-only document shown as a preview. */
export class Explanations implements vscode.TextDocumentContentProvider, Ending {
  readonly #options: ExplanationOptions;
  readonly #own = new Lifetime();
  /** By address, the newest last. */
  readonly #known = new Map<string, Explanation>();

  constructor(options: ExplanationOptions) {
    this.#options = options;
    this.#own.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const explanation = this.#known.get(uri.toString());
    return explanation
      ? renderExplanation(explanation, say)
      : vscode.l10n.t('This explanation is not open any more.');
  }

  /** `(uri?)`: from the palette the active file; without one it asks. Resolves to a sentence where that failed, else to null. */
  async open(given: unknown): Promise<string | null> {
    const uri = uriOf(given) ?? activeFile() ?? (await this.#choose());
    if (uri === undefined) return null;
    try {
      const explanation = await this.#explain(uri);
      await vscode.commands.executeCommand('markdown.showPreview', this.#keep(explanation));
      return null;
    } catch (error) {
      return failureSentence(error, baseName(uri), say);
    }
  }

  dispose(): void {
    this.#own.dispose();
    this.#known.clear();
  }

  #choose(): Promise<vscode.Uri | undefined> {
    const title = vscode.l10n.t('Explain This Log');
    return chooseLog(this.#options.recognised.all, { title, openLabel: vscode.l10n.t('Explain') });
  }

  async #explain(uri: vscode.Uri): Promise<Explanation> {
    const { platform, preferences } = this.#options;
    const progress = {
      location: vscode.ProgressLocation.Window,
      title: vscode.l10n.t('Reading logs'),
    };
    return vscode.window.withProgress(progress, async () =>
      explainLog(platform.source(uri), baseName(uri), {
        patterns: preferences.patterns(uri),
        pause: async () => {
          await pause();
          return !this.#own.ended;
        },
      }),
    );
  }

  /** Keeps an explanation and gives it an address. */
  #keep(explanation: Explanation): vscode.Uri {
    const name = vscode.l10n.t('How {name} is read', { name: explanation.path });
    const path = `/${name.replaceAll('/', '∕')}.md`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: String(Date.now()) });
    this.#known.set(uri.toString(), explanation);
    for (const key of [...this.#known.keys()].slice(0, -MOST)) this.#known.delete(key);
    return uri;
  }
}
