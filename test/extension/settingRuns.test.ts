import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  click,
  closeAll,
  file,
  hoverAt,
  lenses,
  lensTitles,
  open,
  remove,
  until,
  untilTrue,
  write,
} from './support/workspace';

/** A log whose validation loss is lowest at `best` of `epochs` epochs. */
function history(epochs: number, best: number): string {
  const rows = Array.from({ length: epochs }, (_, at) => {
    const distance = (at + 1 - best) / epochs;
    return `${at},${(2 / (at + 1)).toFixed(4)},${(1 + distance ** 2).toFixed(5)}`;
  });
  return `epoch,loss,val_loss\n${rows.join('\n')}\n`;
}

const shown = (document: vscode.TextDocument) =>
  until(async () => {
    const found = await lenses(document);
    return found.length > 0 ? found : undefined;
  });

describe('a setting', () => {
  afterEach(async () => {
    await closeAll();
    await remove('odd').catch(() => undefined);
  });

  it('has its lens at the very number behind characters of two units and in lines that end in CR LF', async () => {
    await write('odd/run/history.csv', history(60, 20));
    const text = '# 🎉\r\nname: "🚀"\r\ntrain: {note: "😀", epochs: 60}\r\nout: odd/run\r\n';
    await write('odd/emoji.yaml', text);
    const document = await open('odd/emoji.yaml');
    const [lens, apply] = await shown(document);
    assert.equal(document.getText(lens?.range), '60');
    await click(apply);
    assert.match(
      document.getText(),
      /^# 🎉\r\nname: "🚀"\r\ntrain: \{note: "😀", epochs: \d\d\}\r\n/,
    );
    assert.notEqual(document.getText(), text);
  });

  it('in a document that was never saved is explained, has no lens and breaks nothing', async () => {
    const content = 'model: resnet50\nepochs: 77\nlr: 0.1\n';
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content });
    await vscode.window.showTextDocument(document);
    assert.match(await hoverAt(document, '77'), /prior/i);
    assert.deepEqual(await lensTitles(document), []);
  });

  it('says of a run that was cut short what it is, and offers nothing to apply', async () => {
    // A name of its own: a log that changes while it is followed is being written.
    await write('odd/cut/history.csv', history(20, 60));
    await write('odd/cut.yaml', 'epochs: 100\nlr: 0.1\nout: odd/cut\n');
    const document = await open('odd/cut.yaml');
    await shown(document);
    assert.deepEqual(await lensTitles(document), ['Interrupted before the best · 1 run']);
    assert.match(await hoverAt(document, '100'), /not counted: interrupted at epoch 20 of 100/);
  });

  it('is completed with the suggested number, inside its value only', async () => {
    const document = await open('config.yaml');
    await shown(document);
    const [title = ''] = await lensTitles(document);
    const completed = async (text: string) => {
      const at = document.positionAt(document.getText().indexOf(text) + text.length);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return list.items.filter(({ detail }) => detail === title).map(({ label }) => label);
    };
    assert.deepEqual(await completed('epochs: 1'), [/Suggested (\d+)/.exec(title)?.[1]]);
    assert.deepEqual(await completed('seed: 0'), []);
  });
});

describe('a log', () => {
  afterEach(closeAll);

  it('leads to the setting that made it', async () => {
    await vscode.commands.executeCommand('epochLens.goToSetting', file('runs/overfit/train.log'));
    await untilTrue(
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('config.yaml') === true,
    );
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.equal(document.getText(selection), '100');
  });

  it('of which no setting is known leads nowhere, and throws nothing', async () => {
    for (const given of [file('README.md'), file('none.log'), 7]) {
      await vscode.commands.executeCommand('epochLens.goToSetting', given);
    }
  });
});
