import * as vscode from 'vscode';
import type { LogSource } from '../../core/log/tail';
import { excerptAround } from '../../core/log/excerpt';
import { Lifetime, type Ending } from '../lifetime';
import { baseName } from '../logParts';
import type { Platform } from '../platform';

/** Excerpts are documents of this kind. */
const SCHEME = 'epoch-lens-excerpt';
/** The editor hides larger files from extensions and shows them only without most of what an editor does. */
const LARGEST = 50_000_000;
/** Excerpts kept, so that going back to an older tab still shows it. */
const MOST = 20;

/** Parts of logs that are too large for the editor, as read-only documents around a line. */
export class Excerpts implements vscode.TextDocumentContentProvider, Ending {
  readonly #platform: Platform;
  readonly #own = new Lifetime();
  readonly #texts = new Map<string, string>();

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#own.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** What to open to show a line (1-based) of a file: the file itself, or an excerpt where it is too large. */
  async around(
    file: vscode.Uri,
    line: number,
  ): Promise<{ readonly uri: vscode.Uri; readonly line: number }> {
    const source = this.#platform.source(file);
    const size = (await source.stat())?.size ?? 0;
    if (size <= LARGEST) return { uri: file, line };
    return this.#excerpt(file, source, line);
  }

  async #excerpt(file: vscode.Uri, source: LogSource, line: number) {
    const { text, first } = await excerptAround(source, line);
    const name = vscode.l10n.t('{name} around line {line}', { name: baseName(file), line });
    const path = `/${name.replaceAll('/', '∕')}`;
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: `${file.toString()}#${first}` });
    this.#texts.set(uri.toString(), text);
    for (const key of [...this.#texts.keys()].slice(0, -MOST)) this.#texts.delete(key);
    return { uri, line: line - first + 1 };
  }

  dispose(): void {
    this.#own.dispose();
    this.#texts.clear();
  }
}
