import assert from 'node:assert/strict';
import { tfevents } from '../../../../src/core/log/formats/tfevents';
import { recognize } from '../../../../src/core/log/formats/index';
import { RunBuilder } from '../../../../src/core/run/buildRuns';
import { headOf } from '../../../../src/core/run/logReading';
import { type Heard, read, recognizes } from './reading';
import { double, event, eventFile, field, float, framed, simple, tensor } from './tfevents/encode';

const NAME = 'events.out.tfevents.1700000000.host.1.0';
const heard = (bytes: Uint8Array, path = NAME): Heard => read(tfevents, path, bytes);
const fieldsOf = (bytes: Uint8Array, path = NAME): Readonly<Record<string, number>>[] =>
  heard(bytes, path).records.map(({ fields }) => fields);
/** The number that a tensor gives, if it gives one. */
const numberOf = (...content: readonly number[][]): number | undefined =>
  fieldsOf(eventFile(event(1, 1000, tensor('x', content.flat()))))[0]?.['x'];

const LIGHTNING = eventFile(
  event(0, 1000, simple('hp_metric', -1)),
  ...[49, 99, 149].flatMap(step => [
    event(step, 1000 + step, simple('train_loss', 4 - step / 64)),
    event(step, 1000 + step, simple('epoch', Math.floor(step / 100))),
  ]),
);

describe('tfevents', () => {
  it('is recognised by its first record, whatever it is called', () => {
    assert.ok(recognizes(tfevents, 'data.bin', LIGHTNING));
    assert.ok(!recognizes(tfevents, 'data.bin', LIGHTNING.slice(1)));
    assert.ok(!recognizes(tfevents, 'train.log', 'epoch 1 loss 0.5\n'));
  });

  it('takes other TFRecord files for no log', () => {
    const example = Uint8Array.from(framed(field(1, field(1, [1, 2, 3, 4, 5, 6, 7, 8, 9]))));
    assert.equal(recognize(headOf('data.tfrecord', example, true)), null);
  });

  it('is recognised by its name where nothing or nothing good is in it yet', () => {
    assert.deepEqual(
      [new Uint8Array(), LIGHTNING.slice(1)].map(bytes =>
        recognizes(tfevents, `runs/${NAME}`, bytes),
      ),
      [true, true],
    );
  });

  it('reads the points of a step as one record: seconds, the label of the epoch, the step', () => {
    assert.deepEqual(heard(LIGHTNING).records.slice(0, 2), [
      {
        line: 3,
        fields: {
          'time: wall_time': 49,
          'epoch: epoch': 0,
          'step: step': 49,
          train_loss: 3.234375,
        },
      },
      {
        line: 5,
        fields: {
          'time: wall_time': 99,
          'epoch: epoch': 0,
          'step: step': 99,
          train_loss: 2.453125,
        },
      },
    ]);
  });

  it('says nothing of a file that holds its version only', () => {
    assert.deepEqual(heard(eventFile()), { records: [], marks: [], problems: [] });
  });

  it('leaves out what is no scalar: other plugins, texts, lists, counters of steps', () => {
    const list = [
      ...field(1, 1),
      ...field(2, field(2, field(1, 2))),
      ...field(4, [...float(1), ...float(2)]),
    ];
    const one = [...field(1, 1), ...field(4, float(1))];
    const file = eventFile(
      event(
        1,
        1000,
        tensor('keras', [...field(1, 7), ...field(8, [65, 66])], 'graph_keras_model'),
        tensor('histogram', one, 'histograms'),
        tensor('list', list),
        simple('global_step', 1),
        simple('loss', 0.5),
      ),
      event(2, 1000, tensor('histogram', one, null), simple('loss', 0.25)),
    );
    assert.deepEqual(fieldsOf(file), [
      { 'time: wall_time': 0, 'step: step': 1, loss: 0.5 },
      { 'time: wall_time': 0, 'step: step': 2, loss: 0.25 },
    ]);
  });

  it('reads a number in whatever way a tensor holds it', () => {
    const rank0 = field(2, []);
    assert.deepEqual(
      [
        numberOf(field(1, 1), rank0, field(4, float(0.1))),
        numberOf(field(1, 2), rank0, field(4, double(0.1))),
        numberOf(field(1, 1), rank0, field(5, float(-2.5))),
        numberOf(field(1, 1), [0x2d, ...float(-2.5)]),
        numberOf(field(1, 2), field(6, double(1e300))),
        numberOf(field(1, 3), field(7, -7n)),
        numberOf(field(1, 9), field(10, [0x81, 0x01])),
        numberOf(field(1, 9), field(4, [0xfe, 255, 255, 255, 255, 255, 255, 255])),
        numberOf(field(1, 5), field(4, [0xff, 0xff])),
        numberOf(field(1, 19), field(13, 0x3e00)),
        numberOf(field(1, 19), field(4, [0x01, 0x80])),
        numberOf(field(1, 14), field(13, 0x3fc0)),
        numberOf(field(1, 1), rank0),
        numberOf(field(1, 1), field(5, float(Infinity))),
      ],
      [
        Math.fround(0.1),
        0.1,
        -2.5,
        -2.5,
        1e300,
        -7,
        129,
        -2,
        -1,
        1.5,
        -(2 ** -24),
        1.5,
        0,
        Infinity,
      ],
    );
    assert.deepEqual(
      [numberOf(field(1, 7), field(8, [65])), numberOf(field(1, 1), field(4, double(1)))],
      [undefined, undefined],
    );
  });

  it('counts what Keras writes per epoch in epochs, and takes the split from the folder', () => {
    const loss = (value: number): number[] =>
      tensor('epoch_loss', [...field(1, 1), ...field(2, []), ...field(4, float(value))]);
    const file = eventFile(event(0, 1000, loss(2)), event(1, 1060, loss(1)));
    assert.deepEqual(fieldsOf(file, `run/validation/${NAME}`), [
      { 'time: wall_time': 0, 'epoch: epoch': 0, 'epoch_loss (validation)': 2 },
      { 'time: wall_time': 60, 'epoch: epoch': 1, 'epoch_loss (validation)': 1 },
    ]);
    assert.deepEqual(fieldsOf(eventFile(event(500, 1000, simple('epoch_loss', 2)))), [
      { 'time: wall_time': 0, 'step: step': 500, epoch_loss: 2 },
    ]);
  });

  it('takes no split from the name of the machine', () => {
    const file = eventFile(event(1, 1000, simple('loss', 2)));
    assert.deepEqual(Object.keys(fieldsOf(file, 'events.out.tfevents.1.test-host')[0]!), [
      'time: wall_time',
      'step: step',
      'loss',
    ]);
  });

  it('begins a new run where the steps fall back', () => {
    const steps = [1, 2, 3, 4, 1, 2, 3];
    const file = eventFile(...steps.map(step => event(step, 1000, simple('loss', 10 - step))));
    const builder = new RunBuilder(NAME, 'tfevents');
    const reader = tfevents.open(headOf(NAME, file, true), builder);
    reader.push(file);
    reader.end();
    assert.deepEqual(
      builder.runs().map(run => [...run.rows.step.view()]),
      [
        [1, 2, 3, 4],
        [1, 2, 3],
      ],
    );
  });
});
