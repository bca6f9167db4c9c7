import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { links } from '../../src/cli/links';
import { MemoryIo } from './memoryIo';

interface Printed {
  readonly links: readonly Record<string, unknown>[];
}

describe('links', () => {
  let folder = '';
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const ran = async (json: boolean, path = folder) => {
    const io = new MemoryIo();
    const status = await links.run({ paths: [path], json, options: {} }, io);
    return { status, out: io.out, err: io.err };
  };
  const rows = Array.from(
    { length: 30 },
    (_, i) => `${i},${(1 / (i + 1)).toFixed(4)},${(1 + Math.abs(i - 20) / 30).toFixed(4)}`,
  );

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
    write('runs/a/metrics.csv', `epoch,loss,val_loss\n${rows.join('\n')}\n`);
    write('train.yaml', 'lr: 0.1\nepochs: 30\noutput_dir: runs/a\n');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('print the setting, its logs, the evidence and the best values', async () => {
    const { status, out } = await ran(true);
    const [link = {}] = (JSON.parse(out) as Printed).links;
    const { message, suggestion, ...rest } = link;
    assert.equal(status, 0);
    assert.equal(typeof message, 'string');
    assert.deepEqual(Object.keys(suggestion as object), [
      'epochs',
      'low',
      'high',
      'confidence',
      'reason',
    ]);
    assert.deepEqual(rest, {
      file: 'train.yaml',
      line: 2,
      column: 9,
      cell: null,
      role: 'source',
      value: 30,
      logs: ['runs/a/metrics.csv'],
      aside: [],
      how: 'literal-path',
      configured: 30,
      logged: 30,
      bests: [
        { metric: 'val_loss', split: 'validation', epoch: 20, step: null, value: 1 },
        { metric: 'loss', split: 'train', epoch: 29, step: null, value: 0.0333 },
      ],
    });
  });

  it('see the record that Hydra hides in the run’s folder', async () => {
    write('runs/a/.hydra/config.yaml', 'epochs: 30\nlr: 0.1\n');
    const { out } = await ran(true);
    assert.deepEqual(
      (JSON.parse(out) as Printed).links.map(({ file, role, how }) => [file, role, how]),
      [
        ['runs/a/.hydra/config.yaml', 'copy', 'config-copy'],
        ['train.yaml', 'source', 'config-copy'],
      ],
    );
  });

  it('are said to people in a few lines', async () => {
    const { out } = await ran(false);
    assert.match(
      out,
      /^train\.yaml:2 {2}epochs = 30\n {2}.+\n {2}.+\n {2}runs\/a\/metrics\.csv\n$/,
    );
  });

  it('are none in an empty project, and a file is no project', async () => {
    mkdirSync(join(folder, 'empty'));
    assert.match((await ran(false, join(folder, 'empty'))).out, /no setting with runs/);
    const file = await ran(false, join(folder, 'train.yaml'));
    assert.deepEqual([file.status, /name the folder/.test(file.err)], [2, true]);
  });
});
