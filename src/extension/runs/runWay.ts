import { isEventFileName } from '../../core/log/logName';
import { placeOf } from '../../core/log/folders/index';
import type { FoundLog } from '../../core/project/find/foundLog';
import type { JudgedRun } from '../../core/project/judgedRun';
import { ownWordsOf } from '../../core/run/assemble/entity';

/** Where a run stands in the tree of runs. */
export interface RunWay {
  /** Folder or experiment, relative to the folder that was searched, `/` between parts; '': that itself. */
  readonly folder: string;
  readonly name: string;
  /** The name says nothing beside the folder: `train.log`. */
  readonly isPlain: boolean;
}

/** A log of so many runs is a group of its own. */
const MANY = 3;

/** The way to a run by its name, which begins with its log, is the folder of its logs, or is what a tracker calls it. */
export function wayOf({ files, runs }: FoundLog, judged: JudgedRun | null): RunWay {
  const logs = judged?.run.logs ?? files.map(file => file.log);
  const [log = ''] = logs;
  const name = judged?.run.name ?? log;
  if (name === log) return wayOfLog(logs);
  if (!name.startsWith(`${log} `))
    return { folder: parentOf(name), name: lastOf(name), isPlain: false };
  const called = name.slice(log.length + 1);
  return runs.length >= MANY
    ? { folder: log, name: called, isPlain: false }
    : { folder: placeOf(log).run, name: `${lastOf(log)} ${called}`, isPlain: false };
}

/** Which of several files gave a run its name says nothing. */
function wayOfLog(logs: readonly string[]): RunWay {
  const [log = ''] = logs;
  const isPlain = logs.length > 1 || isPlainName(log);
  return { folder: placeOf(log).run, name: lastOf(log), isPlain };
}

/** The folder around a folder; '' around the outermost. */
export function parentOf(folder: string): string {
  return folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
}

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const isPlainName = (log: string) =>
  isEventFileName(log) || /\.wandb$/i.test(log) || ownWordsOf(log) === '';
