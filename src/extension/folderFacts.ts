import * as vscode from 'vscode';
import { HEAD_BYTES } from '../core/log/format';
import { FactsOfFolders } from '../core/log/folderFacts';
import { pause } from '../core/run/pause';

/** Files read for what they say of runs; a project with more keeps something else in them. */
const MOST = 500;

/** What the files of a folder say of the runs in it. `tree`: their paths relative to the folder. */
export async function factsIn(
  folder: vscode.Uri,
  tree: readonly string[],
): Promise<FactsOfFolders> {
  const facts = new FactsOfFolders();
  for (const path of tree.filter(each => FactsOfFolders.concerns(each)).slice(0, MOST)) {
    const bytes = await head(vscode.Uri.joinPath(folder, path));
    if (bytes !== null) facts.note(path, new TextDecoder().decode(bytes));
    await pause();
  }
  return facts;
}

/** `null`: it may not be read, or is too large to say anything. */
async function head(uri: vscode.Uri): Promise<Uint8Array | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > HEAD_BYTES ? null : await vscode.workspace.fs.readFile(uri);
  } catch {
    return null;
  }
}
