import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HEAD_BYTES } from '../../src/core/log/format';
import { FileSource } from '../../src/node/fileSource';
import { readPath } from '../../src/node/readLogs';
import { UserError } from '../../src/node/userError';
import { walk } from '../../src/node/walk';

const KERAS = 'epoch,loss,val_loss\n0,1.5,1.25\n1,1.25,1.125\n';

/** The user that owns nothing. */
const NOBODY = 65534;

/** Does something without the rights of root, who may read everything; whoever else is asked does it as they are. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('node', () => {
  let folder = '';
  const put = (path: string, content: string | Uint8Array): string => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
    return full;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'epoch-lens-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const walked = async (options = {}): Promise<string[]> => {
    const paths: string[] = [];
    for await (const file of walk(folder, options)) paths.push(file.relative);
    return paths;
  };

  describe('walk', () => {
    it('meets the files of a folder by name, numbers by value, folders after files', async () => {
      for (const path of ['run/10.log', 'run/9.log', 'a.log', 'run/x/b.log']) put(path, '');
      assert.deepEqual(await walked(), ['a.log', 'run/9.log', 'run/10.log', 'run/x/b.log']);
    });

    it('enters no packages, environments or hidden folders, but the hidden ones it is told of', async () => {
      const paths = [
        'node_modules/a.log',
        '.git/a.log',
        '.hydra/a.log',
        'env3/pyvenv.cfg',
        'env3/a.log',
        'b.log',
      ];
      for (const path of paths) put(path, '');
      assert.deepEqual(await walked(), ['b.log']);
      assert.deepEqual(await walked({ hidden: new Set(['.hydra']) }), ['b.log', '.hydra/a.log']);
    });

    it('goes through links once and never in circles', async () => {
      put('runs/a.log', '');
      symlinkSync(folder, join(folder, 'runs', 'back'));
      symlinkSync(join(folder, 'nowhere'), join(folder, 'broken'));
      assert.deepEqual(await walked(), ['runs/a.log']);
    });

    it('ends at the most files, at the deepest folder and when told to', async () => {
      for (const path of ['a', 'b', 'c/d', 'c/e/f']) put(path, '');
      assert.deepEqual(await walked({ most: 1 }), ['a']);
      assert.deepEqual(await walked({ deepest: 1 }), ['a', 'b', 'c/d']);
      assert.deepEqual(await walked({ signal: AbortSignal.abort() }), []);
    });
  });

  describe('FileSource', () => {
    it('reads a part of a file, and less where the file is shorter', async () => {
      const source = new FileSource(put('a.log', 'epoch 1'));
      assert.equal((await source.stat())?.size, 7);
      assert.equal(new TextDecoder().decode(await source.read(6, 100)), '1');
      assert.equal((await source.read(9, 3)).length, 0);
    });

    it('has no stat where there is no file, and opens nothing that is none', async () => {
      assert.equal(await new FileSource(join(folder, 'none')).stat(), null);
      await assert.rejects(new FileSource(folder).stat(), UserError);
    });
  });

  describe('readPath', () => {
    it('reads one log', async () => {
      const path = put('log.csv', KERAS);
      const { mtimeMs: modified } = statSync(path);
      const reading = await readPath(path);
      const { isFolder, logs, ignored, problems } = reading;
      assert.deepEqual(
        { isFolder, logs, ignored, problems },
        {
          isFolder: false,
          logs: [{ path: 'log.csv', format: 'csv', size: KERAS.length, modified }],
          ignored: 0,
          problems: [],
        },
      );
      assert.deepEqual(
        reading.runs.map(run => run.name),
        ['log.csv'],
      );
    });

    it('reads a log that is larger than its head as one that is not', async () => {
      const rows = Array.from({ length: 20_000 }, (_, step) => `${step >> 4},${step},0.5,0.25\n`);
      const content = `epoch,step,loss,val_loss\n${rows.join('')}`;
      assert.ok(content.length > 2 * HEAD_BYTES);
      const [run] = (await readPath(put('log.csv', content))).runs;
      assert.deepEqual(
        run?.series.map(series => series.count),
        [20_000, 20_000],
      );
    });

    it('reads the logs of a folder by paths relative to it, and counts what is none', async () => {
      put('runs/a/log.csv', KERAS);
      put('runs/b/log.csv', KERAS.replace('1.5', '9'));
      put('train.py', 'loss = 1\n');
      put('data.csv', 'id,loss\n1,2\n2,3\n');
      const { runs, logs, ignored } = await readPath(folder);
      assert.deepEqual(
        runs.map(run => run.logs),
        [['runs/a/log.csv'], ['runs/b/log.csv']],
      );
      assert.deepEqual(
        logs.map(log => log.path),
        ['runs/a/log.csv', 'runs/b/log.csv'],
      );
      assert.equal(ignored, 2);
    });

    it('says in a sentence what cannot be read', async () => {
      await assert.rejects(
        readPath(join(folder, 'none')),
        new UserError('There is no such file or folder.', 'ENOENT'),
      );
      await assert.rejects(
        readPath(join(put('a.log', ''), 'b')),
        new UserError('There is no such file or folder.', 'ENOTDIR'),
      );
    });

    // A mode keeps nobody from reading on Windows.
    if (process.platform !== 'win32') {
      it('says that it may not read', async () => {
        const path = put('a.log', KERAS);
        chmodSync(folder, 0o755);
        chmodSync(path, 0);
        const denied = new UserError('There is no permission to read it.', 'EACCES');
        await asNobody(() => assert.rejects(readPath(path), denied));
      });
    }

    it('finds no curve in what is empty, binary or something else', async () => {
      const binary = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256);
      for (const content of ['', '\n\n', binary, '{"a": [1, 2', 'Dear diary,\nno loss today.\n']) {
        const { runs, problems } = await readPath(put('train.log', content));
        assert.deepEqual(
          { runs, codes: problems.map(({ problem }) => problem.code) },
          { runs: [], codes: ['no-curve'] },
        );
      }
    });

    it('reads a log up to the largest size it may have, and says so', async () => {
      const { runs, problems } = await readPath(put('log.csv', KERAS), { largest: 31 });
      assert.deepEqual([...runs[0]!.series[0]!.values.view()], [1.5]);
      assert.deepEqual(problems, [
        {
          log: 'log.csv',
          problem: { code: 'too-large', line: 0, details: { bytes: KERAS.length } },
        },
      ]);
    });
  });
});
