import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { LogReading } from '../../src/core/run/logReading';
import type { Run } from '../../src/core/run/run';
import { languageOf } from '../../src/core/config/languages/index';
import { identified } from '../../src/extension/configSettings';
import { HandTieStore } from '../../src/extension/handTieStore';
import { folder } from './support/workspace';

/** The run of a log of so many rows. */
function runOf(path: string, rows: number): Run {
  const lines = Array.from(
    { length: rows },
    (_, at) => `${at + 1},${1 / (at + 2)},${2 / (at + 3)}`,
  );
  const bytes = new TextEncoder().encode(`epoch,loss,val_loss\n${lines.join('\n')}\n`);
  const reading = new LogReading(path);
  reading.start(bytes, true);
  reading.bytes(bytes);
  reading.end();
  const [run] = reading.runs();
  assert.ok(run);
  return run;
}

/** The state of a workspace, as long as a test lasts. */
function memory(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, otherwise?: T) => (values.get(key) as T | undefined) ?? otherwise,
    update: (key: string, value: unknown) => {
      // What is kept between sessions is kept as JSON.
      values.set(key, JSON.parse(JSON.stringify(value)));
      return Promise.resolve();
    },
  };
}

describe('a run that was tied by hand', () => {
  const text = 'epochs: 60\nlr: 0.1\n';
  const settings = languageOf('a.yaml')?.read(text).settings ?? [];
  const config = { path: 'a.yaml', text, settings };
  const [setting] = settings;
  const id = identified(settings)[0]?.id ?? '';

  it('stays tied when its log has grown and is called something else', async () => {
    assert.ok(setting);
    const store = new HandTieStore(memory());
    await store.tie(folder(), [runOf('old.csv', 30)], { file: 'a.yaml', id });
    const ties = store.of(folder());
    const tied = (run: Run, isThere: (name: string) => boolean) =>
      ties.of(run, isThere)?.ties(config, setting) ?? false;
    assert.ok(tied(runOf('old.csv', 30), () => true));
    assert.ok(tied(runOf('new.csv', 40), name => name === 'new.csv'));
    assert.equal(
      tied(runOf('copy.csv', 30), () => true),
      false,
      'a copy beside it is not meant',
    );
    assert.equal(
      tied(runOf('short.csv', 5), () => false),
      false,
    );
    await store.untie(folder(), [runOf('old.csv', 30)], { file: 'a.yaml', id });
    assert.equal(
      tied(runOf('new.csv', 40), name => name === 'new.csv'),
      false,
    );
    store.dispose();
  });
});
