import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import * as vscode from 'vscode';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import { LogStore } from '../../src/extension/logStore';
import type { LogView } from '../../src/extension/logView';
import { WasmEngine } from '../../src/core/log/database/wasmDatabase';
import { workspaceLog } from '../../src/extension/workspaceLog';
import { sourceOf } from '../../src/node/sourceOf';
import { file, remove, untilTrue, write } from './support/workspace';

/** The extension as it is on the disk. */
const own = (...path: string[]): vscode.Uri => {
  const extension = vscode.extensions.getExtension('epoch-lens.epoch-lens');
  assert.ok(extension);
  return vscode.Uri.joinPath(extension.extensionUri, ...path);
};

const engine = new WasmEngine(async () =>
  vscode.workspace.fs.readFile(own('dist', 'sql-wasm.wasm')),
);

const platforms = {
  'the disk': (uri: vscode.Uri) => sourceOf(uri.fsPath),
  'the file systems of VS Code': (uri: vscode.Uri) => workspaceLog(uri, engine),
};

const row = (epoch: number) => `${epoch},${1 / epoch},${1 / epoch + 0.1}\n`;
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => row(from + index)).join('');
const HEADER = 'epoch,loss,val_loss\n';

/** Values of the first series, as far as they were read. */
const points = (log: LogView) => log.runs[0]?.run.series[0]?.count ?? 0;

for (const [name, source] of Object.entries(platforms)) {
  describe(`a log followed through ${name}`, () => {
    let store: LogStore;
    beforeEach(() => (store = new LogStore({ source }, () => defaultPreferences)));
    afterEach(async () => {
      store.dispose();
      await remove('followed');
    });

    it('gives its runs, and more of them when the file grows', async () => {
      const uri = await write('followed/training.csv', HEADER + rows(1, 10));
      const log = store.open(uri);
      await untilTrue(() => log.stage.stage === 'current');
      assert.equal(points(log), 10);
      assert.deepEqual(
        log.runs.map(({ analysis }) => analysis.evaluations),
        [10],
      );
      await appendFile(uri.fsPath, rows(11, 12));
      // The columns grow in place; that the new values are in the analysis says that the log was taken over whole.
      await untilTrue(() => log.runs[0]?.analysis.evaluations === 12);
      assert.deepEqual(
        log.runs.map(({ run }) => [run.status, run.series[0]?.count]),
        [['running', 12]],
      );
    });

    it('gives the runs of a database, and of its next state', async () => {
      const mlflow = await vscode.workspace.fs.readFile(
        own('test', 'fixtures', 'stores', 'mlflow.db'),
      );
      const optuna = await vscode.workspace.fs.readFile(
        own('test', 'fixtures', 'stores', 'optuna.db'),
      );
      const uri = await write('followed/mlflow.db', mlflow);
      const log = store.open(uri);
      await untilTrue(() => log.stage.stage === 'current');
      assert.deepEqual(log.problems, []);
      assert.deepEqual(
        log.runs.map(({ run }) => [run.name, run.format]),
        ['digits/baseline', 'digits/diverged', 'digits/without steps', 'other/baseline'].map(
          name => [`mlflow.db ${name}`, 'sqlite'],
        ),
      );
      await writeFile(uri.fsPath, optuna);
      await untilTrue(() => log.runs.length === 3);
    });

    it("gives the runs of MLflow's file store by their names", async () => {
      const log = store.open(own('test', 'fixtures', 'stores', 'mlruns'));
      await untilTrue(() => log.stage.stage === 'current');
      assert.deepEqual(log.runs.map(({ run }) => [run.name, run.plannedEpochs]).sort(), [
        ['digits/baseline', 12],
        ['digits/diverged', null],
        ['digits/without steps', null],
        ['other/baseline', null],
      ]);
    });

    it('gives what is packed', async () => {
      const uri = await write('followed/training.csv.gz', gzipSync(HEADER + rows(1, 10)));
      const log = store.open(uri);
      await untilTrue(() => points(log) === 10);
    });

    it('starts over when the file was written anew', async () => {
      const uri = await write('followed/training.csv', HEADER + rows(1, 10));
      const log = store.open(uri);
      await untilTrue(() => points(log) === 10);
      await writeFile(uri.fsPath, HEADER + rows(1, 6));
      await untilTrue(() => points(log) === 6);
    });

    it('keeps what was read when the file goes away, and says so in a sentence', async () => {
      const uri = await write('followed/training.csv', HEADER + rows(1, 10));
      const log = store.open(uri);
      await untilTrue(() => points(log) === 10);
      await vscode.workspace.fs.delete(uri);
      await untilTrue(() => log.stage.stage === 'stale');
      assert.equal(points(log), 10);
      await write('followed/training.csv', HEADER + rows(1, 11));
      await untilTrue(() => log.stage.stage === 'current' && points(log) === 11);
    });

    it('says in a sentence that there is no such file', async () => {
      await write('followed/other.csv', '');
      const log = store.open(file('followed/none.csv'));
      await untilTrue(() => log.stage.stage === 'failed');
      assert.deepEqual(log.stage, {
        stage: 'failed',
        reason: 'none.csv is not there any more.',
      });
    });

    it('reads what is no log to its end and finds nothing', async () => {
      const contents = {
        'empty.csv': '',
        'binary.log': new Uint8Array(5000),
        'half.json': '{"log_history": [{',
      };
      for (const [path, content] of Object.entries(contents)) {
        const log = store.open(await write(`followed/${path}`, content));
        await untilTrue(() => log.stage.stage === 'current');
        assert.deepEqual(log.runs, [], path);
        log.dispose();
      }
    });

    it('gives the runs of all logs in a folder', async () => {
      for (const seed of [1, 2, 3]) {
        await write(`followed/seed_${seed}/training.csv`, HEADER + rows(1, 8));
      }
      const log = store.open(file('followed'));
      await untilTrue(() => log.stage.stage === 'current');
      assert.deepEqual(
        log.runs.map(({ run }) => run.logs),
        [1, 2, 3].map(seed => [`seed_${seed}/training.csv`]),
      );
      assert.equal(
        log.fileOf('seed_2/training.csv').toString(),
        file('followed/seed_2/training.csv').toString(),
      );
    });

    it('is read once for all who open it, and forgotten after the last of them', async () => {
      const uri = await write('followed/training.csv', HEADER + rows(1, 10));
      const first = store.open(uri);
      const second = store.open(uri);
      await untilTrue(() => points(second) === 10);
      assert.equal(first.runs, second.runs);
      first.dispose();
      first.dispose();
      assert.equal(store.followed.length, 1);
      second.dispose();
      assert.equal(store.followed.length, 0);
    });
  });
}
