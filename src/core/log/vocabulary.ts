import { FIELD_MEASURES, FIELD_PHRASES } from './fieldMeasures';
import type { Split } from './format';
import { type Measure, measures } from './measure';

/** Words that name a measure; `word=canonical` where logs write several words for one. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ...measures(
    'min',
    false,
    `loss losses=loss cost=loss objective=loss criterion=loss logloss xent=loss xentropy=loss
    crossentropy=loss ce=loss bce=loss nll error err=error mse rmse mae mape smape rmsle msle l1 l2
    smoothl1 huber perplexity ppl=perplexity kl kld=kl kldiv=kl elbo_loss deviance hinge bpc bpb bpd
    energy_error mlogloss=logloss merror=error top5error=top5_error residual smoothness`,
  ),
  ...measures(
    'min',
    true,
    `wer cer ter fid kid eer der ece brier lpips niqe mcd nme hd hd95 assd asd hausdorff regret mpjpe epe
    absrel mr medr mdr mnr meanr`,
  ),
  ...measures(
    'max',
    false,
    `accuracy acc=accuracy accu=accuracy accuracies=accuracy accurary=accuracy accurancy=accuracy acuracy=accuracy top1=accuracy acc1=accuracy prec1=accuracy top5=top5_accuracy
    acc5=top5_accuracy prec5=top5_accuracy correct=accuracy pixacc=pixel_accuracy precision prec=precision
    recall rec=recall f1 fscore=f1 f2 fbeta=f1 fmeasure=f1 macrof1=f1 microf1=f1 auc auroc=auc auprc prauc=auprc
    iou miou dice dsc=dice jaccard=iou r2 pearson spearman correlation corr=correlation kappa mcc
    psnr ssim reward rewards=reward rew=reward epret=reward eprewmean=reward eprew=reward return returns=return ret=return utility winrate=win_rate wins=win_rate score scores=score fitness sensitivity specificity
    similarity likelihood elbo bacc=balanced_accuracy`,
  ),
  ...measures(
    'max',
    true,
    `ap map map50-95 map50 map75 ap50 ap75 mar ar bleu rouge rouge1 rouge2 rougel rougelsum meteor cider spice chrf sacrebleu=bleu
    ndcg mrr hits rank1 rank5 rank10 rank20 uas las aps apm apl ars arm arl macc aacc=accuracy pck pckh pdj em vqa nds topk match matches=match`,
  ),
  ...FIELD_MEASURES,
]);

/** Several words that name one thing, as they come in a name; looked up longest first. */
export const PHRASES: ReadonlyMap<string, string> = new Map(
  `${FIELD_PHRASES}|root mean squared error=rmse|root mean square error=rmse|root mse=rmse|mean squared error=mse|mean square error=mse
|mean absolute error=mae|mean absolute percentage error=mape|mean absolute percent error=mape
|mean squared logarithmic error=msle|mean average precision=map|average precision=ap|average recall=ar
|mean reciprocal rank=mrr|learning rate=lr|cross entropy loss=loss|cross entropy=loss|negative log likelihood=nll
|log loss=logloss|f1 score=f1|f0 5=fbeta|f0 5 score=fbeta|f score=f1|f measure=f1|f beta=f1|word error rate=wer|word error=wer
|character error rate=cer|char error rate=cer|phoneme error rate=per|equal error rate=eer|exact match=em
|learn rate=lr|ents f=ents f1|ents p=ents precision|ents r=ents recall|r squared=r2|r2 score=r2|r 2=r2|gradient norm=gradnorm|grad norm=gradnorm|top 1=top1|top 5=top5
|acc 1=acc1|acc 5=acc5|prec 1=prec1|prec 5=prec5|accuracy top1=accuracy|accuracy top5=top5|acc top1=accuracy
|acc top5=top5|top1 acc=accuracy|top5 acc=top5|top1 accuracy=accuracy|top5 accuracy=top5
|intersection over union=iou|mean iou=miou|balanced accuracy=bacc|area under curve=auc|roc auc=auc|pr auc=auprc
|bits per character=bpc|bits per byte=bpb|bits per dim=bpd|success rate=accuracy|win rate=winrate|rouge l=rougel|rouge 1=rouge1|rouge 2=rouge2|hit rate=hits|hit ratio=hits
|score at iteration=loss|explained variance=r2|log likelihood=likelihood|held out=validation|hold out=validation|error rate=error
|classification error=error|loss scale=lossscale|loss scaler=lossscale|ep rew=reward|ep ret=reward|ep return=reward|ep reward=reward|ep r=reward|ep len=length|value function loss=value loss
|weight decay=weightdecay|cache hit=packets|cache hits=packets|reward std=spread|so far=sofar|packet loss=packets|packets loss=packets|stop loss=price|loss streak=packets|losing streak=packets|profit loss=price|profit and loss=price
|per sec=persecond|per second=persecond
|rank 1=rank1|rank 5=rank5|rank 10=rank10|rank 20=rank20|r 1=recall1|r 5=recall5|r 10=recall10|r 20=recall20|r 50=recall50|hr 1=hits1|hr 5=hits5|hr 10=hits10|hr 20=hits20
|hit 1=hits1|hit 3=hits3|hit 5=hits5|hit 10=hits10|hit 20=hits20|l r=lr|final step=finalstep|tok s=persecond|it s=persecond|evaluation loss=validation loss|map 0 5 0 95=map50-95|map50 95=map50-95|map 50 95=map50-95|map 0 5=map50|map 0 75=map75
|err top1=error|error top1=error|top1 err=error|top1 error=error|top 1 err=error|top 1 error=error|err top 1=error|error top 1=error
|err top5=top5error|error top5=top5error|top5 err=top5error|top5 error=top5error|top 5 err=top5error|top 5 error=top5error|err top 5=top5error|error top 5=top5error`
    .split('|')
    .map(item => item.trim().split('=') as [string, string]),
);

