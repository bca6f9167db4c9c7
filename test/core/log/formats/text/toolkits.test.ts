import assert from 'node:assert/strict';
import { marks, points } from './points';

describe('the text reader: speech toolkits', () => {
  it('reads what Kaldi prints of its minibatches, each output for itself', () => {
    const kaldi = 'LOG (nnet3-train[5.4.1~1-ab12]:PrintStats():nnet-training.cc:275)';
    const lines = [0, 10].flatMap(at => [
      `${kaldi} Average objective function for 'output' for minibatches ${at}-${at + 9} is -${4 - at / 10} over 640 frames.`,
      `${kaldi} Average objective function for 'output-xent' for minibatches ${at}-${at + 9} is -${5 - at / 10} over 640 frames.`,
    ]);
    assert.deepEqual(points(lines), {
      'Average objective function': ['-/0 -4', '-/10 -3'],
      'output-xent: Average objective function': ['-/0 -5', '-/10 -4'],
    });
  });

  it('takes the cross-validation set of a training for its validation', () => {
    const lines = ['ITERATION 01: TRAIN AVG.LOSS 2.5, CROSSVAL AVG.LOSS 1.5, nnet accepted'];
    assert.deepEqual(points([...lines, lines[0]!.replace('01', '02')]), {
      'TRAIN AVG.LOSS': ['-/1 2.5', '-/2 2.5'],
      'CROSSVAL AVG.LOSS': ['-/1 1.5', '-/2 1.5'],
    });
  });

  it('knows that a batch of none is an epoch with its batch', () => {
    const lines = [
      'DEBUG TRAIN Batch 0/0 loss 4.5',
      'DEBUG TRAIN Batch 0/100 loss 3.5',
      'DEBUG TRAIN Batch 1/0 loss 2.5',
      'INFO Epoch 1 CV info cv_loss 2.25',
    ];
    assert.deepEqual(points(lines), {
      'loss (train)': ['0/0 4.5', '0/100 3.5', '1/0 2.5'],
      cv_loss: ['1/- 2.25'],
    });
  });

  it('tells a running loss in brackets from the loss of the batch', () => {
    const lines = [0, 50].map(
      batch => `Epoch 1, batch ${batch}, loss[loss=0.5, ctc=0.25], tot_loss[loss=0.75, ctc=0.5]`,
    );
    assert.deepEqual(points(lines), {
      loss: ['1/0 0.5', '1/50 0.5'],
      ctc: ['1/0 0.25', '1/50 0.25'],
      'tot_loss: loss': ['1/0 0.75', '1/50 0.75'],
      'tot_loss: ctc': ['1/0 0.5', '1/50 0.5'],
    });
  });

  it('takes no percentage of an epoch for its batch', () => {
    const lines = [0, 50].flatMap(at => [`Train Epoch: 1 [${at}%]`, `step: ${at * 4}, loss: 0.5`]);
    assert.deepEqual(points(lines), { loss: ['1/0 0.5', '1/200 0.5'] });
  });
});

describe('the text reader: blocks of names and values', () => {
  it('joins what Ray prints of an iteration', () => {
    const lines = [1, 2].flatMap(iteration => [
      'Result for PPO_CartPole-v0_ab123_00000:',
      `  episode_reward_mean: ${20.5 * iteration}`,
      '  done: false',
      '  info:',
      '    learner:',
      `      total_loss: ${8 / iteration}`,
      '  episodes_this_iter: 179',
      `  time_total_s: ${4.5 * iteration}`,
      `  training_iteration: ${iteration}`,
      '',
    ]);
    assert.deepEqual(points(lines), {
      episode_reward_mean: ['-/1 20.5', '-/2 41'],
      total_loss: ['-/1 8', '-/2 4'],
    });
  });

  it('joins what stands between two rules', () => {
    const lines = [0, 1].flatMap(iteration => [
      '-------------------------  --------',
      `Evaluation/AverageReturn    ${20.5 + iteration}`,
      `Evaluation/Iteration        ${iteration}`,
      `TotalEnvSteps               ${1000 * iteration}`,
      '-------------------------  --------',
    ]);
    assert.deepEqual(points(lines), {
      'Evaluation/AverageReturn': ['-/0 20.5', '-/1 21.5'],
      TotalEnvSteps: ['-/0 0', '-/1 1000'],
    });
  });
});

