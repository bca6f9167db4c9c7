import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import { WasmEngine } from '../../src/core/log/database/wasmDatabase';
import type { FoundLog } from '../../src/core/project/find/foundLog';
import { findProjectFiles } from '../../src/extension/projectFiles';
import { WorkspaceFinder } from '../../src/extension/runs/workspaceFinder';
import { workspaceLog } from '../../src/extension/workspaceLog';
import { MemoryFiles } from './support/memoryFiles';
import { closeAll, problems, ruleOf, tabs, until, untilTrue } from './support/workspace';

const SCHEME = 'vscode-vfs-test';
const root = vscode.Uri.from({ scheme: SCHEME, authority: 'github', path: '/someone/project' });
const at = (path: string) => vscode.Uri.joinPath(root, path);

const column = (name: string, count: number, value: (epoch: number) => number) =>
  `epoch,${name}\n${Array.from({ length: count }, (_, index) => `${index + 1},${value(index + 1)}\n`).join('')}`;
const overfitting = (epoch: number) => 1 / Math.min(epoch, 10) + Math.max(0, epoch - 10) / 20;

describe('a virtual file system', () => {
  let files: MemoryFiles;
  let registered: vscode.Disposable;
  const put = (path: string, content: string) => files.put(at(path).path, content);
  const engine = new WasmEngine(() => Promise.reject(new Error('no database here')));
  const found = new Map<string, FoundLog>();
  const finder = () =>
    new WorkspaceFinder(
      {
        found: logs => logs.forEach(log => found.set(log.path, log)),
        gone: paths => paths.forEach(path => found.delete(path)),
        progress: ({ isDone }) => (done ||= isDone),
      },
      {
        source: uri => workspaceLog(uri, engine),
        preferences: () => ({ analysis: defaultPreferences, patterns: [] }),
      },
    );
  let done = false;
  const names = () =>
    [...found.values()].flatMap(log => log.runs.map(({ run }) => run.name)).sort();

  beforeEach(() => {
    files = new MemoryFiles();
    registered = vscode.workspace.registerFileSystemProvider(SCHEME, files, { isReadonly: true });
    found.clear();
    done = false;
    put(
      'runs/a/loss.csv',
      column('loss', 20, epoch => 1 / epoch),
    );
    put('runs/a/val_loss.csv', column('val_loss', 20, overfitting));
    put(
      'runs/b/train.csv',
      column('val_loss', 20, epoch => 2 / epoch),
    );
    put(
      'node_modules/x/train.csv',
      column('val_loss', 20, epoch => 3 / epoch),
    );
  });
  afterEach(async () => {
    await closeAll();
    registered.dispose();
  });

  it('gives the curves of a log, and what is found in it', async () => {
    await vscode.commands.executeCommand('vscode.open', at('runs/a/val_loss.csv'));
    const uri = at('runs/a/val_loss.csv');
    await until(() => problems(uri).find(each => ruleOf(each) === 'overfitting'));
    await vscode.commands.executeCommand('epochLens.showCurves', uri);
    await untilTrue(() => tabs().length === 2);
  });

  it('is searched without a search of its own, the files of a run as one', async () => {
    finder().find([root.toString()], ['**/node_modules/**']);
    await untilTrue(() => done);
    assert.deepEqual(names(), ['runs/a', 'runs/b/train.csv']);
    const { logs } = await findProjectFiles(root, []);
    assert.deepEqual(logs, ['runs/a/loss.csv', 'runs/a/val_loss.csv', 'runs/b/train.csv']);
  });

  it('is read again where it changed, and no further', async () => {
    const made = finder();
    made.find([root.toString()], []);
    await untilTrue(() => done);
    files.reads.splice(0);
    put(
      'runs/b/train.csv',
      column('val_loss', 21, epoch => 2 / epoch),
    );
    made.look([at('runs/b/train.csv').toString()]);
    const log = () => found.get(at('runs/b/train.csv').toString())?.runs[0];
    await untilTrue(() => log()?.analysis.trained === 21);
    assert.equal(log()?.run.status, 'running');
    assert.deepEqual([...new Set(files.reads)], [at('runs/b/train.csv').path]);
    files.delete(at('runs/b/train.csv'));
    made.look([at('runs/b/train.csv').toString()]);
    await untilTrue(() => log() === undefined);
  });
});
