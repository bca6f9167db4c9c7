import { evaluationsOf } from '../core/analysis/evaluations';
import { judgedRun } from '../core/project/judgedRun';
import type { FollowedLog } from '../core/project/followedLog';
import type { AnalysedRun } from '../core/project/project';
import type { Say } from '../core/report/say';
import { findingSentence } from '../core/report/sentences/findings';
import { runningLine } from '../core/report/sentences/running';
import { stateWord } from '../core/report/sentences/states';
import { shownName } from '../core/report/shownName';
import { sparkline } from '../core/report/sparkline';
import { reasonOf } from './output';

/** A path that is watched. */
export interface WatchedPath {
  readonly path: string;
  readonly log: FollowedLog;
}

/** Characters of a screen. */
export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** Bars of a curve. */
const CURVE = 24;

/** How the logs stand, in lines that fit the screen: runs that are written first, the newest of the others behind them. */
export function watchScreen(
  watched: readonly WatchedPath[],
  { columns, rows }: ScreenSize,
  say: Say,
): readonly string[] {
  const blocks = watched.flatMap(each => blocksOf(each, say));
  blocks.sort((a, b) => Number(b.isRunning) - Number(a.isRunning));
  const most = Math.max(4, rows - 2);
  const lines: string[] = [];
  let left = blocks.length;
  for (const block of blocks) {
    if (lines.length + block.lines.length > most) break;
    lines.push(...block.lines);
    left--;
  }
  if (left > 0) lines.push(say('{count} more runs', { count: left }));
  return lines.map(line =>
    Array.from(line)
      .slice(0, Math.max(20, columns - 1))
      .join(''),
  );
}

interface Block {
  readonly isRunning: boolean;
  readonly lines: readonly string[];
}

function blocksOf({ path, log }: WatchedPath, say: Say): Block[] {
  const { stage, runs } = log;
  const name = shownName(path);
  if (stage.stage === 'failed' || stage.stage === 'stale')
    return [one(say('{path}: {reason}', { path: name, reason: reasonOf(stage.error) }))];
  if (runs.length === 0)
    return [one(stage.stage === 'loading' ? name : say('{path}: no curve in it', { path: name }))];
  // The last run of a log is the newest.
  return runs.toReversed().map(each => blockOf(each, say));
}

const one = (line: string): Block => ({ isRunning: true, lines: [line] });

function blockOf(each: AnalysedRun, say: Say): Block {
  const { run, analysis } = each;
  const isRunning = run.status === 'running';
  const word = stateWord(analysis.state, analysis, say, run.unit);
  const findings = analysis.findings.filter(({ severity }) => severity !== 'information');
  return {
    isRunning,
    lines: [
      `${isRunning ? '●' : '○'} ${say('{name}: {line}', { name: shownName(run.name), line: word })}`,
      `  ${runningLine(judgedRun(each), say)}  ${curveOf(each)}`.trimEnd(),
      ...findings.map(finding => `  ${findingSentence(finding, run, say)}`),
    ],
  };
}

function curveOf({ run, analysis }: AnalysedRun): string {
  const { monitor } = analysis;
  const series = run.series[monitor?.index ?? -1];
  if (monitor === null || series === undefined) return '';
  return sparkline(evaluationsOf(run, series, monitor.goal).values, CURVE);
}
