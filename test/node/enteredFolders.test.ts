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

  it('has a run of an MLflow store called as its experiment is', async () => {
    const write = (path: string, content: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    };
    const run = `mlruns/7/${'ab12'.repeat(8)}`;
    write('mlruns/7/meta.yaml', 'experiment_id: "7"\nname: digits\n');
    write(`${run}/tags/mlflow.runName`, 'baseline');
    write(
      `${run}/metrics/loss`,
      [1, 2, 3].map(step => `17000${step} ${1 / step} ${step}\n`).join(''),
    );
    const nameOf = () => found.get(join(folder, run, 'metrics/loss'))?.runs[0]?.run.name;
    await enter(run);
    assert.equal(nameOf(), 'mlruns/digits/baseline');
    // Of a file that somebody tells of by itself, too.
    const later = run.replace('ab', 'cd');
    write(`${later}/meta.yaml`, 'experiment_id: "7"\nrun_name: wider\n');
    const metric = join(later, 'metrics/loss');
    write(metric, '170001 1 1\n170002 0.5 2\n170003 0.25 3\n');
    await finder.lookAt([join(folder, metric)]);
    assert.equal(found.get(join(folder, metric))?.runs[0]?.run.name, 'mlruns/digits/wider');
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
