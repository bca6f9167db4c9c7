import { problemSentence } from '../core/report/sentences/problems';
import { plainly } from '../core/report/say';
import { axisValues } from '../core/run/axis';
import { granularity } from '../core/run/axisScan';
import type { Run, Series } from '../core/run/run';
import { type PathReading, readPath } from '../node/readLogs';
import type { Command } from './command';
import { curvesText } from './curvesText';
import { eachPath } from './output';
import { PATTERN_OPTIONS, patternsOf } from './patterns';

function seriesJson(run: Run, series: Series): object {
  const axis = (name: 'epoch' | 'step'): number[] | null => {
    const values = axisValues(run, series, name);
    return values.every(Number.isNaN) ? null : [...values];
  };
  return {
    name: series.name,
    metric: series.metric,
    split: series.split,
    goal: series.goal,
    per: granularity(run, series),
    step: axis('step'),
    epoch: axis('epoch'),
    value: [...series.values.view()],
  };
}

/** What was read, as `curves --json` prints it (architecture.md, "The command line"). */
export function curvesJson(reading: PathReading): object {
  return {
    path: reading.path,
    runs: reading.runs.map(run => ({
      name: run.name,
      format: run.format,
      logs: run.logs,
      status: run.status,
      unit: run.unit,
      epochBase: run.epochBase,
      plannedEpochs: run.plannedEpochs,
      series: run.series.map(series => seriesJson(run, series)),
    })),
    problems: reading.problems.map(({ log, problem }) => ({
      log,
      line: problem.line,
      code: problem.code,
      message: problemSentence(problem, plainly),
    })),
  };
}

/** `epoch-lens curves`: what was read. */
export const curves: Command = {
  name: 'curves',
  summary: 'what was read: runs, curves, points',
  usage: 'PATH…',
  options: PATTERN_OPTIONS,
  run: async (args, io) => {
    const patterns = await patternsOf(args, io.say);
    return eachPath(args, io, async path => {
      const onLog = (log: string) => io.progress(`${path}: ${log}`);
      const reading = await readPath(path, { onLog, patterns });
      return { json: () => curvesJson(reading), text: () => curvesText(reading, io.say) };
    });
  },
};
