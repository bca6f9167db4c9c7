import type { Evidence, PlacedRun, ProjectFacts, Source } from './evidence/evidence';
import { FileFacts } from './evidence/fileFacts';
import { isBelow } from './paths';
import type { AnalysedRun, ConfigFile } from './project';
import { homeOf } from './runHome';
import { isRunRecord, recordHome } from './runRecord';

export type { Evidence, PlacedRun, ProjectFacts, Source };

/** What the files, runs and names of a project say before anything is linked. */
export interface ProjectInput {
  readonly files: readonly ConfigFile[];
  readonly runs: readonly AnalysedRun[];
  /** Paths of all files, relative to the project. */
  readonly tree: readonly string[];
}

/** Sorts a project's files into sources and records, and its runs into their folders. */
export function factsOf({ files, runs, tree }: ProjectInput): ProjectFacts {
  const logs = [...new Set(runs.flatMap(({ run }) => run.logs))];
  const records = files.filter(file => isRunRecord(file.path, logs));
  const isRecord = new Set(records);
  const copies = records.flatMap(totals);
  return {
    files,
    sources: files.filter(file => !isRecord.has(file)).flatMap(totals),
    copies,
    runs: runs.map(placed),
    tree,
    texts: new FileFacts(files),
    recordsOf: run => nearest(run, copies),
  };
}

function totals(file: ConfigFile): readonly Source[] {
  return file.settings
    .filter(setting => setting.primary && setting.kind !== 'patience')
    .map(setting => ({ file, setting }));
}

function placed(analysed: AnalysedRun): PlacedRun {
  const { logs } = analysed.run;
  return { analysed, logs, home: homeOf(logs[0] ?? '') };
}

/** The records in the deepest folder that holds the run. */
function nearest(run: PlacedRun, copies: readonly Source[]): readonly Source[] {
  let home = '';
  let found: Source[] = [];
  for (const copy of copies) {
    // A log that repeats its own plan is no second witness.
    if (run.logs.includes(copy.file.path)) continue;
    const own = recordHome(copy.file.path);
    const holds = run.logs.every(log => (own === '' ? !log.includes('/') : isBelow(log, own)));
    if (!holds || own.length < home.length) continue;
    if (own !== home) found = [];
    home = own;
    found.push(copy);
  }
  return found;
}
