import * as vscode from 'vscode';
import type { FoundLog } from '../../core/project/find/foundLog';
import { pack, unpack } from './packedRuns';

const FILE = 'runs.json';
/** Bytes beyond which nothing is kept. */
const LARGEST = 32_000_000;

/** What was found is kept with the workspace, so that the next start reads almost nothing. */
export class KeptRuns {
  readonly #folder: vscode.Uri | undefined;

  /** `folder`: where the extension may keep files of this workspace; absent without a workspace. */
  constructor(folder: vscode.Uri | undefined) {
    this.#folder = folder;
  }

  /** `judging`: how logs are read and judged; what was kept of another way is found again. */
  async load(judging: string): Promise<readonly FoundLog[]> {
    if (this.#folder === undefined) return [];
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#folder, FILE));
      return unpack(new TextDecoder().decode(bytes), judging);
    } catch {
      return [];
    }
  }

  async save(logs: readonly FoundLog[], judging: string): Promise<void> {
    if (this.#folder === undefined) return;
    const bytes = new TextEncoder().encode(pack(logs, judging));
    if (bytes.length > LARGEST) return;
    await vscode.workspace.fs.createDirectory(this.#folder);
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(this.#folder, FILE), bytes);
  }
}
