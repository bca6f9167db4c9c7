import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { defaultPreferences } from '../../src/core/analysis/preferences';
import { LogFinder } from '../../src/node/logFinder';

describe('the search for logs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('reads nothing while a log that was opened is being read, and all of it then', async () => {
    writeFileSync(join(folder, 'train.csv'), 'epoch,loss\n1,0.5\n2,0.4\n3,0.3\n');
    const found: string[] = [];
    let isBusy = true;
    const finder = new LogFinder(
      {
        found: logs => found.push(...logs.map(log => log.path)),
        gone: () => undefined,
        progress: () => undefined,
      },
      () => ({ analysis: defaultPreferences, patterns: [] }),
      () => isBusy,
    );
    try {
      const searched = finder.find([folder], []);
      await pause(200);
      assert.deepEqual(found, []);
      isBusy = false;
      await searched;
      assert.deepEqual(found, [join(folder, 'train.csv')]);
    } finally {
      finder.dispose();
    }
  });
});
