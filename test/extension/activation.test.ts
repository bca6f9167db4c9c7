import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { folder, untilTrue } from './support/workspace';

/** The threads of this process that run scripts. */
const threads = (): number =>
  (process.report.getReport() as unknown as { workers: unknown[] }).workers.length;

/** The logs of the workspace that were read since they were written: by then they had never been. */
function readLogs(): string[] {
  const logs = readdirSync(folder().fsPath, { recursive: true, encoding: 'utf8' });
  return logs
    .filter(path => /\.(?:csv|jsonl|log|tsv)$/.test(path))
    .filter(path => {
      const { atimeMs, mtimeMs, birthtimeMs } = statSync(join(folder().fsPath, path));
      return atimeMs > Math.max(mtimeMs, birthtimeMs) + 500;
    });
}

/** Whether the file system notes when a file was read. */
function notesReading(): boolean {
  const path = join(folder().fsPath, 'noted.txt');
  writeFileSync(path, 'x');
  const before = statSync(path).atimeMs;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  readFileSync(path);
  return statSync(path).atimeMs > before;
}

describe('an extension that nobody asked for anything', () => {
  it('has read no log and started no thread, and does so for the first who asks', async function () {
    const extension = vscode.extensions.getExtension('epoch-lens.epoch-lens');
    await extension?.activate();
    await new Promise(resolve => setTimeout(resolve, 1000));
    const before = threads();
    if (notesReading()) assert.deepEqual(readLogs(), []);
    await vscode.commands.executeCommand('epochLens.runs.focus');
    await untilTrue(() => threads() === before + 1);
    if (notesReading()) await untilTrue(() => readLogs().length > 0);
  });
});
