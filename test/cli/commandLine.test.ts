import assert from 'node:assert/strict';
import type { Command, CommandArguments } from '../../src/cli/command';
import { runCommandLine } from '../../src/cli/commandLine';
import { commands } from '../../src/cli/commands';
import { eachPath } from '../../src/cli/output';
import { MemoryIo } from './memoryIo';

/** A command that says what it was given. */
function echo(seen: CommandArguments[] = []): Command {
  return {
    name: 'echo',
    summary: 'says it again',
    usage: 'PATH…',
    options: [
      { name: 'format', value: 'md|html', summary: 'how', choices: ['md', 'html'] },
      { name: 'short', value: null, summary: 'less' },
    ],
    run: args => {
      seen.push(args);
      return Promise.resolve(0);
    },
  };
}

/** Status, standard output and standard error of a command line. */
async function ran(argv: readonly string[], list: readonly Command[]): Promise<readonly unknown[]> {
  const io = new MemoryIo();
  const status = await runCommandLine(argv, list, io);
  return [status, io.out, io.err];
}

describe('the command line', () => {
  it('has the commands of its help, in order', () => {
    const names = commands.map(({ name }) => name);
    assert.deepEqual(names, [
      'curves',
      'suggest',
      'settings',
      'links',
      'report',
      'explain',
      'watch',
    ]);
  });

  it('hands paths and options to the command, wherever they stand', async () => {
    const seen: CommandArguments[] = [];
    const argv = ['echo', 'a', '--format', 'html', '--json', 'b', '--', '--short'];
    assert.deepEqual(await ran(argv, [echo(seen)]), [0, '', '']);
    const copies = seen.map(args => ({ ...args, options: { ...args.options } }));
    assert.deepEqual(copies, [
      {
        paths: ['a', 'b', '--short'],
        json: true,
        options: { format: 'html', json: true },
        lists: {},
      },
    ]);
  });

  it('explains itself without a command, with --help and for each command', async () => {
    const [status, out] = await ran([], commands);
    assert.equal(status, 2);
    assert.deepEqual(await ran(['--help'], commands), [0, out, '']);
    assert.deepEqual(await ran(['echo', '--help'], [echo()]), [
      0,
      [
        'Usage: epoch-lens echo PATH…',
        '',
        'Says it again.',
        '',
        '  --format md|html  how',
        '  --short           less',
        '  --json            one JSON object per argument, one per line',
        '',
      ].join('\n'),
      '',
    ]);
  });

  it('prints its version', async () => {
    const [status, out] = await ran(['--version'], commands);
    assert.equal(status, 0);
    assert.match(String(out), /^\d+\.\d+\.\d+\n$/);
  });

  it('names a mistake in one line and ends with status 2', async () => {
    const list = [echo()];
    assert.deepEqual(
      [
        await ran(['nothing'], list),
        await ran(['echo'], list),
        await ran(['echo', 'a', '--format', 'pdf'], list),
        await ran(['echo', 'a', '--loud'], list),
      ],
      [
        [2, '', "epoch-lens: 'nothing' is no command; see epoch-lens --help\n"],
        [2, '', 'epoch-lens echo: echo needs PATH…; see epoch-lens echo --help\n'],
        [
          2,
          '',
          "epoch-lens echo: --format is one of md, html, not 'pdf'; see epoch-lens echo --help\n",
        ],
        [2, '', "epoch-lens echo: Unknown option '--loud'; see epoch-lens echo --help\n"],
      ],
    );
  });

  it('turns an error into a line without a stack', async () => {
    const broken = { ...echo(), run: () => Promise.reject(new Error('no\nroom')) };
    assert.deepEqual(await ran(['echo', 'a'], [broken]), [2, '', 'epoch-lens echo: no room\n']);
  });
});

describe('the answers of a command', () => {
  const args = { paths: ['a', 'bad', 'b'], options: {} };
  const answer = (path: string): Promise<{ json(): object; text(): string }> =>
    path === 'bad'
      ? Promise.reject(new Error('There is no such file.'))
      : Promise.resolve({
          json: () => ({ path, values: [NaN, Infinity, -Infinity, 1] }),
          text: () => path,
        });

  it('are one JSON object a line, in order, whatever could not be read', async () => {
    const io = new MemoryIo();
    assert.equal(await eachPath({ ...args, json: true }, io, answer), 2);
    assert.equal(
      io.out,
      [
        '{"path":"a","values":["NaN","Infinity","-Infinity",1]}',
        '{"path":"bad","error":"There is no such file."}',
        '{"path":"b","values":["NaN","Infinity","-Infinity",1]}',
        '',
      ].join('\n'),
    );
  });

  it('are text for people, with what could not be read beside it', async () => {
    const io = new MemoryIo();
    assert.equal(await eachPath({ ...args, json: false }, io, answer), 2);
    assert.deepEqual([io.out, io.err], ['a\nb\n', 'epoch-lens: bad: There is no such file.\n']);
  });

  it('end when nobody reads them any more', async () => {
    const io = new MemoryIo();
    io.closed = true;
    assert.equal(await eachPath({ ...args, json: true }, io, answer), 0);
    assert.equal(io.out, '');
  });
});
