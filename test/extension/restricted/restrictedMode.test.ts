import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, lensTitles, open, problems, tabs, until, untilTrue } from '../support/workspace';

describe('in Restricted Mode', () => {
  afterEach(closeAll);

  it('is where these tests are', () => {
    assert.equal(vscode.workspace.isTrusted, false);
  });

  it('the lens says what the runs support', async () => {
    const document = await open('config.yaml');
    const [title] = await until(async () => {
      const found = await lensTitles(document);
      return found.length > 0 ? found : undefined;
    });
    assert.match(title ?? '', /^Suggested \d+ epochs/);
  });

  it('a log is read and judged, and its curves open', async () => {
    const document = await open('runs/overfit/train.log');
    await untilTrue(() => problems(document.uri).length > 0);
    await vscode.commands.executeCommand('epochLens.showCurves', document.uri);
    await untilTrue(() => tabs().length === 2);
  });

  it('patterns and folders that the workspace itself brings count for nothing', async () => {
    const section = () => vscode.workspace.getConfiguration('epochLens');
    const workspace = vscode.ConfigurationTarget.Workspace;
    await section().update('logs.patterns', ['epoch {epoch} {loss}'], workspace);
    await section().update('logs.folders', ['/'], workspace);
    await section().update('logs.exclude', ['mine'], workspace);
    await until(() => (section().get<string[]>('logs.exclude')?.[0] === 'mine' ? true : undefined));
    assert.deepEqual(section().get('logs.patterns'), []);
    assert.deepEqual(section().get('logs.folders'), []);
  });
});
