import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { FinderListener, FoundLog } from '../../src/core/project/find/foundLog';
import { KeptRuns } from '../../src/extension/runs/keptRuns';
import { RunsStore } from '../../src/extension/runs/runsStore';
import { closeAll, file, problems, remove, ruleOf, until, write } from './support/workspace';

describe('the store of runs', () => {
  const asked: string[] = [];
  let listener: FinderListener | undefined;
  let judging = 'one way';
  let store: RunsStore;
  beforeEach(() => {
    asked.splice(0);
    store = new RunsStore({
      finder: given => {
        listener = given;
        return {
          remember: () => asked.push('remember'),
          find: folders => asked.push(`find ${folders.join()}`),
          look: paths => asked.push(`look ${paths.join()}`),
          enter: paths => asked.push(`enter ${paths.join()}`),
          see: isSeen => asked.push(`see ${isSeen}`),
          stop: () => asked.push('stop'),
        };
      },
      kept: new KeptRuns(undefined),
      folders: () => ['/w'],
      exclude: () => [],
      judging: () => judging,
      failed: error => assert.ifError(error),
    });
  });
  afterEach(() => store.dispose());

  it('has nothing looked at before somebody asks, but logs that were opened elsewhere', async () => {
    store.look(['/w/train.log']);
    store.enter(['/w/new']);
    store.see(true);
    store.refresh();
    assert.deepEqual([asked, store.logs, store.progress], [[], [], null]);
    store.meet(['/w/opened.log', '/w/opened.log']);
    store.meet(['/w/opened.log']);
    assert.deepEqual(asked, ['look /w/opened.log']);
    await store.start();
    await store.start();
    assert.deepEqual(asked.slice(1), ['remember', 'find /w']);
  });

  it('searches again where a preference changes what is found, and only then', async () => {
    await store.start();
    store.refresh();
    assert.equal(asked.length, 2);
    judging = 'another way';
    store.refresh();
    assert.deepEqual(asked.slice(2), ['find /w']);
  });

  it('keeps what has a curve, or is too large to say, until it is gone', () => {
    const place = { root: '/w', facts: [], modified: 1, runs: [], isLarge: false };
    const log = (name: string): FoundLog => ({
      ...place,
      path: `/w/${name}`,
      files: [{ log: name, size: 1, modified: 1 }],
    });
    listener?.found([log('prose.log'), { ...log('large.log'), isLarge: true }]);
    assert.deepEqual(
      store.logs.map(({ path }) => path),
      ['/w/large.log'],
    );
    listener?.gone(['/w/large.log']);
    assert.equal(store.logs.length, 0);
  });

  it('shows what somebody else follows, and has nobody look for it', () => {
    const place = { root: '/t', facts: [], modified: 1, runs: [], isLarge: true };
    const files = [{ log: 'a.log', size: 1, modified: 1 }];
    store.give({ ...place, path: '/t/a.log', files });
    store.meet(['/t/a.log']);
    assert.deepEqual([asked, store.logs.length], [[], 1]);
    store.takeBack('/t/a.log');
    store.takeBack('/w/other.log');
    assert.equal(store.logs.length, 0);
  });
});

describe('a run that is being written', () => {
  afterEach(async () => {
    await closeAll();
    await remove('written');
  });

  const rows = (from: number, to: number, loss: (epoch: number) => number) =>
    Array.from({ length: to - from + 1 }, (_, at) => {
      const epoch = from + at;
      return `${epoch},${1 / epoch},${loss(epoch)}\n`;
    }).join('');

  it('is told in Problems though nobody opened it, and no more once the evidence is gone', async () => {
    const falling = (epoch: number) => 1 / epoch;
    const uri = await write('written/train.csv', `epoch,loss,val_loss\n${rows(1, 12, falling)}`);
    await vscode.commands.executeCommand('epochLens.runs.focus');
    await until(() =>
      vscode.extensions.getExtension('epoch-lens.epoch-lens')?.isActive ? 1 : undefined,
    );
    for (let epoch = 13; problems(uri).length === 0 && epoch < 60; epoch++) {
      await appendFile(
        uri.fsPath,
        rows(epoch, epoch, each => 0.1 + (each - 12) / 20),
      );
      await new Promise(resolve => setTimeout(resolve, 300));
    }
    await until(() => problems(uri).find(each => ruleOf(each) === 'overfitting'));
    assert.ok(file('written/train.csv'));
    // The training goes down again, lower than ever.
    await appendFile(
      uri.fsPath,
      rows(60, 120, epoch => 0.05 - epoch / 5000),
    );
    await until(() => (problems(uri).some(each => ruleOf(each) === 'overfitting') ? undefined : 1));
  });
});
