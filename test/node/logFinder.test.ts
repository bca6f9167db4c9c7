import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import type { FindProgress, FoundLog } from '../../src/core/project/find/foundLog';
import { LogFinder } from '../../src/node/logFinder';

const rows = (count: number) =>
  'epoch,loss,val_loss\n' +
  Array.from({ length: count }, (_, at) => `${at + 1},${1 / (at + 1)},${2 / (at + 1)}\n`).join('');

describe('LogFinder', () => {
  let folder = '';
  let found = new Map<string, FoundLog>();
  let told = 0;
  let progress: FindProgress[] = [];
  const open: LogFinder[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    found = new Map();
    progress = [];
    told = 0;
  });
  afterEach(() => {
    for (const finder of open.splice(0)) finder.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const put = (path: string, content: string, age = 3600): string => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    utimesSync(full, Date.now() / 1000 - age, Date.now() / 1000 - age);
    return full;
  };
  const finder = (): LogFinder => {
    const made = new LogFinder(
      {
        found: logs => {
          told += logs.length;
          for (const log of logs) found.set(log.path, log);
        },
        gone: paths => paths.forEach(path => found.delete(path)),
        progress: each => progress.push(each),
      },
      () => ({ analysis: defaultPreferences, patterns: [] }),
    );
    open.push(made);
    return made;
  };
  const runsIn = () =>
    [...found.values()]
      .filter(log => log.runs.length > 0)
      .map(log => log.path.slice(folder.length + 1))
      .sort();
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 15_000; !holds();) {
      assert.ok(Date.now() < end, 'it never came to that');
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  };

  it('finds runs by name and content: in what git ignores, not in packages, environments or what is left out', async () => {
    put('.gitignore', 'runs/\n');
    for (const path of [
      'runs/a/train.csv',
      'train.csv',
      'node_modules/x/train.csv',
      'old/train.csv',
    ])
      put(path, rows(8));
    put('env/pyvenv.cfg', '');
    put('env/train.csv', rows(8));
    put('data/train.csv', 'name,age\nAnn,3\n');
    await finder().find([folder], ['old/**']);
    assert.deepEqual(runsIn(), ['runs/a/train.csv', 'train.csv']);
    assert.equal(progress.at(-1)?.isDone, true);
  });

  it('opens no pipe and goes round no links', async function () {
    if (process.platform === 'win32') this.skip();
    put('runs/train.csv', rows(8));
    symlinkSync(folder, join(folder, 'runs', 'again'));
    execFileSync('mkfifo', [join(folder, 'train.log')]);
    await finder().find([folder], []);
    assert.deepEqual(runsIn(), ['runs/train.csv']);
  });

  it('reads nothing again that is as it was remembered', async () => {
    put('train.csv', rows(8));
    const first = finder();
    await first.find([folder], []);
    const [log] = [...found.values()];
    assert.ok(log);
    const remembered = { ...log, runs: log.runs.slice(0, 0) };
    const second = finder();
    second.remember([remembered]);
    await second.find([folder], []);
    assert.deepEqual(found.get(log.path)?.runs, []);
  });

  it('follows what is being written, and says what went away', async () => {
    const path = put('train.csv', rows(8), 1);
    await finder().find([folder], []);
    await until(() => runsIn().length === 1);
    appendFileSync(path, '9,0.1,0.2\n');
    await until(() => found.get(path)?.runs[0]?.run.status === 'running');
    assert.equal(found.get(path)?.runs[0]?.analysis.trained, 9);
    rmSync(path);
    await until(() => runsIn().length === 0 || found.get(path)?.runs[0]?.run.status === 'running');
  });

  it('takes no log for one that is being written only because it is new, as copies are', async () => {
    const path = put('train.csv', rows(8), 1);
    const made = finder();
    await made.find([folder], []);
    await made.lookAt([path]);
    await until(() => runsIn().length === 1);
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.equal(found.get(path)?.runs[0]?.run.status, 'unknown');
  });

  it('says nothing while nothing happens', async () => {
    for (let at = 0; at < 20; at++) put(`runs/${at}/train.csv`, rows(8));
    await finder().find([folder], []);
    const before = told;
    await new Promise(resolve => setTimeout(resolve, 3500));
    assert.equal(told, before);
  });

  const columns = (count: number, name: string, value: (epoch: number) => number) =>
    `epoch,${name}\n` +
    Array.from({ length: count }, (_, at) => `${at + 1},${value(at + 1)}\n`).join('');
  const shown = () =>
    [...found.values()]
      .filter(log => log.runs.length > 0)
      .map(log => `${log.files.length}: ${log.runs.map(({ run }) => run.name).join()}`)
      .sort();

  it('takes the files of one run for one log, be they parts of it or copies, and neighbours for others', async () => {
    put(
      'runs/a/train_loss.csv',
      columns(8, 'loss', epoch => 1 / epoch),
    );
    put(
      'runs/a/val_loss.csv',
      columns(8, 'val_loss', epoch => 2 / epoch),
    );
    put('runs/b/training.csv', rows(9));
    put('runs/b/checkpoint-5/history.csv', rows(5));
    put(
      'runs/c/resnet_history.csv',
      columns(8, 'val_loss', epoch => 3 / epoch),
    );
    put(
      'runs/c/vgg_history.csv',
      columns(8, 'val_loss', epoch => 4 - epoch / 8),
    );
    await finder().find([folder], []);
    const alone = ['1: runs/c/resnet_history.csv', '1: runs/c/vgg_history.csv'];
    assert.deepEqual(shown(), [...alone, '2: runs/a', '2: runs/b/training.csv']);
  });

  it('takes the files of a run in the store of MLflow for one, called as in there', async () => {
    const stores = join('test', 'fixtures', 'stores', 'mlruns');
    cpSync(stores, join(folder, 'mlruns'), { recursive: true });
    await finder().find([folder], []);
    const names = shown().map(each => each.replace(/^\d+: /, ''));
    assert.ok(names.length > 0);
    assert.deepEqual(
      names.filter(name => !/^mlruns\/[^/0-9][^/]*\/[^/]+$/.test(name)),
      [],
    );
  });

  it('puts a file that comes later to the run that it is of, and takes it away again', async () => {
    put(
      'runs/a/train_loss.csv',
      columns(8, 'loss', epoch => 1 / epoch),
    );
    const made = finder();
    await made.find([folder], []);
    assert.deepEqual(shown(), ['1: runs/a/train_loss.csv']);
    const path = put(
      'runs/a/val_loss.csv',
      columns(8, 'val_loss', epoch => 2 / epoch),
    );
    await made.lookAt([path]);
    assert.deepEqual(shown(), ['2: runs/a']);
    rmSync(path);
    await made.lookAt([path]);
    assert.deepEqual(shown(), ['1: runs/a/train_loss.csv']);
  });

  it('follows a run whose files grow in turn', async () => {
    const parts = ['loss', 'val_loss'].map((name, at) =>
      put(
        `runs/a/${name}.csv`,
        columns(8, name, epoch => (at + 1) / epoch),
        1,
      ),
    );
    await finder().find([folder], []);
    for (const path of parts) appendFileSync(path, '9,0.05\n');
    await until(() => [...found.values()][0]?.runs[0]?.run.status === 'running');
    await until(() => [...found.values()][0]?.runs[0]?.analysis.trained === 9);
    assert.deepEqual(shown(), ['2: runs/a']);
  });

  it('follows what grows, however many others were copied just now', async () => {
    for (let at = 0; at < 30; at++) put(`copied/${at}/train.csv`, rows(8), 1);
    const made = finder();
    await made.find([folder], []);
    const path = put('live/train.csv', rows(8), 1);
    await made.lookAt([path]);
    appendFileSync(path, '9,0.1,0.2\n');
    await until(() => found.get(path)?.runs[0]?.run.status === 'running');
  });

  it('reads all anew once told to forget', async () => {
    put('train.csv', rows(8));
    const made = finder();
    await made.find([folder], []);
    const [before] = [...found.values()];
    made.forget();
    await made.find([folder], []);
    assert.notEqual([...found.values()][0], before);
  });

  it('leaves a log that is too large for when it is opened', async () => {
    const path = put('train.log', '');
    execFileSync('truncate', ['-s', '100M', path]);
    await finder().find([folder], []);
    assert.deepEqual([found.get(path)?.isLarge, found.get(path)?.runs], [true, []]);
  });
});
