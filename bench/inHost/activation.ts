import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

const [OURS, EMPTY] = ['epoch-lens.epoch-lens', 'epoch-lens.empty'];
const PATIENCE = 60_000;

const rest = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

/** Milliseconds of loading and of running, as VS Code's own account of its start has them. */
interface Taken {
  readonly load: number;
  readonly call: number;
}

/** What VS Code notes of its extension host, where it can be looked at. */
interface Noted {
  readonly MonacoPerformanceMarks?: {
    getMarks(): readonly { readonly name: string; readonly startTime: number }[];
  };
}

/** Milliseconds of loading alone, without what other extensions took meanwhile. */
function alone(id: string): number {
  const marks = (globalThis as Noted).MonacoPerformanceMarks?.getMarks() ?? [];
  const [from, to] = ['will', 'did'].map(
    each =>
      marks.find(({ name }) => name === `code/extHost/${each}LoadExtensionCode/${id}`)?.startTime,
  );
  return (to ?? NaN) - (from ?? NaN);
}

/** What VS Code accounts for each of these extensions: id, whether eager, milliseconds of loading, calling and finishing. */
async function account(ids: readonly string[]): Promise<Taken[]> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    await rest(500);
    await vscode.commands.executeCommand('perfview.show');
    const texts = vscode.workspace.textDocuments.map(document => document.getText());
    const lines = texts.flatMap(text => text.split('\n'));
    const found = ids.map(id => lines.find(line => line.startsWith(`| ${id} `)));
    if (found.every(line => line !== undefined)) return found.map(takenOf);
  }
  throw new Error(
    `no account in ${vscode.workspace.textDocuments.map(each => each.uri.toString()).join(' ')}`,
  );
}

function takenOf(line: string): Taken {
  const [, , , load, call] = line.split('|').map(cell => Number(cell.trim()));
  return { load: load ?? NaN, call: call ?? NaN };
}

/** What VS Code calls inside the extension host: waits for both and leaves what that took in a file. */
export async function run(): Promise<void> {
  console.log('Tests inside VS Code');
  const ids = [OURS, EMPTY];
  for (const id of ids) await vscode.extensions.getExtension(id)?.activate();
  const [ours, empty] = (await account(ids)).map((taken, at) => ({
    ...taken,
    alone: alone(ids[at]!),
  }));
  writeFileSync(process.env['EPOCH_LENS_RESULTS']!, JSON.stringify({ ours, empty }));
}
