import assert from 'node:assert/strict';
import { points } from './points';

const epochs = [1, 2, 3];

describe('the text reader: counters of a log of its own', () => {
  it('counts how far the training is in front of what it measures, no folds of a search', () => {
    const lines = epochs.map(at => `[Train ${at}0/1882] {'train_loss': 0.${at}}`);
    assert.deepEqual(points(lines), { train_loss: ['-/10 0.1', '-/20 0.2', '-/30 0.3'] });
    const folds = epochs.map(at => `[CV ${at}/3] END C=${at}.5, score=0.9${at} total time=0.0s`);
    assert.deepEqual(points(folds), {});
  });

  it('takes an epoch and its batch in front of names with values', () => {
    const lines = epochs.map(at => `>${at}, 30/468, d1=0.${at}, d2=0.6 g=1.${at}`);
    assert.deepEqual(points(lines)['g'], ['1/30 1.1', '2/30 1.2', '3/30 1.3']);
    const colons = epochs.map(at => `[${at} : 100] loss G : 6.${at}`);
    assert.deepEqual(points(colons), { 'loss G': ['1/100 6.1', '2/100 6.2', '3/100 6.3'] });
  });

  it('draws the values beside the name of a checkpoint, and no weights that were set', () => {
    const lines = epochs.map(at => `checkpoint=model_${at}.pt epoch=${at} val_loss=0.${at}`);
    assert.deepEqual(points(lines), { val_loss: ['1/- 0.1', '2/- 0.2', '3/- 0.3'] });
    const weighted = epochs.map(at => `Epoch ${at} loss: 0.${at} loss_weights: {'bce': 1.5}`);
    assert.deepEqual(points(weighted), { loss: ['1/- 0.1', '2/- 0.2', '3/- 0.3'] });
  });

  it('takes what an agent says for no training, whatever its turns are worth', () => {
    const turns = epochs.map(at => `{"turn": ${at}, "action": "look", "reward": 0.${at}}`);
    assert.deepEqual(points(turns), {});
  });

  it('knows a slip of the pen, and ranks that are measured', () => {
    const lines = epochs.map(at => `Epoch ${at} trian_loss: 0.${at} Rank-1: 8${at}.5%`);
    assert.deepEqual(points(lines), {
      trian_loss: ['1/- 0.1', '2/- 0.2', '3/- 0.3'],
      'Rank-1 (train)': ['1/- 81.5', '2/- 82.5', '3/- 83.5'],
    });
  });

  it('divides how many were right by how many there are, unless batches are counted', () => {
    const right = [2, 5, 9].map((hundred, at) => `Epoch ${at}: ${hundred}000 / 10000`);
    assert.deepEqual(points(right), { accuracy: ['0/- 0.2', '1/- 0.5', '2/- 0.9'] });
    assert.deepEqual(points(epochs.map(at => `Epoch 0: ${at} / 10000`)), {});
  });

  it('reads what stands under a split below an epoch, whatever it is called', () => {
    const lines = epochs.flatMap(at => [
      `Epoch [${at}/3]`,
      `  Train: TSW=0.${at}, Ptht=0.5`,
      `  Val:   TSW=0.2${at}, Ptht=0.6`,
    ]);
    const read = points(lines);
    assert.deepEqual(read['TSW (train)'], ['1/- 0.1', '2/- 0.2', '3/- 0.3']);
    assert.deepEqual(read['TSW (validation)'], ['1/- 0.21', '2/- 0.22', '3/- 0.23']);
  });

  it('joins a header of pairs in parentheses with its rows', () => {
    const rows = epochs.map(at => `${at}0 (0.1${at}, 0.2${at}) (0.3${at}, 0.4${at})`);
    const read = points(['epoch (val_ndcg, val_hr) (test_ndcg, test_hr)', ...rows]);
    assert.deepEqual(read['val_ndcg'], ['10/- 0.11', '20/- 0.12', '30/- 0.13']);
    assert.deepEqual(read['test_hr'], ['10/- 0.41', '20/- 0.42', '30/- 0.43']);
  });

  it('draws no money', () => {
    const lines = epochs.map(at => `Epoch ${at} judge API cost: $0.0${at}`);
    assert.deepEqual(points(lines), {});
  });

  it('counts epochs in brackets where a held-out set stands beside them, else steps of a loss', () => {
    const epochsOf = epochs.map(at => `[${at}/3] loss: 0.${at}, Test loss: 0.5${at}`);
    assert.deepEqual(points(epochsOf)['loss'], ['1/- 0.1', '2/- 0.2', '3/- 0.3']);
    const bare = epochs.map(at => `[${at}/3] train=0.${at} (kl=0.1)  val=0.5${at}`);
    assert.deepEqual(Object.values(points(bare)).at(-1), ['1/- 0.51', '2/- 0.52', '3/- 0.53']);
    const steps = epochs.map(at => `[${at}0/200] loss=0.${at}`);
    assert.deepEqual(points(steps), { loss: ['-/10 0.1', '-/20 0.2', '-/30 0.3'] });
  });

  it('counts in Chinese, and no rounds of a clustering', () => {
    const lines = epochs.map(at => `训练次数 [${at}/3], 步数 [10/30], 误差： 0.${at}`);
    assert.deepEqual(Object.values(points(lines)), [['1/10 0.1', '2/10 0.2', '3/10 0.3']]);
    const rounds = epochs.map(at => `Iteration ${at}, inertia 10.${at}`);
    assert.deepEqual(points(rounds), {});
  });

  it('takes solvers and the oldest epoch of a database for no training', () => {
    const lines = epochs.flatMap(at => [
      `Iteration:     ${at}   Dual objective     =         40${at}.5`,
      `smoothSolver:  Solving for Ux, Initial residual = 0.${at}, Final residual = 0.0${at}`,
      `table a: removed 10 rows, oldest epoch ${at}, ratio 0.${at}`,
    ]);
    assert.deepEqual(points(lines), {});
    const rows = epochs.map(at => `   ${at}  1.${at}e+00 1.00e-0${at} 5.00e-0${at}`);
    assert.deepEqual(points(['iter    objective    inf_pr   inf_du', ...rows]), {});
  });
});
