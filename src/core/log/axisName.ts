import type { FieldRole, RunUnit } from './format';
import { wordsOf } from './words';

const EPOCH = new Set([
  'epoch',
  'ep',
  'epoch num',
  'epoch number',
  'current epoch',
  'epoch idx',
  'epoch id',
  'epoch no',
]);
const STEP = new Set(
  `step|steps|global step|global steps|trainer global step|iteration|iter|iters|iterations|it|current steps|current step|total timesteps
|timesteps|timesteps total|total steps|num timesteps|training iteration|train step|train steps|training step|update
|updates|num updates|n updates|batch|batch idx|batch id|round|boosting round|tree|trees|kimg|progress kimg|kimg mean
|progress kimg mean|tick|step num|global iter|global iteration|optimizer step|samples seen|env step|env steps|frames
|total frames|environment steps|environment step|env interacts|total env interacts|gradient steps|grad steps|num iters|n iters
|actor steps|learner steps|number of trees|num trees|step id|episode|episodes|episode num|episode number|episode id|current episode|total episodes|total env steps|num env steps|misc total timesteps|time total timesteps|total num steps|itr|generation`
    .split('|')
    .map(name => name.trim()),
);
const TIME = new Set(
  `wall time|walltime|timestamp|elapsed|elapsed time|total time|relative time|relative time process|created at
|time elapsed|time total s|passed time`
    .split('|')
    .map(name => name.trim()),
);

/** The role a column's name gives it: an axis, or a value. Prefixes such as `train/` or `trainer/` do not matter. */
export function roleOfName(name: string): FieldRole {
  const words = wordsOf(name);
  const plain = words.join(' ');
  if (EPOCH.has(plain)) return 'epoch';
  if (STEP.has(plain)) return 'step';
  if (TIME.has(plain)) return 'time';
  const tail = words.slice(1).join(' ');
  if (/^(?:train|trainer|training|global|info|misc|log|time|charts)$/.test(words[0] ?? '')) {
    if (EPOCH.has(tail)) return 'epoch';
    if (/^(?:global step|step|steps|iteration|iter|total timesteps)$/.test(tail)) return 'step';
  }
  return 'value';
}

/** What a step column counts, by its name. */
export function unitOfName(name: string): RunUnit {
  const words = wordsOf(name);
  if (words.some(word => word === 'round' || word === 'tree' || word === 'trees')) return 'round';
  return words.some(word => /^(?:iter|iters|iteration|iterations|it|itr)$/.test(word))
    ? 'iteration'
    : 'step';
}

/** Whether a counter is of episodes: of games, or of a series on television. */
export function isEpisode(name: string): boolean {
  return /\bepisodes?\b/.test(wordsOf(name).join(' '));
}

/** How good a column is as the axis of its role: a global step beats a step beats a batch. Higher is better. */
export function axisRank(name: string): number {
  const plain = wordsOf(name).join(' ');
  if (plain.includes('training iteration')) return 4;
  if (/global step|total timesteps|timesteps total|num timesteps|global iter/.test(plain)) return 3;
  if (/^(?:step|epoch|iteration|current steps|kimg|progress kimg mean)$/.test(plain)) return 2;
  if (/total (?:env |num )?(?:steps|frames)|env steps?$/.test(plain)) return 2;
  // Beside the number of an episode, `steps` are how long it was; of all counters, `episodes` is the coarsest.
  if (isEpisode(name)) return plain === 'episodes' ? 0 : 1.5;
  return plain === 'steps' ? 1.25 : 1;
}
