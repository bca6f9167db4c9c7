import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskGround } from '../../src/node/diskGround';

describe('the logs of a folder', () => {
  const logsOf = async (...names: readonly string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'ground-'));
    try {
      for (const name of names) writeFileSync(join(folder, name), 'step,loss\n1,2\n');
      return (await diskGround(folder).files()).logs;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('are the files that are called like logs', async () => {
    assert.deepEqual(await logsOf('metrics.csv', 'people.csv'), ['metrics.csv']);
  });

  it('are all texts and tables where nothing is called like one', async () => {
    assert.deepEqual(await logsOf('ant_0.csv', 'ant_1.csv', 'a.png'), ['ant_0.csv', 'ant_1.csv']);
  });
});
