import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import {
  ProjectReading,
  type ProjectQuestion,
  type ProjectRuns,
} from '../../src/core/project/projectReading';
import type { StartReader } from '../../src/extension/reading/messages';
import { ReaderThread } from '../../src/extension/reading/readerThread';
import { RemoteProject } from '../../src/extension/reading/remoteProject';
import { factsOnDisk } from '../../src/node/diskGround';
import { sourceOf } from '../../src/node/sourceOf';
import { type Thread, startThread } from '../../src/node/startThread';

const rows = (count: number, above = 0) =>
  'epoch,loss,val_loss\n' +
  Array.from(
    { length: count },
    (_, at) => `${at + 1},${above + 1 / (at + 1)},${above + 2 / (at + 1)}\n`,
  ).join('');

describe('a project that another thread reads', () => {
  let folder = '';
  let ports: Thread<unknown>[] = [];
  let thread: ReaderThread;
  let project: RemoteProject;
  const started: StartReader = (given, listener) => {
    const port = startThread<unknown, never>(resolve('dist', 'worker.js'), given, listener);
    ports.push(port);
    return port;
  };
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const ask = (changes: Partial<ProjectQuestion> = {}): ProjectQuestion => ({
    paths: ['a/train.csv', 'b/train.csv', 'gone.csv'],
    facts: ['a/args.yaml'],
    listing: 0,
    limits: { log: 1e6, sum: 1e6 },
    preferences: { analysis: defaultPreferences, patterns: [] },
    ...changes,
  });
  const values = ({ runs }: ProjectRuns) =>
    runs.map(({ run, analysis }) => ({
      ...{ ...run, rows: null },
      epochs: [...run.rows.epoch.view()],
      lines: [...run.rows.line.view()],
      series: run.series.map(({ name, metric, split, goal, values: column, rows: places }) => [
        ...[name, metric, split, goal],
        ...[[...column.view()], [...places.view()]],
      ]),
      analysis,
    }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    put('a/train.csv', rows(10));
    put('a/args.yaml', 'epochs: 30\nlr0: 0.01\nmodel: yolo.pt\ndata: coco.yaml\n');
    put('b/train.csv', rows(10, 1));
    ports = [];
    const ignored = () => undefined;
    thread = new ReaderThread(started, () => ({ words: {} }), ignored);
    project = new RemoteProject(folder, thread);
  });
  afterEach(() => {
    thread.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is as it is when it is read here', async () => {
    const here = new ProjectReading({
      source: path => sourceOf(join(folder, path)),
      facts: paths => factsOnDisk(folder, paths),
    });
    const [there, local] = [await project.read(ask()), await here.read(ask())];
    assert.deepEqual(there.logs, local.logs);
    assert.deepEqual(values(there), values(local));
    assert.equal(there.runs.length, 2);
  });

  it('has the same runs again where nothing changed, and others where a log grew', async () => {
    const before = await project.read(ask());
    assert.equal(await project.refresh(['a/train.csv', 'b/train.csv']), false);
    appendFileSync(join(folder, 'b/train.csv'), '11,0.1,0.2\n');
    assert.equal(await project.refresh(['a/train.csv', 'b/train.csv']), true);
    const { runs } = await project.read(ask());
    assert.equal(runs[0], before.runs[0]);
    assert.deepEqual(
      runs.map(({ analysis }) => analysis.trained),
      [10, 11],
    );
  });

  it('leaves out what is larger than the limits', async () => {
    const { logs } = await project.read(ask({ limits: { log: 10, sum: 1e6 } }));
    assert.deepEqual(logs, []);
  });

  it('is not read when the thread dies meanwhile, and whole the next time', async () => {
    await project.read(ask());
    const reading = project.read(ask());
    // A message that is none ends the thread.
    ports[0]?.post(null);
    await assert.rejects(reading);
    const { runs } = await project.read(ask());
    assert.deepEqual(
      runs.map(({ run }) => run.series[0]?.count),
      [10, 10],
    );
  });
});
