import assert from 'node:assert/strict';
import { LogReading } from '../../../src/core/run/logReading';

/** What a file holds, run by run: `metric split first…last ×count`; an empty list: it is no log. */
function told(path: string, text: string): string[][] {
  const reading = new LogReading(path);
  const bytes = new TextEncoder().encode(text);
  reading.start(bytes, true);
  reading.bytes(bytes);
  reading.end();
  return reading.runs().map(run =>
    run.series
      .filter(({ count }) => count > 1)
      .map(({ metric, split, values, count }) => {
        return `${metric} ${split ?? '–'} ${values.at(0)}…${values.at(count - 1)} ×${count}`;
      }),
  );
}

const json = (value: unknown): string => JSON.stringify(value, null, 1);
const rows = (of: (at: number) => string, count = 6): string =>
  Array.from({ length: count }, (_, at) => of(at)).join('\n');
const list = (first: number, count = 6): number[] =>
  Array.from({ length: count }, (_, at) => first - at / 16);

describe('structured logs', () => {
  it('of Ludwig hold outputs below their splits, of one run', () => {
    const split = (first: number) => ({
      combined: { loss: list(first) },
      label: { accuracy: list(first + 8) },
    });
    const document = { training: split(3), validation: split(4), test: split(5) };
    assert.deepEqual(told('training_statistics.json', json(document)), [
      [
        'loss train 3…2.6875 ×6',
        'label_accuracy train 11…10.6875 ×6',
        'loss validation 4…3.6875 ×6',
        'label_accuracy validation 12…11.6875 ×6',
        'loss test 5…4.6875 ×6',
        'label_accuracy test 13…12.6875 ×6',
      ],
    ]);
  });

  it('of CatBoost hold lists of one value under their set', () => {
    const iterations = list(2).map((loss, iteration) => ({
      learn: [loss],
      iteration,
      passed_time: iteration,
      test: [loss + 1],
    }));
    const document = { meta: { iteration_count: 6, learn_sets: ['learn'] }, iterations };
    assert.deepEqual(told('catboost_training.json', json(document)), [
      ['loss train 2…1.6875 ×6', 'loss validation 3…2.6875 ×6'],
    ]);
  });

  it('of ClearML and Plotly draw curves as x and y', () => {
    const curve = (name: string, first: number) => ({ name, x: [0, 5, 10], y: list(first, 3) });
    const scalars = { loss: { train: curve('train', 2), validation: curve('validation', 3) } };
    const both = ['loss train 2…1.875 ×3', 'loss validation 3…2.875 ×3'];
    assert.deepEqual(told('scalars.json', json(scalars)), [both]);
    const figure = { data: [curve('train_loss', 2), curve('val_loss', 3)], layout: {} };
    assert.deepEqual(told('figure.json', json(figure)), [both]);
    assert.deepEqual(told('map.json', json({ data: [curve('Berlin', 2)] })), []);
  });

  it('hold the histories of several trainings below their results', () => {
    const result = (first: number) => ({
      seed: first,
      history: list(first).map((loss, epoch) => ({ epoch, train_loss: loss, val_loss: loss + 1 })),
      test_acc: 0.5,
    });
    assert.deepEqual(told('results.json', json({ results: [result(2), result(4)] })), [
      ['loss train 2…1.6875 ×6', 'loss validation 3…2.6875 ×6'],
      ['loss train 4…3.6875 ×6', 'loss validation 5…4.6875 ×6'],
    ]);
  });

  it('say in a text what a record or a value is of', () => {
    const typed = rows(
      at => json({ type: at % 2 ? 'eval' : 'train_step', step: at, loss: at }).replaceAll('\n', ''),
      12,
    );
    assert.deepEqual(told('metrics.jsonl', typed), [
      ['loss train 0…10 ×6', 'loss validation 1…11 ×6'],
    ]);
    const comet = list(2).map((value, step) => ({
      metricName: 'val_loss',
      metricValue: String(value),
      step,
    }));
    assert.deepEqual(told('metrics.json', json(comet)), [['loss validation 2…1.6875 ×6']]);
    const sageMaker = `timestamp,metric_name,value\n${rows(at => `${at}.0,train:loss,${at}`)}\n${rows(at => `${at}.0,validation:loss,${at}`)}\n`;
    assert.deepEqual(told('metrics.csv', sageMaker), [
      ['loss train 0…5 ×6', 'loss validation 0…5 ×6'],
    ]);
    const keras = `"","epoch","value","metric","data"\n${rows(at => `"1",${at},${at},"loss","training"`)}\n${rows(at => `"1",${at},${at},"loss","validation"`)}\n`;
    assert.deepEqual(told('history.csv', keras), [['loss train 0…5 ×6', 'loss validation 0…5 ×6']]);
  });

  it('have a row per value of several runs', () => {
    const long = `run,step,metric,value\n${rows(at => `${at % 2 ? 'b' : 'a'},${at >> 1},val_loss,${at}`, 12)}\n`;
    assert.deepEqual(told('long.csv', long), [
      ['loss validation 0…10 ×6'],
      ['loss validation 1…11 ×6'],
    ]);
  });

  it('are counted by what only rises in whole numbers and is called so, where nothing else counts', () => {
    const h2o = `timestamp,duration,number_of_trees,training_rmse,validation_rmse\n${rows(at => `2024-01-01 10:00:0${at}, 0.${at} sec,${5 * at},${at},${at + 1}`)}\n`;
    assert.deepEqual(told('scoring_history.csv', h2o), [
      ['rmse train 0…5 ×6', 'rmse validation 1…6 ×6'],
    ]);
    const acme = `actor_episodes,actor_ticks_steps,episode_return\n${rows(at => `${at},${9 * at},${at}`)}\n`;
    assert.deepEqual(told('logs.csv', acme), [['return train 0…5 ×6']]);
  });

  it('name the run of an exported chart in front of its metric, and no split', () => {
    const chart = (names: string): string =>
      `"Step",${names}\n${rows(at => `${at},${at},${at + 1}`)}\n`;
    assert.deepEqual(
      told('chart.csv', chart('"calm-sky-3 - val_loss","calm-sky-3 - val_loss__MIN"')),
      [['loss validation 0…5 ×6']],
    );
    assert.deepEqual(told('chart.csv', chart('"train - loss","val - loss"')), [
      ['loss train 0…5 ×6', 'loss validation 1…6 ×6'],
    ]);
  });

  it('are called in other languages, with and without their letters', () => {
    for (const [path, header] of [
      ['es.csv', 'Época,Pérdida,Pérdida_val'],
      ['es.csv', 'epoca,perdida,perdida_val'],
      ['de.csv', 'Epoche,Trainingsverlust,Validierungsverlust'],
      ['zh.csv', '轮次,训练损失,验证损失'],
    ] as const) {
      assert.deepEqual(
        told(path, `${header}\n${rows(at => `${at},${at},${at + 1}`)}\n`),
        [['loss train 0…5 ×6', 'loss validation 1…6 ×6']],
        header,
      );
    }
  });

  it('of Aim have a row per value with its context', () => {
    const aim = `run.hash,metric.name,context.subset,step,value\n${rows(at => `ab,loss,${at % 2 ? 'val' : 'train'},${at >> 1},${at}`, 12)}\n`;
    assert.deepEqual(told('aim.csv', aim), [['loss train 0…10 ×6', 'loss validation 1…11 ×6']]);
  });

  it('are trainings where epochs stand beside the steps, whatever is measured, and not where a price does', () => {
    const cycle = `epoch,iters,D_A,G_A\n${rows(at => `${at},${9 * at},${at / 2},${at / 4}`)}\n`;
    assert.equal(told('a.csv', cycle)[0]?.length, 2);
    const market = `step,price,return\n${rows(at => `${at},${at + 9},${at / 4}`)}\n`;
    assert.deepEqual(told('a.csv', market), []);
  });

  it('leave out what a training was set to, in every row', () => {
    const tune = `loss,training_iteration,config/lr\n${rows(at => `${at},${at + 1},0.01`)}\n`;
    assert.deepEqual(told('progress.csv', tune), [['loss train 0…5 ×6']]);
  });

  it('take the name of a list from its file or from the folder after a measure', () => {
    assert.deepEqual(told('loss.txt', rows(at => `${at}.0e+00 ${at + 0.5}`) + '\n'), [
      ['loss train 0.5…5.5 ×6'],
    ]);
    assert.equal(told('loss/unet_test.txt', rows(at => `${at + 0.5}`) + '\n').length, 1);
    assert.deepEqual(told('data/unet_test.txt', rows(at => `${at + 0.5}`) + '\n'), []);
  });

  it('hold points with their seconds in front, a list for each curve', () => {
    const points = list(2).map((value, step) => [1.7e9 + step, step, value]);
    assert.deepEqual(told('export.json', json({ 'Loss/train': points, 'Loss/val': points })), [
      ['loss train 2…1.6875 ×6', 'loss validation 2…1.6875 ×6'],
    ]);
  });

  it('are no values per class, over thresholds or of folds, and no samples with their answers', () => {
    const scores = { precision: list(0.5), recall: list(0.75) };
    assert.deepEqual(told('a.json', json({ accuracy: 0.5, per_class: scores })), []);
    assert.deepEqual(told('a.json', json({ thresholds: list(1), ...scores })), []);
    assert.deepEqual(told('a.json', json({ cv_scores: list(0.75), mean: 0.5 })), []);
    assert.deepEqual(told('a.json', json({ epochs: [1, 2, 3, 4, 5, 6], ...scores })).length, 1);
    const turn = { step: 1, thought: 'a', action: 'b', reward: 0.5 };
    assert.deepEqual(told('turns.json', json([turn, { ...turn, step: 2 }])), []);
  });

  it('are no reports of classes, searches or results', () => {
    const scores = { precision: 0.5, recall: 0.5, 'f1-score': 0.5, support: 9 };
    const report = { 0: scores, 1: scores, 2: scores, accuracy: 0.5, 'macro avg': scores };
    assert.deepEqual(told('report.json', json(report)), []);
    const search = `,param_C,mean_train_score,mean_test_score\n${rows(at => `${at},${at / 2},0.${at},0.${at}`, 9)}\n`;
    assert.deepEqual(told('cv_results.csv', search), []);
    assert.deepEqual(told('all_results.json', JSON.stringify({ epoch: 3, train_loss: 0.5 })), []);
  });
});
