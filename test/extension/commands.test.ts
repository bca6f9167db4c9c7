import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  file,
  folder,
  open,
  remove,
  tabs,
  until,
  untilTrue,
  write,
} from './support/workspace';

const show = (given?: unknown) => vscode.commands.executeCommand('epochLens.showCurves', given);
const report = (given?: unknown) => vscode.commands.executeCommand('epochLens.report', given);

/** Labels of the tabs that show pages, not text. */
const pages = () =>
  vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(tab => tab.input instanceof vscode.TabInputWebview)
    .map(tab => tab.label);

describe('the commands', () => {
  afterEach(closeAll);

  it('open the curves of the log they were asked on', async () => {
    await show(file('runs/converge/metrics.csv'));
    await untilTrue(() => pages().includes('metrics.csv'));
  });

  it('open the curves of a database', async () => {
    const extension = vscode.extensions.getExtension('epoch-lens.epoch-lens');
    assert.ok(extension);
    const stores = vscode.Uri.joinPath(extension.extensionUri, 'test', 'fixtures', 'stores');
    await show(vscode.Uri.joinPath(stores, 'mlflow.db'));
    await untilTrue(() => pages().includes('mlflow.db'));
  });

  it('open the curves of the active file', async () => {
    await open('runs/slow/train.log');
    await show();
    await untilTrue(() => pages().includes('train.log'));
  });

  it('open one panel for one log, however often they are asked', async () => {
    await show(file('runs/converge/metrics.csv'));
    await show(file('runs/converge/metrics.csv'));
    await untilTrue(() => pages().length > 0);
    assert.deepEqual(pages(), ['metrics.csv']);
  });

  it('open the curves of the runs behind the active config', async () => {
    await open('config.yaml');
    await show();
    await untilTrue(() => pages().includes('train.log'));
  });

  it('open a log at a line', async () => {
    const uri = file('runs/overfit/train.log').toString();
    await vscode.commands.executeCommand('epochLens.openLogLine', uri, 5);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri);
    assert.equal(vscode.window.activeTextEditor.selection.start.line, 4);
  });

  it('open a panel, and throw nothing, on files and folders that are no logs', async () => {
    const contents = {
      'bad/empty.log': '',
      'bad/binary.log': crypto.getRandomValues(new Uint8Array(10_000)),
      'bad/half.json': '{"log_history": [{"epoch": 1, "loss"',
      'bad/prose.txt': 'Epochs are long.\n'.repeat(100),
    };
    for (const [path, content] of Object.entries(contents)) await show(await write(path, content));
    await show(file('bad'));
    await show(file('bad/none.csv'));
    await untilTrue(() => pages().length === 6);
    await remove('bad');
  });

  it('open the page about a rule as a preview', async () => {
    await vscode.commands.executeCommand('epochLens.explainRule', 'overfitting');
    await untilTrue(() => tabs().some(label => label.endsWith('overfitting.md')));
  });

  it('stay quiet about a rule that there is none of', async () => {
    for (const rule of ['none', '../../package.json', 7, undefined]) {
      await vscode.commands.executeCommand('epochLens.explainRule', rule);
    }
  });
});

describe('the convergence report', () => {
  afterEach(closeAll);

  const isShown = (name: string) => () => tabs().some(label => label.includes(name));

  it('opens as a preview for a log, a folder and several logs', async () => {
    await report(file('runs/overfit/train.log'));
    await untilTrue(isShown('overfit'));
    await report(file('runs/folds'));
    await untilTrue(isShown('folds'));
    await report([1, 2].map(seed => file(`runs/seeds/seed_${seed}/metrics.jsonl`).toString()));
    await untilTrue(isShown('seed_1'));
  });

  it('opens for the active log', async () => {
    await open('runs/noisy/metrics.jsonl');
    await report();
    await untilTrue(isShown('Convergence report of metrics.jsonl'));
  });

  it('opens for the workspace, with every run in it', async () => {
    await vscode.commands.executeCommand('epochLens.reportWorkspace');
    const name = `Convergence report of ${vscode.workspace.name}`;
    await untilTrue(isShown(name));
    const document = await until(() =>
      vscode.workspace.textDocuments.find(
        ({ uri }) => uri.scheme === 'epoch-lens-report' && uri.path.includes(name),
      ),
    );
    const text = document.getText();
    for (const run of ['overfit', 'converge', 'fold_1', 'seed_1'])
      assert.ok(text.includes(run), run);
  });

  it('opens nothing where there is no curve, and throws nothing', async () => {
    const before = tabs();
    await report(await write('nothing/notes.txt', 'Buy milk.'));
    await report(file('nothing'));
    await report(vscode.Uri.joinPath(folder(), 'none'));
    assert.deepEqual(tabs(), before);
    await remove('nothing');
  });
});