describe('the text reader: federations', () => {
  it('reads the items of a list that a framework gives no names', () => {
    const lines = [1, 2].map(
      round => `fit progress: (${round}, ${2 / round}, {'accuracy': 0.5}, ${12.5 * round})`,
    );
    assert.deepEqual(points(lines), {
      'loss (evaluate)': ['-/1 2', '-/2 1'],
      'accuracy (validation)': ['-/1 0.5', '-/2 0.5'],
    });
    assert.deepEqual(marks('unit', lines), [{ kind: 'unit', unit: 'round', line: 1 }]);
  });

  it('leaves the rounds of a game alone', () => {
    const rows = [1, 2, 3].map(round => `${round}   ${30 + round}   ${20 - round}`);
    assert.deepEqual(points(['round   score   loss', ...rows]), {});
  });
});

describe('the text reader: values and their names', () => {
  it('takes what a value is averaged over for a part of its name', () => {
    const lines = [1, 2].flatMap(at => [
      `Step ${at * 100} | Avg Reward (last 10): ${at + 0.5}`,
      `Step ${at * 100} | Mean return over last 100 episodes: ${at + 0.25}`,
    ]);
    assert.deepEqual(points(lines), {
      'Avg Reward': ['-/100 1.5', '-/200 2.5'],
      'Mean return': ['-/100 1.25', '-/200 2.25'],
    });
  });

  it('knows a training without a word of one by its loss, if that falls', () => {
    const falling = Array.from({ length: 12 }, (_, at) => `loss:${4 - at / 8}, recall:0.5`);
    assert.equal(points(falling)['loss']?.length, 12);
    assert.deepEqual(points([...falling].reverse()), {});
    assert.deepEqual(points(falling.slice(0, 9)), {});
  });

  it('leaves out the best that is quoted in other languages', () => {
    const lines = [
      'Step 1 | reward: 1.5',
      '→ 保存最优模型 (avg reward: 9.5)',
      'Step 2 | reward: 2.5',
    ];
    assert.deepEqual(points(lines), { reward: ['-/1 1.5', '-/2 2.5'] });
  });

  it('reads rates of success in per cent, and what is averaged like a call', () => {
    const lines = [1, 2].map(at => `cycle=${at} avg(utility)=${at * 3} win rate: ${at * 10}.5%`);
    assert.deepEqual(points(lines), {
      'avg utility': ['-/1 3', '-/2 6'],
      'win rate': ['-/1 10.5', '-/2 20.5'],
    });
  });

  it('counts iterations in Spanish, and leaves times in other languages out', () => {
    const lines = [1, 2].flatMap(at => [
      `Iteración ${at} | Generando 100 partidas...`,
      `Entrenamiento: loss=${3 - at} (value=0.5) | Tiempo: 96.8s | 耗时: 12.5`,
    ]);
    assert.deepEqual(points(lines), {
      'loss (train)': ['-/1 2', '-/2 1'],
      'value (train)': ['-/1 0.5', '-/2 0.5'],
    });
  });

  it('takes the print of a network for no values', () => {
    const lines = ['epoch 1', '  (norm1): LayerNorm((96,), eps=1e-06, elementwise_affine=True)'];
    assert.deepEqual(points(lines), {});
  });

  it('tells the splits that letters say, where both of them are there', () => {
    const lines = [1, 2].map(at => `Epoch: ${at} | T_Loss 0.5 | V_Loss 0.75 | v_acc 0.25`);
    assert.deepEqual(points(lines), {
      'T_Loss (train)': ['1/- 0.5', '2/- 0.5'],
      'V_Loss (validation)': ['1/- 0.75', '2/- 0.75'],
      v_acc: ['1/- 0.25', '2/- 0.25'],
    });
  });

  it('takes the arrays of unknown things for no values', () => {
    const lines = ['episode 1 step 5', '[STEP 51] action: [[ 2.3557 -2.1469]]'];
    assert.deepEqual(points(lines), {});
  });

  it('reads a value under a split alone beside a loss as what it is', () => {
    assert.deepEqual(points(['epoch 1 loss=1.73 val=1.96', 'epoch 2 loss=1.53 val=2.06']), {
      loss: ['1/- 1.73', '2/- 1.53'],
      'val (loss)': ['1/- 1.96', '2/- 2.06'],
    });
    assert.deepEqual(points(['epoch 1 loss 0.57 | test 84.5%']), {
      loss: ['1/- 0.57'],
      'test accuracy': ['1/- 84.5'],
    });
  });

  it('keeps the sum of an evaluation apart from how far it was', () => {
    const lines = [1, 2].flatMap(epoch => [
      `Valid | Epoch ${epoch} | 1/2 | Loss 0.75`,
      `Valid | Epoch ${epoch} | 2/2 | Loss 0.5`,
      `Valid | Epoch ${epoch} | 1/2 | Loss 0.875`,
      `Valid | Epoch ${epoch} | 2/2 | Loss 0.25`,
      `Valid Summary | Epoch ${epoch} | Loss=0.375`,
    ]);
    assert.deepEqual(points(lines)['Valid Summary: Loss (validation)'], ['1/- 0.375', '2/- 0.375']);
  });

  it('reads the columns that Torch 7 heads with a percent sign', () => {
    const lines = ['% mean class accuracy (train set)\t', ' 1.5000e+01\t', ' 1.9000e+01\t'];
    assert.deepEqual(points(lines), { 'mean class accuracy (train set)': ['-/- 15', '-/- 19'] });
  });

  it('reads decimal commas between words, and totals in other languages', () => {
    const lines = [
      'Epoche 1 von 2: Verlust 2,5, Genauigkeit 63,25 %',
      'Epoche 2 von 2: Verlust 0,275',
    ];
    assert.deepEqual(points(lines), {
      Verlust: ['1/- 2.5', '2/- 0.275'],
      Genauigkeit: ['1/- 63.25'],
    });
  });

  it('hears sections that end in dots of any kind, and leaves them', () => {
    const lines = [1, 2].flatMap(epoch => [
      `epoch: ${epoch}, loss is: 0.5`,
      'testing in eval mode……',
      `epoch: ${epoch}, loss is: 0.75`,
      'Now continue training……',
    ]);
    assert.deepEqual(points(lines), {
      loss: ['1/- 0.5', '2/- 0.5'],
      'loss (validation)': ['1/- 0.75', '2/- 0.75'],
    });
  });

  it('reads the row of all classes behind a colon, and the name that a checkpoint quotes', () => {
    const lines = [1, 2].flatMap(epoch => [
      `Epoch ${epoch}, global step ${epoch * 10}: 'val_wer' reached 0.5 (best 0.25), saving model`,
      'what           :             AP           AP50',
      `car            :          0.125          0.25`,
      `average        :          0.5            0.75`,
    ]);
    assert.deepEqual(points(lines), {
      val_wer: ['1/10 0.5', '2/20 0.5'],
      'AP (validation)': ['1/10 0.5', '2/20 0.5'],
      'AP50 (validation)': ['1/10 0.75', '2/20 0.75'],
    });
  });

  it('takes what brackets a time and a place in a source for a prefix', () => {
    const lines = ['[NeMo I 2023-01-01 12:00:00 wer_bpe:188] Epoch 3 loss 0.5'];
    assert.deepEqual(points(lines), { loss: ['3/- 0.5'] });
  });
});
