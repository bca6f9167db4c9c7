import assert from 'node:assert/strict';
import { epochOfStep, epochTableIn, isEpochTable } from '../../../src/core/log/epochTable';
import { FactsOfFolders } from '../../../src/core/log/folderFacts';
import { assemble } from '../../../src/core/run/assemble';
import { LogReading } from '../../../src/core/run/logReading';
import { withFacts } from '../../../src/core/run/withFacts';

const PATH = 'live/plots/metrics/epoch.tsv';
const TABLE = 'step\tepoch\n1\t0.25\n3\t0.75\n4\t1.0\n';

describe('epochTable', () => {
  it('is the file that DVCLive writes beside its metrics, nothing else of that name', () => {
    assert.ok(isEpochTable(PATH));
    assert.ok(!isEpochTable('live/epoch.tsv'));
    assert.equal(epochTableIn(PATH, 'id\tname\n1\t2\n'), null);
  });

  it('tells the epoch of the steps between its own, and of none outside; a line cut off says nothing', () => {
    const table = epochTableIn(PATH, `${TABLE}5\t1.`);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map(step => epochOfStep(table!, step)),
      [NaN, 0.25, 0.25, 0.75, 1, NaN],
    );
  });

  it('gives a run of steps its epochs, and is among its logs; no metric is a run of its own', () => {
    const files = {
      'live/plots/metrics/eval/loss.tsv': 'step\tloss\n3\t0.5\n4\t0.25\n',
      'live/plots/metrics/loss.tsv': 'step\tloss\n1\t2\n3\t1\n',
      'live/plots/metrics/learning_rate.tsv': 'step\tlearning_rate\n1\t0.1\n3\t0.01\n',
    };
    const facts = new FactsOfFolders();
    facts.note(PATH, TABLE);
    const read = Object.entries(files).flatMap(([path, content]) => {
      const bytes = new TextEncoder().encode(content);
      const reading = new LogReading(path);
      reading.start(bytes, true);
      reading.bytes(bytes);
      reading.end();
      return [...reading.runs()];
    });
    const [run, ...others] = withFacts(assemble(read), facts);
    assert.deepEqual(others, []);
    assert.equal(run!.name, 'live');
    assert.equal(run!.unit, 'epoch');
    assert.deepEqual(run!.logs, [...Object.keys(files), PATH]);
    assert.deepEqual(
      run!.series.map(({ name, split }) => [name, split]),
      [
        ['eval/loss', 'validation'],
        ['loss', 'train'],
        ['learning_rate', null],
      ],
    );
    assert.deepEqual([...run!.rows.epoch.view()], [0.25, 0.25, 0.75, 0.75, 0.75, 1]);
  });
});
