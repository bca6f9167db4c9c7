import type { PairLine } from './plan';

/** `|    total_timesteps | 2048 |` */
const ROW = /^\s*\|(\s*[A-Za-z][^|]{0,60})\|[^|]{1,40}\|\s*$/;
/** `  episode_reward_mean: 20.5`, `Evaluation/AverageReturn    21.2` */
const LINE = /^(\s{0,40}[A-Za-z][\w/.() -]{0,60}?)(?::\s+|\s{2,80})[+-]?[\d.]\S{0,30}\s*$/;
/** `| time/    |    |` */
const GROUP = /^\s*\|(\s*[\w-]+\/)\s*\|[\s|]*$/;
/** `Result for PPO_CartPole-v0_ab123_00000:`, as Ray prints it. */
const OPENS = /^Result for \S{1,200}:\s*$/;
/** `-----------------  -------`, above and below the names and their values. */
const RULE = /^\s*-{3,200}\s{1,80}-{3,200}\s*$/;

/** What a line with numbers is to a block of names with values. */
export function pairOf(message: string, numbers: number): PairLine | null {
  if (numbers !== 1) return OPENS.test(message) ? { kind: 'opens', name: '' } : null;
  const row = ROW.exec(message)?.[1];
  if (row !== undefined) return { kind: 'row', name: row.trimEnd() };
  const line = LINE.exec(message)?.[1];
  if (line !== undefined) return { kind: 'line', name: line };
  return OPENS.test(message) ? { kind: 'opens', name: '' } : null;
}

/** What a line without numbers is to one: the head of a group, or of the block. */
export function groupOf(message: string): PairLine | null {
  const group = GROUP.exec(message)?.[1];
  if (group !== undefined) return { kind: 'row', name: group };
  return OPENS.test(message) ? { kind: 'opens', name: '' } : null;
}

/** What a line without letters and digits is to one. */
export function ruleOf(message: string): PairLine | null {
  return RULE.test(message) ? { kind: 'rule', name: '' } : null;
}