/** Words that say what the numbers were computed on. */
export const SPLIT_WORDS: ReadonlyMap<string, Split> = new Map<string, Split>([
  ...'train training trn tr learn trained trian traning trainig'
    .split(' ')
    .map(word => [word, 'train'] as const),
  ...'val valid validation validating validaton vaildation validaiton vali va vld dev devel eval evaluation evaluate heldout holdout cv crossval'
    .split(' ')
    .map(word => [word, 'validation'] as const),
  ...'test testing tst te'.split(' ').map(word => [word, 'test'] as const),
]);

/** Split and measure grown together (`valloss`, `testacc`), and what they are. */
export const GROWN_TOGETHER =
  /^(train|trn|tr|valid|val|va|test|te|dev|eval)(loss|losses|acc|accuracy|err|error|iou|miou|dice|f1|auc|mae|mse|rmse|ppl|perplexity|score|map|bleu|wer|cer)$/;

/** Abbreviations that stand for a split and a measure. */
export const ABBREVIATIONS: ReadonlyMap<string, readonly [Split, string]> = new Map([
  ['trl', ['train', 'loss']],
  ['tel', ['validation', 'loss']],
  ['tloss', ['train', 'loss']],
  ['vloss', ['validation', 'loss']],
  ['vl', ['validation', 'loss']],
]);

/** Values of the optimizer and of bookkeeping that are worth drawing but belong to no split and have no better. */
export const SPLITLESS: ReadonlyMap<string, string> = new Map<string, string>([
  ['lr', 'learning_rate'],
  ['learningrate', 'learning_rate'],
  ['lrs', 'learning_rate'],
  // One learning rate for each group of parameters, as Ultralytics logs them.
  ...['lr0', 'lr1', 'lr2', 'lr3'].map(name => [name, 'learning_rate'] as const),
  ['gradnorm', 'grad_norm'],
  ['gnorm', 'grad_norm'],
  ['gradient', 'grad_norm'],
  ['momentum', 'momentum'],
  ['lossscale', 'loss_scale'],
  ['weightdecay', 'weight_decay'],
  ['beta', 'beta'],
  ['epsilon', 'epsilon'],
  ['mfu', 'mfu'],
]);

/** Words of columns that stand in every log and are no curve: time, speed, memory, counters, best so far. */
export const NOISE: ReadonlySet<string> = new Set(
  `time times seconds second secs sec ms minutes mins hours elapsed took eta remaining runtime duration timestamp date
  wall walltime fps throughput speed persecond tokens memory mem ram vram gpu cpu cpumem gpumem flos flops parameters params
  seed pid percentage percent progress best patience counter counters size sizes count num total_time version
  idx index id rank worker workers epochs episodes timesteps updates lossscaler samples images img_s threshold thr thresh cputime
  gputime passed date hostname ip port since bad improvement timing resources nimg maintenance trained sampled dur label predict features buffer sps wps ups wpb bsz tps tflops tflop tok toks dt lrm train_wall finalstep packets price usd eur dollars`.split(
    /\s+/,
  ),
);

/** Words that say how a value was averaged or where it stands, not what it is. */
export const FILLER: ReadonlySet<string> = new Set(
  `avg avr average mean running smoothed smooth epoch epochs step steps batch iter iteration main metrics metric set the
  on of total overall final value performance network per data dataset categorical sparse binary lm all results
  scalar scalars raw global rollout info learner default history hist list log logs curve values value per each final 0 1
  after in function summary undiscounted sofar episode episodic combined tot coef coeff coefficient r % for pseudo mini de の на
  moyen moyenne medio promedio mittlere mittlerer ortalama rata средний средняя средние 平均 평균`.split(
    /\s+/,
  ),
);
