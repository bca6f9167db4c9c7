import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import { type PickedLog, pickedLogsIn, pickedText } from '../../src/core/log/pickedLogs';
import { FollowedLog } from '../../src/core/project/followedLog';
import { pickedRuns } from '../../src/core/project/pickedRuns';
import { pickedDiskGround } from '../../src/node/diskGround';

const curve = (from: number) =>
  `epoch,loss,val_loss\n${[1, 2, 3].map(epoch => `${epoch},${from / epoch},${from}\n`).join('')}`;

describe('logs that were picked', () => {
  let folder = '';
  const open: FollowedLog[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    for (const [path, text] of Object.entries({
      'a/train.csv': curve(1),
      'b/train.csv': curve(2),
      'c/train.csv': curve(3),
      'd/one/log.csv': curve(4),
      'twice.csv': curve(5) + curve(6),
    })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });
  afterEach(() => {
    for (const log of open.splice(0)) log.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = async (picks: readonly PickedLog[]): Promise<FollowedLog> => {
    const log = new FollowedLog({
      ground: pickedDiskGround(folder, picks),
      only: runs => pickedRuns(runs, picks),
      preferences: () => defaultPreferences,
      patterns: () => [],
      changed: () => undefined,
    });
    open.push(log);
    log.start();
    for (const end = Date.now() + 15_000; log.stage.stage === 'loading';) {
      assert.ok(Date.now() < end, 'it never came to an end');
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    return log;
  };
  const first = ({ runs }: FollowedLog) => runs.map(({ run }) => run.series[0]?.values.at(0));
  const whole = (path: string): PickedLog => ({ path, runs: null });

  it('are read as one, without the other logs of their folder', async () => {
    assert.deepEqual(first(await read([whole('a/train.csv'), whole('c/train.csv')])), [1, 3]);
  });

  it('may be folders', async () => {
    assert.deepEqual(first(await read([whole('d'), whole('b/train.csv')])), [4, 2]);
  });

  it('may be some of the runs of a log', async () => {
    const read2 = await read([{ path: 'twice.csv', runs: [1] }, whole('a/train.csv')]);
    assert.deepEqual(first(read2), [6, 1]);
  });

  it('are shown as far as they are there', async () => {
    assert.deepEqual(first(await read([whole('gone.csv'), whole('b/train.csv')])), [2]);
    assert.equal((await read([whole('gone.csv')])).stage.stage, 'failed');
  });

  it('survive being written down', () => {
    const picks = [whole('a b/[x].csv'), { path: 'twice.csv', runs: [0, 2] }];
    assert.deepEqual(pickedLogsIn(pickedText(picks)), picks);
  });

  it('never lead out of their folder', () => {
    assert.equal(pickedLogsIn('["../secret.csv"]'), null);
    assert.equal(pickedLogsIn('[["a/../../secret.csv",0]]'), null);
    assert.equal(pickedLogsIn('["a.csv",["b.csv","0"]]'), null);
    assert.equal(pickedLogsIn('[]'), null);
  });
});
