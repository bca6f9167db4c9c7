import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import type { FoundLog } from '../../src/core/project/find/foundLog';
import { LogFinder } from '../../src/node/logFinder';

describe('a folder that came', () => {
  const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
  const found = new Map<string, FoundLog>();
  const finder = new LogFinder(
    {
      found: logs => logs.forEach(log => found.set(log.path, log)),
      gone: paths => paths.forEach(path => found.delete(path)),
      progress: () => undefined,
    },
    () => ({ analysis: defaultPreferences, patterns: [] }),
  );
  after(() => {
    finder.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (path: string, name = 'val_loss', factor = 1) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const rows = Array.from({ length: 8 }, (_, at) => `${at + 1},${factor / (at + 1)}\n`);
    writeFileSync(join(folder, path), `epoch,${name}\n${rows.join('')}`);
  };
  const enter = (...paths: readonly string[]) =>
    finder.enter(paths.map(path => join(folder, path)));
  const logs = () =>
    [...found.values()]
      .filter(log => log.runs.length > 0)
      .map(log => log.path.slice(folder.length + 1))
      .sort();

  it('has its logs found, and is left alone where it is of packages, left out or in no folder that is searched', async () => {
    put('old/train.csv');
    await finder.find([folder], ['left']);
    for (const path of ['runs/a/deep/train.csv', 'node_modules/x/train.csv', 'left/x/train.csv'])
      put(path);
    put('notes.py');
    await enter('runs', 'node_modules/x', 'left/x', 'notes.py', 'gone');
    await finder.enter([dirname(folder)]);
    assert.deepEqual(logs(), ['old/train.csv', 'runs/a/deep/train.csv']);
  });

  it('has its logs put to those of the same run that are known', async () => {
    put('runs/b/train_loss.csv', 'loss', 2);
    await enter('runs/b');
    put('runs/b/val_loss.csv');
    await enter('runs/b');
    const log = found.get(join(folder, 'runs/b/train_loss.csv'));
    assert.deepEqual(
      log?.runs.map(({ run }) => run.series.map(({ name }) => name)),
      [['loss', 'val_loss']],
    );
  });
});
