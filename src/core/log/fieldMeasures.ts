import { type Measure, measures } from './measure';

/** Measures of single fields of work, by the one word for them (`FIELD_PHRASES` makes one of several). */
export const FIELD_MEASURES: readonly (readonly [string, Measure])[] = [
  // Regression and forecasting
  ...measures(
    'min',
    false,
    `nrmse rrmse nmse nmae mre wmape wape mdape maape mase rae rse rrse medae crps pinball quantile logcosh
    mspe rmspe relerror=relative_error rell2=relative_l2 dssim`,
  ),
  ...measures(
    'max',
    false,
    'r²=r2 pearsonr=pearson spearmanr=spearman pcc=pearson srcc=spearman plcc=pearson nse kge',
  ),
  // Classification, survival and clustering
  ...measures('min', false, 'misclassification fpr fnr far frr mistakes=error'),
  ...measures('max', false, 'tpr tnr bacc=balanced_accuracy loglik=likelihood'),
  ...measures('min', true, 'fpr95 hter apcer bpcer acer mindcf dbi=davies_bouldin ibs'),
  ...measures(
    'max',
    true,
    `ppv npv uar qwk cindex kendall ccc gini youden pixelauc=pixel_auc imageauc=image_auc nmi ari ami silhouette aupr=auprc pass1`,
  ),
  // Detection, segmentation, depth, pose, tracking and driving
  ...measures(
    'min',
    true,
    'sqrel silog flall masd missrate minade minfde idsw collisions=collision_rate',
  ),
  ...measures('max', true, 'nsd pq oks mota motp idf1 hota assa deta amota boundaryf1'),
  // Images, sound and language
  ...measures('min', true, 'fvd fad frechet brisque mmd jsd'),
  ...measures(
    'max',
    true,
    `inception mos dnsmos utmos pesq stoi estoi visqol bertscore comet bleurt sari spbleu mauve clipscore chrfpp=chrf`,
  ),
  ...measures('max', false, 'sisdr sisnr sisnri sisdri segsnr msssim'),
  ...measures('min', false, 'chamfer freeenergy'),
  // What moves and has no better: of agents, of models with a codebook, of preference training
  ...measures(
    null,
    false,
    'entropy approxkl codeuse=codebook_perplexity chosen rejected gradpenalty=gradient_penalty',
  ),
];

/**
 * Abbreviations that are words of other things as well: a measure only in capitals or beside a split (`CD`, `val_cd`),
 * where nothing else stands in the name.
 */
export const ABBREVIATED: ReadonlyMap<string, Measure> = new Map([
  ...measures('min', true, 'cd=chamfer emd per ser ade fde mce'),
  ...measures('max', true, 'is=inception ks lift elo sdr snr'),
]);

/** Several words that name one of these. */
export const FIELD_PHRASES = `pixel auroc=pixelauc|image auroc=imageauc|rand index=ari|adjusted rand=ari|adjusted rand index=ari|c index=cindex|concordance index=cindex|jaccard index=iou
|concordance correlation=ccc|kendall tau=kendall|kendall s tau=kendall|cohen s kappa=kappa|weighted kappa=kappa|quadratic kappa=kappa
|matthews corrcoef=mcc|mutual info=nmi|davies bouldin=dbi|mean rank=meanr|median rank=medr|med r=medr|mn r=mnr
|false positive rate=fpr|false negative rate=fnr|true positive rate=tpr|true negative rate=tnr|false alarm rate=far|false alarm=far
|false accept rate=far|false acceptance rate=far|false reject rate=frr|false rejection rate=frr|positive predictive value=ppv
|negative predictive value=npv|miss rate=missrate|mean absolute scaled error=mase|median absolute error=medae
|relative absolute error=rae|root relative squared error=rrse|med ae=medae|log cosh=logcosh|relative error=relerror|rel error=relerror
|rel err=relerror|relative l2=rell2|rel l2=rell2|relative l2 error=rell2|abs rel=absrel|sq rel=sqrel|absolute relative=absrel|fl all=flall
|min ade=minade|min fde=minfde|displacement error=epe|id switches=idsw|id switch=idsw|panoptic quality=pq
|collision rate=collisions|crash rate=collisions|failure rate=error|misclassification rate=misclassification
|min dcf=mindcf|t dcf=mindcf|inception score=inception|frechet distance=frechet|ms ssim=msssim|si sdr=sisdr|si snr=sisnr|si snri=sisnri
|si sdri=sisdri|seg snr=segsnr|bert score=bertscore|clip score=clipscore|chr f=chrf|chrf pp=chrf|mean opinion score=mos
|chamfer distance=chamfer|chamfer dist=chamfer|cos sim=similarity|cosine sim=similarity
|free energy=freeenergy|approx kl=approxkl|codebook perplexity=codeuse|codebook usage=codeuse|gradient penalty=gradpenalty
|grad penalty=gradpenalty|rewards chosen=chosen|rewards rejected=rejected|policy entropy=entropy|neg log likelihood=nll
|explained var=r2|nash sutcliffe=nse|f0 5=f1|f 0 5=f1|map 50=map50|map 75=map75|ap 50=ap50|ap 75=ap75
|p 1=precision1|p 3=precision3|p 5=precision5|p 10=precision10|p 20=precision20|p 100=precision100|pass 1=pass1`;
