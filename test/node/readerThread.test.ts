import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import type { WindowRequest } from '../../src/core/protocol';
import type { LogNews } from '../../src/extension/logView';
import type { StartReader } from '../../src/extension/reading/messages';
import { ReaderThread } from '../../src/extension/reading/readerThread';
import { type Thread, startThread } from '../../src/node/startThread';

const rows = (count: number) =>
  'epoch,loss,val_loss\n' +
  Array.from({ length: count }, (_, at) => `${at + 1},${1 / (at + 1)},${2 / (at + 1)}\n`).join('');
const PANEL = { kind: 'panel', inView: { run: null, compared: null } } as const;
const WINDOW: WindowRequest = {
  lines: [{ members: [{ run: 0, series: 0 }], minus: null }],
  x: 'epoch',
  from: null,
  to: null,
  width: 100,
  logX: false,
  robust: false,
  smoothing: 0,
  smoother: 'ema',
};
const PREFERENCES = { analysis: defaultPreferences, patterns: [] };

describe('the thread that reads', () => {
  let folder = '';
  let path = '';
  let ports: Thread<unknown>[] = [];
  let reasons: unknown[] = [];
  let thread: ReaderThread;
  let news: LogNews | null = null;
  const csv = () => ({ path, title: 'training.csv', picks: null });
  const hear = (told: LogNews) => (news = told);

  const started: StartReader = (given, listener) => {
    const port = startThread<unknown, never>(resolve('dist', 'worker.js'), given, listener);
    ports.push(port);
    return port;
  };
  const until = async (holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 15_000; !holds();) {
      assert.ok(Date.now() < end, `it never came to that: ${JSON.stringify(news)}`);
      await new Promise(after => setTimeout(after, 10));
    }
  };
  const told = (): LogNews | null => news;
  const points = () => news?.runs[0]?.run.series[0]?.count;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    path = join(folder, 'training.csv');
    [ports, reasons, news] = [[], [], null];
    const words = { '{title} is not there any more.': '{title} est parti.' };
    thread = new ReaderThread(
      started,
      () => ({ words }),
      reason => reasons.push(reason),
    );
  });
  afterEach(() => {
    thread.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells what is known of a log, and more when it grows', async () => {
    writeFileSync(path, rows(10));
    thread.open(csv(), PREFERENCES, hear);
    await until(() => news?.stage.stage === 'current');
    assert.equal(points(), 10);
    assert.deepEqual(news?.runs[0]?.start, { path: 'training.csv', line: 2 });
    appendFileSync(path, rows(12).split('\n').slice(-3).join('\n'));
    await until(() => points() === 12);
    assert.equal(told()?.runs[0]?.newest?.value, 2 / 12);
  });

  it('answers what the panel asks', async () => {
    writeFileSync(path, rows(10));
    const log = thread.open(csv(), PREFERENCES, hear);
    await until(() => news?.stage.stage === 'current');
    const stage = await thread.ask(log, PANEL);
    assert.equal(stage.stage, 'curves');
    const data = await thread.ask(log, { kind: 'window', id: 7, request: WINDOW });
    assert.deepEqual([data.request, data.counts], [7, [10]]);
    const at = { run: 0, series: 0 };
    const place = await thread.ask(log, { kind: 'point', series: at, x: 'epoch', at: 3.2 });
    assert.deepEqual(place, { path: 'training.csv', line: 4 });
    const cursor = { kind: 'cursor', path: 'training.csv', line: 4 } as const;
    assert.deepEqual((await thread.ask(log, cursor))?.places.epoch, 3);
    const values = { kind: 'values', format: 'csv', lines: WINDOW.lines, x: 'epoch' } as const;
    assert.equal((await thread.ask(log, values)).trimEnd().split('\n').length, 11);
    thread.close(log);
    await assert.rejects(thread.ask(log, PANEL));
  });

  it('reads a config, and what in it may be a path', async () => {
    const text = 'train:\n  epochs: 12\n  output_dir: runs/a\n';
    const { settings, blocks } = await thread.readConfig({ path: 'config.yaml', text });
    assert.deepEqual(
      settings.map(({ keyPath, value }) => [keyPath, value]),
      [['train.epochs', 12]],
    );
    assert.ok(blocks?.some(({ paths }) => paths.some(each => each.text === 'runs/a')));
    assert.deepEqual((await thread.readConfig({ path: 'a.unknown', text })).settings, []);
  });

  it('says whether a text holds a curve', async () => {
    const holds = (head: string) => thread.findCurves({ path: 'a.csv', head, patterns: [] });
    assert.equal(await holds(rows(5)), true);
    assert.equal(await holds('item,price\napple,1\npear,2\n'), false);
  });

  it('speaks the language it was started with', async () => {
    thread.open(csv(), PREFERENCES, hear);
    await until(() => news?.stage.stage === 'failed');
    assert.deepEqual(news?.stage, { stage: 'failed', reason: 'training.csv est parti.' });
  });

  it('judges anew by other preferences', async () => {
    writeFileSync(path, rows(8));
    const log = thread.open(csv(), PREFERENCES, hear);
    await until(() => news?.stage.stage === 'current');
    const analysis = { ...defaultPreferences, minimumEvaluations: 9 };
    thread.prefer(log, { analysis, patterns: [] });
    await until(() => news?.runs[0]?.analysis.state === 'too-short');
  });

  it('starts again when it dies, and reads what is open anew', async () => {
    writeFileSync(path, rows(10));
    const log = thread.open(csv(), PREFERENCES, hear);
    await until(() => news?.stage.stage === 'current');
    news = null;
    ports[0]?.post({ type: 'open', log: 99, path: null, preferences: null });
    await until(() => points() === 10);
    assert.deepEqual([ports.length, reasons.length], [2, 1]);
    appendFileSync(path, '11,0.1,0.2\n');
    await until(() => points() === 11);
    assert.equal((await thread.ask(log, PANEL)).stage, 'curves');
  });
});
