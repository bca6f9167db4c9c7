import assert from 'node:assert/strict';
import { describeMetric } from '../../../src/core/run/metric';

/** name as written → metric, split, goal (– none). */
const NAMES: readonly string[] = [
  'loss → loss – min',
  'val_loss → loss validation min',
  'valid_loss → loss validation min',
  'validation/main/loss → loss validation min',
  'Validation Loss → loss validation min',
  'dev_loss → loss validation min',
  'eval_loss → loss validation min',
  'test_loss → loss test min',
  'Training Loss → loss train min',
  'train/loss → loss train min',
  'trainLoss → loss train min',
  'validLoss → loss validation min',
  'TRAIN_LOSS → loss train min',
  'rmse_val → rmse validation min',
  'rmse_trn → rmse train min',
  'trl → loss train min',
  'tel → loss validation min',
  'lm loss → loss – min',
  'total_loss → loss – min',
  'train/box_loss → box_loss train min',
  'Loss/train → loss train min',
  'Cost → loss – min',
  'Loss moyen → loss – min',
  'training loss per image → loss train min',
  'cross-entropy → loss – min',
  '损失 → loss – min',
  '验证准确率 → accuracy validation max',
  'acc → accuracy – max',
  'val_acc → accuracy validation max',
  'val_sparse_categorical_accuracy → accuracy validation max',
  'accuracy/top1 → accuracy – max',
  'test_acc1 → accuracy test max',
  'test_acc5 → top5_accuracy test max',
  'top-1 accuracy → accuracy – max',
  'valAcc → accuracy validation max',
  'error → error – min',
  'err-top1 → error – min',
  'validation err-top5 → top5_error validation min',
  'top-1 error → error – min',
  'val_error → error validation min',
  'mape → mape – min',
  'mAP → map – max',
  'metrics/mAP50(B) → map50_b – max',
  'metrics/mAP50-95(B) → map50-95_b – max',
  'metrics/mAP_0.5:0.95 → map50-95 – max',
  'metrics/mAP_0.5 → map50 – max',
  'bbox_mAP_s → bbox_map_s – max',
  'mean average precision → map – max',
  'mean_squared_error → mse – min',
  'perplexity → perplexity – min',
  'val_ppl → perplexity validation min',
  'wer → wer – min',
  'eval/cer → cer validation min',
  'BLEU → bleu – max',
  'mIoU → miou – max',
  'val_dice → dice validation max',
  'r2_score → r2 – max',
  'val_r2 → r2 validation max',
  'f1-score → f1 – max',
  'psnr → psnr – max',
  'fid50k_full → fid50k_full – min',
  'ep_rew_mean → reward – max',
  'rollout/return → return – max',
  'negative log likelihood → nll – min',
  'lr → learning_rate – –',
  'train/lr → learning_rate – –',
  'learning_rate → learning_rate – –',
  'L.R. → learning_rate – –',
  'grad norm → grad_norm – –',
  'loss scale → loss_scale – –',
];

describe('describeMetric', () => {
  for (const line of NAMES) {
    const [name = '', meaning = ''] = line.split(' → ');
    it(`${name} is ${meaning}`, () => {
      const { metric, split, goal } = describeMetric(name, null);
      assert.equal(`${metric} ${split ?? '–'} ${goal ?? '–'}`, meaning);
    });
  }

  it('takes the split that the line or file says before the one in the name', () => {
    assert.equal(describeMetric('test_loss', 'validation').split, 'validation');
    assert.equal(describeMetric('loss', 'train').split, 'train');
    assert.equal(describeMetric('lr', 'train').split, null);
  });

  it('takes time, speed, memory, counters and running bests for no curves', () => {
    const noise =
      'time|epoch_time|elapsed_time|data_time|ETA|samples_per_second|eval_runtime|memory|GPU mem|n_parameters|episodes|' +
      'BAD_EPOCHS|best_val_loss|best_acc|val_loss_best_so_far|total_flos|timestamp|num_samples|percentage|throughput';
    assert.deepEqual(
      noise.split('|').filter(name => describeMetric(name, null).kind !== 'noise'),
      [],
    );
  });

  it('does not know what nobody knows', () => {
    assert.deepEqual(describeMetric('AI_distance', null), {
      kind: 'unknown',
      metric: 'ai_distance',
      split: null,
      goal: null,
      evaluation: false,
    });
  });

  it('says which values only an evaluation has', () => {
    const only = ['mAP', 'BLEU', 'wer', 'FID', 'loss', 'accuracy', 'reward'];
    assert.deepEqual(
      only.map(name => describeMetric(name, null).evaluation),
      [true, true, true, true, false, false, false],
    );
  });

  it('takes a name of any length', () => {
    assert.equal(describeMetric('loss'.repeat(100_000), null).kind, 'measure');
    assert.equal(describeMetric('', null).kind, 'unknown');
  });
});
