import assert from 'node:assert/strict';
import { assemble } from '../../../../src/core/run/assemble';
import { LogReading } from '../../../../src/core/run/logReading';
import type { Run } from '../../../../src/core/run/run';
import { event, eventFile, field, float, simple, tensor } from '../../log/formats/tfevents/encode';
import { history, wandbFile } from '../../log/formats/wandb/encode';
import { curvesOf } from '../building';

const FIRST = 'run/events.out.tfevents.1000.host.1.0';
const SECOND = 'run/events.out.tfevents.2000.host.2.0';

function assembled(files: Readonly<Record<string, Uint8Array>>): readonly Run[] {
  return assemble(
    Object.entries(files).flatMap(([path, bytes]) => {
      const reading = new LogReading(path);
      reading.start(bytes, true);
      reading.bytes(bytes);
      reading.end();
      return [...reading.runs()];
    }),
  );
}
const losses = (from: number, values: readonly number[], tag = 'loss'): Uint8Array =>
  eventFile(...values.map((value, at) => event(from + at, 1000, simple(tag, value))));

describe('assemble, with event files', () => {
  it('goes on with a resumed run where it resumed: what came after that place is dropped', () => {
    const runs = assembled({ [FIRST]: losses(1, [9, 8, 7, 6, 5]), [SECOND]: losses(4, [3, 2, 1]) });
    assert.deepEqual(runs.map(curvesOf), [['loss train: 1=9 2=8 3=7 4=3 5=2 6=1']]);
    assert.deepEqual([...runs[0]!.rows.log.view()], [0, 0, 0, 1, 1, 1]);
    assert.deepEqual(runs[0]!.logs, [FIRST, SECOND]);
  });

  it('keeps a launch that begins anew in the same folder apart', () => {
    const runs = assembled({ [FIRST]: losses(1, [9, 8, 7, 6, 5]), [SECOND]: losses(1, [3, 2, 1]) });
    assert.deepEqual(runs.map(curvesOf), [
      ['loss train: 1=9 2=8 3=7 4=6 5=5'],
      ['loss train: 1=3 2=2 3=1'],
    ]);
  });

  it('puts files with different curves of one folder together', () => {
    const test = losses(5, [4], 'test_loss');
    const runs = assembled({ [FIRST]: losses(1, [9, 8, 7, 6, 5]), [SECOND]: test });
    assert.deepEqual(runs.map(curvesOf), [
      ['loss train: 1=9 2=8 3=7 4=6 5=5', 'test_loss validation: 5=4'],
    ]);
  });

  it("puts Keras' folders of training and validation together, in the order of the epochs", () => {
    const scalar = (tag: string, value: number): number[] =>
      tensor(tag, [...field(1, 1), ...field(4, float(value))]);
    const train = [3, 2].map((value, at) => event(at, 1000, scalar('epoch_loss', value)));
    const held = [5, 4].flatMap((value, at) => [
      event(100 * (at + 1), 1000, scalar('evaluation_loss_vs_iterations', value)),
      event(at, 1000, scalar('epoch_loss', value)),
    ]);
    const [run, ...others] = assembled({
      'run/train/events.out.tfevents.1000.host.1.0.v2': eventFile(...train),
      'run/validation/events.out.tfevents.1000.host.1.1.v2': eventFile(...held),
    });
    assert.deepEqual(others, []);
    assert.deepEqual([run!.unit, run!.epochBase], ['epoch', 0]);
    assert.deepEqual(curvesOf(run!), [
      'epoch_loss train: 0=3 1=2',
      'evaluation_loss_vs_iterations validation: 100=5 200=4',
      'epoch_loss validation: 0=5 1=4',
    ]);
    assert.deepEqual(
      [...run!.rows.epoch.view()].filter(label => !Number.isNaN(label)),
      [0, 0, 1, 1],
    );
  });

  it('puts the lines of one chart together that PyTorch writes to a folder each', () => {
    const runs = assembled({
      'run/events.out.tfevents.1000.host.1.0': losses(1, [0.5, 0.25], 'lr'),
      'run/Loss_train/events.out.tfevents.1000.host.1.1': losses(1, [3, 2], 'Loss'),
      'run/Loss_val/events.out.tfevents.1000.host.1.2': losses(1, [5, 4], 'Loss'),
    });
    assert.deepEqual(runs.map(curvesOf), [
      ['lr –: 1=0.5 2=0.25', 'Loss train: 1=3 2=2', 'Loss validation: 1=5 2=4'],
    ]);
  });
});

describe('assemble, with what W&B recorded', () => {
  const launch = (time: string, id: string): string =>
    `wandb/offline-run-20250101_${time}-${id}/run-${id}.wandb`;
  const rows = (...of: (readonly [step: number, epoch: number, loss: number])[]): Uint8Array =>
    wandbFile(
      ...of.map(([step, epoch, loss]) =>
        history(step, [
          ['epoch', `${epoch}`],
          ['loss', `${loss}`],
        ]),
      ),
    ).bytes;

  it('goes on with a run that was launched again, by its steps or, where these begin anew, its epochs', () => {
    const first = rows([0, 1, 9], [1, 2, 8], [2, 3, 7], [3, 4, 6]);
    for (const second of [rows([4, 5, 5], [5, 6, 4]), rows([0, 5, 5], [1, 6, 4])]) {
      const runs = assembled({
        [launch('120000', 'abc')]: second,
        [launch('110000', 'abc')]: first,
      });
      assert.deepEqual(runs.map(curvesOf), [['loss train: 1=9 2=8 3=7 4=6 5=5 6=4']]);
      assert.deepEqual(runs[0]!.logs, [launch('110000', 'abc'), launch('120000', 'abc')]);
    }
  });

  it('keeps runs of other identities apart, and those that begin anew', () => {
    const first = rows([0, 1, 9], [1, 2, 8], [2, 3, 7], [3, 4, 6]);
    const later = rows([4, 5, 5], [5, 6, 4]);
    const files = { [launch('110000', 'abc')]: first, [launch('120000', 'xyz')]: later };
    assert.equal(assembled(files).length, 2);
    const anew = { [launch('110000', 'abc')]: first, [launch('120000', 'abc')]: rows([0, 1, 3]) };
    assert.equal(assembled(anew).length, 2);
  });
});
