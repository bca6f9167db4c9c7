import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { curvesIn, type LogHead } from '../../src/extension/reading/curvesIn';
import { RecognisedLogs } from '../../src/extension/recognisedLogs';
import { closeAll, file, open, remove, untilTrue, write } from './support/workspace';

const never = () => ({ dispose: () => undefined });
const curve = (rows: number) =>
  `epoch,loss,val_loss\n${Array.from({ length: rows }, (_, at) => `${at},${1 / (at + 1)},1\n`).join('')}`;

describe('a log that is not named like one', () => {
  let recognised: RecognisedLogs;
  const failures: unknown[] = [];
  beforeEach(() => {
    const project = { logs: [], onDidChange: never };
    const holdsCurves = (given: LogHead) => Promise.resolve(curvesIn(given));
    recognised = new RecognisedLogs({ holdsCurves, onDidChangeLog: never, project }, error =>
      failures.push(error),
    );
  });
  afterEach(async () => {
    recognised.dispose();
    await closeAll();
    await remove('odd');
    assert.deepEqual(failures, []);
  });

  const openNames = () => recognised.open.map(uri => uri.path.split('/').at(-1));

  it('is recognised by what is in it once it was opened, and other files are not', async () => {
    await write('odd/abc.csv', curve(8));
    await write('odd/prices.csv', 'item,price\napple,1\npear,2\n');
    await open('odd/prices.csv');
    await open('odd/abc.csv');
    await untilTrue(() => openNames().includes('abc.csv'));
    assert.deepEqual(openNames(), ['abc.csv']);
  });

  it('stays recognised after it was closed, but is not open any more', async () => {
    await write('odd/abc.csv', curve(8));
    await open('odd/abc.csv');
    await untilTrue(() => openNames().includes('abc.csv'));
    await closeAll();
    await untilTrue(() => openNames().length === 0);
    assert.deepEqual(
      recognised.all.map(uri => uri.toString()),
      [file('odd/abc.csv').toString()],
    );
  });

  it('is looked at again when it was saved', async () => {
    const uri = await write('odd/abc.csv', 'nothing yet\n');
    const document = await open('odd/abc.csv');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), curve(8));
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await untilTrue(() => openNames().includes('abc.csv'));
  });
});
