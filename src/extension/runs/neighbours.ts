import { placeOf } from '../../core/log/folders/index';
import type { FoundLog } from '../../core/project/find/foundLog';
import type { JudgedRun } from '../../core/project/judgedRun';
import { parentOf } from './runWay';

/** The runs that stand with one: those of its own folder, or, where it is alone there, of the folders beside it. It may be among them. */
export function neighboursOf(log: FoundLog, logs: readonly FoundLog[]): readonly JudgedRun[] {
  const folder = folderOf(log);
  const others = logs.filter(each => each.root === log.root && each.path !== log.path);
  const beside = others.filter(each => folderOf(each) === folder);
  const around = () => others.filter(each => parentOf(folderOf(each)) === parentOf(folder));
  const isAlone = beside.length === 0 && log.runs.length < 2;
  return [log, ...(isAlone ? around() : beside)].flatMap(each => each.runs);
}

const folders = new WeakMap<FoundLog, string>();

function folderOf(log: FoundLog): string {
  const folder = folders.get(log) ?? placeOf(log.files[0]!.log).run;
  folders.set(log, folder);
  return folder;
}
