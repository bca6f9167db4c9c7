import assert from 'node:assert/strict';
import { meaningOf } from '../../../src/core/log/name';

/** Names as logs write them, by the way that is better. */
const SMALLER = `loss|train_loss|mape|val_mape|sMAPE|wMAPE|WAPE|MASE|CRPS|NRMSE|nMAE|RAE|RRSE|median_absolute_error|RMSLE|logcosh
|quantile_loss|relative_l2_error|val_rel_err|fpr|fnr|false_positive_rate|miss_rate|FPR95|hamming_loss|dice_loss|jaccard_loss|HD95|ASSD
|hausdorff_distance|MedR|mean_rank|top-1 error|top5_err|error_rate|misclassification_rate|log_loss|brier_score|ECE|calibration_error
|nll|neg_log_likelihood|negative log likelihood|-ELBO|neg_elbo|free_energy|kl_divergence|perplexity|ppl score|bpb|bits_per_dim|ce|bce
|TER|WER|CER|PER|val_per|SER|DER|EER|minDCF|t-DCF|regret|collision_rate|FID|kid50k|FVD|FAD|LPIPS|NIQE|BRISQUE|MCD|EPE|Fl-all|AbsRel
|sq_rel|silog|MPJPE|PA-MPJPE|NME|ADE|minADE|val_fde|chamfer|CD|val_emd|l2_error|residual|davies_bouldin|entropy_loss|td_error`;
const GREATER = `accuracy|acc@1|top1|mAP|val/mAP|mAP@0.5|mAP@50|AP50|AR@100|mIoU|dice|val_dice_coefficient|DSC|NSD|sensitivity|PPV|TPR|recall@20|P@5
|R@10|HR@10|hits@1|ndcg@10|MRR|f0.5|macro_f1|val_f1_scores|r2|R²|val_r2s|explained_variance|pearsonr|spearmanr|kendall_tau|CCC|c_index
|concordance_index|roc_auc|AUPR|gini|UAR|QWK|cohen_kappa|matthews_corrcoef|balanced_accuracy|log_likelihood|elbo|BLEU|bleu4|chrF++|METEOR
|ROUGE-L|CIDEr|BERTScore|COMET|pass@1|win_rate|success_rate|reward|ep_rew_mean|episode_return|score|IS|inception_score|PSNR|MS-SSIM|MOS
|PESQ|STOI|SI-SDR|si_snr|clip_score|PCKh@0.5|OKS|MOTA|HOTA|NDS|cosine_similarity|NMI|ARI|silhouette_score|fitness|rewards/accuracies
|neg_mean_squared_error|neg_log_loss|exact_match|UAS`;
const NEITHER = `lr|grad_norm|entropy|approx_kl|codebook_perplexity|rewards/chosen|gradient_penalty|epsilon|temperature|is|per|cd|gini_count`;

const names = (list: string): readonly string[] => list.split(/\n?\|/);
const goalOf = (name: string): string => `${name}: ${meaningOf(name).goal ?? 'neither'}`;

describe('the better way of a metric', () => {
  it('is down for errors, distances, ranks and rates of what goes wrong', () => {
    assert.deepEqual(
      names(SMALLER).map(goalOf),
      names(SMALLER).map(name => `${name}: min`),
    );
  });

  it('is up for scores, similarities, rewards and likelihoods', () => {
    assert.deepEqual(
      names(GREATER).map(goalOf),
      names(GREATER).map(name => `${name}: max`),
    );
  });

  it('is neither for what only moves, and for words that are abbreviations in capitals only', () => {
    assert.deepEqual(
      names(NEITHER).map(goalOf),
      names(NEITHER).map(name => `${name}: neither`),
    );
  });
});
