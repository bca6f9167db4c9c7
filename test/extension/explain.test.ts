import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, remove, tabs, until, untilTrue, write } from './support/workspace';

const explain = (uri: vscode.Uri) => vscode.commands.executeCommand('epochLens.explainLog', uri);
const settings = () => vscode.workspace.getConfiguration('epochLens', file('x'));
const use = (patterns: readonly string[] | undefined) =>
  settings().update('logs.patterns', patterns, vscode.ConfigurationTarget.Workspace);

const LOG = Array.from({ length: 20 }, (_, at) => `A ${1 / (at + 1)} B ${2 / (at + 1)}\n`).join('');

describe('the explanation of a log', () => {
  afterEach(async () => {
    await closeAll();
    await use(undefined);
  });

  it('opens as a preview', async () => {
    await explain(file('runs/slow/train.log'));
    await untilTrue(() => tabs().some(label => label.includes('How train.log is read')));
  });

  it('opens of what is no log, too', async () => {
    const uri = await write('bad/picture.bin', new Uint8Array(2000));
    await explain(uri);
    await untilTrue(() => tabs().some(label => label.includes('How picture.bin is read')));
    await remove('bad');
  });
});

describe('the patterns of the user', () => {
  afterEach(async () => {
    await closeAll();
    await use(undefined);
    await remove('odd');
  });

  it('are read once they are a preference of the workspace', async () => {
    const uri = await write('odd/odd.txt', LOG);
    await use(['A {loss} B {val_loss}', '{x']);
    await explain(uri);
    const shown = await until(() =>
      vscode.workspace.textDocuments.find(
        ({ uri: { scheme, path } }) => scheme === 'epoch-lens-explain' && path.includes('odd.txt'),
      ),
    );
    const text = shown.getText();
    assert.match(text, /\| val_loss \| loss \| validation \| min \| 20 \|/);
    assert.match(text, /Pattern 2, column 1/);
  });

  it('may be asked for in a box, which begins with the line at the cursor', async () => {
    const uri = await write('odd/odd.txt', LOG);
    await vscode.window.showTextDocument(uri);
    void vscode.commands.executeCommand('epochLens.tryPattern', uri);
    await until(async () => {
      await new Promise(resolve => setTimeout(resolve, 200));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return settings().get<readonly string[]>('logs.patterns')?.[0];
    });
    assert.deepEqual(settings().get('logs.patterns'), ['A {A} B {B}']);
  });
});
