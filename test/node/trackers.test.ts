import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPath } from '../../src/node/readLogs';

const TRACKERS = join('test', 'fixtures', 'trackers');
const RUN = readdirSync(join(TRACKERS, 'wandb'))[0]!;

describe('folders of trackers', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trackers-'));
    cpSync(join(TRACKERS, 'wandb'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are one run for each run of W&B, whose console is no second one', async () => {
    const { runs, problems } = await readPath(folder);
    assert.deepEqual(problems, []);
    assert.equal(runs.length, 1);
    const [{ format, logs, status, plannedEpochs, epochBase }] = [runs[0]!];
    assert.deepEqual([format, status, plannedEpochs, epochBase], ['wandb', 'finished', 6, 1]);
    assert.deepEqual(logs, [`${RUN}/run-abcd1234.wandb`, `${RUN}/files/output.log`]);
  });

  it('keep the console where W&B was told nothing', async () => {
    rmSync(join(folder, RUN, 'run-abcd1234.wandb'));
    const { runs } = await readPath(folder);
    assert.deepEqual(
      runs.map(({ format }) => format),
      ['text'],
    );
  });

  it('show a run under its own name, not that of the link to the latest', async () => {
    symlinkSync(RUN, join(folder, 'latest-run'));
    const { runs } = await readPath(folder);
    assert.deepEqual(
      runs.map(({ name }) => name),
      [`${RUN}/run-abcd1234.wandb`],
    );
  });
});
