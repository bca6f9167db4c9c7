import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ConfigSettings } from '../../src/extension/configSettings';
import { HandTieStore } from '../../src/extension/handTieStore';
import { Preferences } from '../../src/extension/preferences';
import { projectReaders } from '../../src/extension/projectReader';
import { ProjectService } from '../../src/extension/projectService';
import { readConfig, type ConfigText } from '../../src/extension/reading/readConfig';
import { click, closeAll, lenses, open, until, untilTrue } from './support/workspace';

const shown = (document: vscode.TextDocument) =>
  until(async () => {
    const found = await lenses(document);
    return found.length > 0 ? found : undefined;
  });

describe('a setting in a document', () => {
  afterEach(closeAll);

  it('that is changed and not saved is told by what is on the screen', async () => {
    const document = await open('config.yaml');
    await shown(document);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf('epochs: 100');
    edit.insert(document.uri, document.positionAt(0), '# 🎉 one line more\n');
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(at + 8), document.positionAt(at + 11)),
      '220',
    );
    await vscode.workspace.applyEdit(edit);
    assert.ok(document.isDirty);
    const [, apply] = await until(async () => {
      const found = await lenses(document);
      return found[0] && document.getText(found[0].range) === '220' ? found : undefined;
    });
    await click(apply);
    assert.match(document.getText(), /^# 🎉 one line more\n[^]*^epochs: \d\d$/m);
  });
});

describe('a folder', () => {
  afterEach(closeAll);

  it('is not read before a config of it is open, or somebody asks', async () => {
    const asked: string[] = [];
    const failed = (error: unknown) => assert.fail(String(error));
    const reader = (given: ConfigText) => {
      asked.push(given.path);
      return Promise.resolve(readConfig(given));
    };
    const settings = new ConfigSettings(reader, failed);
    const values = new Map<string, unknown>();
    const state = {
      keys: () => [...values.keys()],
      get: (key: string) => values.get(key),
      update: () => Promise.resolve(),
    } as unknown as vscode.Memento;
    const source = (uri: vscode.Uri) => {
      asked.push(uri.path);
      return { stat: () => Promise.resolve(null), read: () => Promise.reject(new Error('gone')) };
    };
    const service = new ProjectService({
      settings,
      reader,
      runs: projectReaders({ source }, null),
      preferences: new Preferences((...given) => vscode.workspace.getConfiguration(...given)),
      handTies: new HandTieStore(state),
      failed,
    });
    const readme = await open('README.md');
    assert.deepEqual(service.linksOf(readme), []);
    assert.deepEqual([asked, service.logs], [[], []]);
    const config = await open('config.yaml');
    assert.equal(service.linksOf(config), undefined);
    await untilTrue(() => asked.some(path => path.endsWith('train.log')));
    service.dispose();
    settings.dispose();
  });
});
