import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analysis/analyse';
import type { FoundLog } from '../../../../src/core/project/find/foundLog';
import { judgedRun } from '../../../../src/core/project/judgedRun';
import { plainly } from '../../../../src/core/report/say';
import { LogReading } from '../../../../src/core/run/logReading';
import { noticesOf } from '../../../../src/extension/runs/notices';
import { groupsOf, labelIn } from '../../../../src/extension/runs/runGroups';
import {
  rowDescription,
  rowName,
  rowShort,
  runRows,
  type RowChoice,
} from '../../../../src/extension/runs/runRows';

type Loss = (epoch: number) => number;

/** A log as it is found: 20 epochs of a validation loss. */
function found(path: string, modified: number, loss: Loss, metric = 'val_loss'): FoundLog {
  const rows = Array.from({ length: 20 }, (_, at) => `${at + 1},${1 / (at + 1)},${loss(at + 1)}\n`);
  const bytes = new TextEncoder().encode(`epoch,loss,${metric}\n${rows.join('')}`);
  const log = path.slice('/w/'.length);
  const reading = new LogReading(log);
  reading.start(bytes, true);
  reading.bytes(bytes);
  reading.end();
  const runs = reading.runs().map(run => judgedRun({ run, analysis: analyse(run) }));
  const files = [{ log, size: bytes.length, modified }];
  return { path, root: '/w', files, facts: [], modified, runs, isLarge: false };
}

const falling: Loss = epoch => 1 / epoch;
const rising: Loss = epoch => 1 / Math.min(epoch, 8) + Math.max(0, epoch - 8) / 20;
const LOGS = [
  found('/w/a/train.csv', 1, falling),
  found('/w/b/train.csv', 3, rising),
  found('/w/c/val.csv', 2, epoch => NaN * epoch),
];
const ALL: RowChoice = {
  order: 'newest',
  filter: '',
  pinned: new Set(),
  hidden: new Set(),
  showsHidden: false,
};
const rowsOf = (choice: Partial<RowChoice>) =>
  runRows(LOGS, { ...ALL, ...choice }, (_, folder) => folder, plainly);
const folders = (choice: Partial<RowChoice>) => rowsOf(choice).map(row => row.folder);

describe('the rows of the view of runs', () => {
  it('come in the order that was chosen', () => {
    assert.deepEqual(folders({ order: 'newest' }), ['b', 'c', 'a']);
    assert.deepEqual(folders({ order: 'name' }), ['a', 'b', 'c']);
    assert.deepEqual(folders({ order: 'best' }), ['a', 'c', 'b']);
    assert.equal(folders({ order: 'state' })[0], 'b');
  });

  it('are those with the words of the filter, be it in folder, name or state', () => {
    assert.deepEqual(folders({ filter: 'OVERFIT' }), ['b']);
    assert.deepEqual(folders({ filter: 'c/val' }), ['c']);
    assert.deepEqual(folders({ filter: 'train b/' }), ['b']);
    assert.deepEqual(folders({ filter: 'nothing like it' }), []);
  });

  it('begin with what is pinned and leave out what is hidden, unless asked for', () => {
    const [first] = rowsOf({ order: 'name' });
    const key = new Set([first!.key]);
    assert.deepEqual(folders({ pinned: key }), ['a', 'b', 'c']);
    assert.deepEqual(folders({ hidden: key }), ['b', 'c']);
    const all = rowsOf({ hidden: key, showsHidden: true });
    assert.deepEqual(all.map(row => row.isHidden).sort(), [false, false, true]);
  });

  it('say the best value, the suggestion and how far it is', () => {
    const row = rowsOf({}).find(each => each.folder === 'b');
    assert.match(rowDescription(row!, plainly), /^best 0\.125 @ 8 · suggested .+ · epoch 20$/);
    assert.match(rowShort(row!, plainly), /^best 0\.125 @ 8 → \d+ \(\d+–\d+\) · epoch 20$/);
  });

  it('stand for a log that is too large to be read unasked', () => {
    const files = [{ log: 'big/train.log', size: 1e10, modified: 9 }];
    const large = { ...LOGS[0]!, path: '/w/big/train.log', files, runs: [], isLarge: true };
    const [row] = runRows([large], ALL, () => 'big', plainly);
    assert.deepEqual([rowName(row!), rowDescription(row!, plainly)], ['train.log', 'not read yet']);
  });

  it('show names as text on one line, whatever a log calls its runs', () => {
    const [log] = LOGS;
    const [judged] = log!.runs;
    const name = 'run \u202e](command:x)\n$(error)';
    const runs = [{ ...judged!, run: { ...judged!.run, name } }];
    const [row] = runRows([{ ...log!, runs }], ALL, () => '', plainly);
    assert.doesNotMatch(rowName(row!), /[\n\u202e]/);
  });
});

describe('the groups of the view of runs', () => {
  const folderOf = (_: string, folder: string) => folder;
  const at = (path: string) => runRows([found(path, 1, falling)], ALL, folderOf, plainly)[0]!;
  const shown = (paths: readonly string[]) =>
    groupsOf(paths.map(at)).map(({ folder, rows }) => [
      folder,
      rows.map(row => labelIn(row, folder)),
    ]);

  it('are folders; a run with a folder of its own stands with its neighbours', () => {
    const alone = ['/w/runs/a/train.csv', '/w/runs/b/train.csv', '/w/y/train.csv'];
    assert.deepEqual(shown([...alone, '/w/x/one.csv', '/w/x/two.csv']), [
      ['runs', ['a', 'b']],
      ['y', ['train.csv']],
      ['x', ['one.csv', 'two.csv']],
    ]);
  });

  it('begin with what is pinned, by its whole way', () => {
    const pinned = { ...at('/w/runs/a/train.csv'), isPinned: true };
    const [group] = groupsOf([pinned, at('/w/runs/b/train.csv')]);
    assert.deepEqual([group?.folder, labelIn(pinned, '')], ['', 'runs/a']);
  });
});

describe('what is worth a notification', () => {
  const [, overfitting, broken] = LOGS.map(log => {
    const [judged] = log.runs;
    return judged && { ...judged, run: { ...judged.run, status: 'running' as const } };
  });
  const none = () => false;

  it('is nothing unless the user wants it, and nothing of a run that has ended', () => {
    assert.deepEqual(noticesOf('/b', overfitting!, 'never', none), []);
    const ended = { ...overfitting!, run: { ...overfitting!.run, status: 'finished' as const } };
    assert.deepEqual(noticesOf('/b', ended, 'stop', none), []);
  });

  it('is a stop that the evidence supports, once', () => {
    const [notice, ...more] = noticesOf('/b', overfitting!, 'stop', none);
    assert.equal(notice?.kind, 'stop');
    assert.deepEqual(more, []);
    assert.deepEqual(noticesOf('/b', overfitting!, 'divergence', none), []);
    assert.deepEqual(
      noticesOf('/b', overfitting!, 'stop', ({ key }) => key === notice.key),
      [],
    );
  });

  it('is a divergence, and then no stop beside it', () => {
    if (broken === undefined) return;
    const kinds = noticesOf('/c', broken, 'stop', none).map(each => each.kind);
    assert.ok(kinds.length <= 1);
  });
});
