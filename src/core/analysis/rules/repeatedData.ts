import { findingOn, type Rule } from '../rule';
import { noEvaluations } from '../evaluations';
import type { Run } from '../../run/run';

/** Epochs over the same text that are about as good as new text (Muennighoff et al. 2023, section 5). */
const AS_GOOD = 4;

/** Their R*: the value of repetition falls by e each so many repetitions (table of fitted constants: 15.39). */
const HALF_LIFE = 15.39;

/** Words of models that are trained to continue text, in the names and values that logs repeat. */
const LANGUAGE = /causal_?lm|(?:^|[^a-z])(?:gpt|llama|mistral|qwen|opt-|bloom|pythia|phi-|gemma)/i;

/** Parameters that name the model. */
const MODEL = /model|architecture|arch|config|dataset/i;

/** Metrics that only models of sequences of tokens have. */
const TOKENS = /^(?:perplexity|bpb|bpc)$/;

/** What is measured of translations, transcriptions, summaries and classes: pairs, to which the law was not fitted. */
const PAIRS = /(?:bleu|chrf|wer|cer|rouge|meteor|translation|f1|precision)$/;

/**
 * A language model that saw the same text more than four times: what another epoch is worth against new text,
 * exp(−(epochs − 1) / 15.4), and how many epochs of new text all of them were worth (Muennighoff et al. 2023).
 * Evidence: series; epochs; nextPercent (worth of another epoch, of one over new text); worthEpochs (epochs of new text).
 */
export const repeatedData: Rule = {
  id: 'repeated-data',
  check(facts) {
    const { run, curve } = facts;
    const epochs = epochsOf(run, facts.trained);
    if (!(epochs > AS_GOOD) || !isLanguageModel(run)) return null;
    const points = curve?.points ?? noEvaluations;
    const stretch = { points, from: 0, to: points.length - 1 };
    return findingOn(stretch, 'repeated-data', 'information', {
      series: facts.monitor.name,
      epochs,
      nextPercent: 100 * Math.exp(-epochs / HALF_LIFE),
      worthEpochs: 1 + HALF_LIFE * (1 - Math.exp(-(epochs - 1) / HALF_LIFE)),
    });
  },
};

/** Passes over the data; NaN where steps are not known to make epochs. */
function epochsOf({ unit, stepsPerEpoch, plannedEpochs }: Run, trained: number): number {
  // An evaluation after the last epoch counts as one more in some logs.
  if (unit === 'epoch') return Math.min(trained, plannedEpochs ?? Infinity);
  if (unit === 'round' || stepsPerEpoch === null) return NaN;
  return trained / stepsPerEpoch;
}

function isLanguageModel({ series, parameters }: Run): boolean {
  if (series.some(({ metric }) => PAIRS.test(metric))) return false;
  if (series.some(({ metric }) => TOKENS.test(metric))) return true;
  for (const [name, value] of parameters)
    if (MODEL.test(name) && value.length < 200 && LANGUAGE.test(value)) return true;
  return false;
}
