import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('the bundle for translation', () => {
  it('holds every sentence of the core and the extension: node scripts/l10n.mjs', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/l10n.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(`${stderr}${status}`, '0');
  });
});
