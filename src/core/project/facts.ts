import type { PlacedRun, ProjectFacts, Source } from './evidence/evidence';
import type { TextFacts } from './evidence/textFacts';
import { groupedBy } from './groupedBy';
import type { HandTies } from './handTies';
import { LogPlaces } from './logPlaces';
import { folderOf, foldersAbove } from './paths';
import type { AnalysedRun, ConfigFile } from './project';
import { homeOf, runNameOf } from './runHome';
import { isRunRecord, recordHome } from './runRecord';

/** What the files, runs and names of a project say before anything is linked. */
export interface ProjectInput {
  readonly files: readonly ConfigFile[];
  readonly runs: readonly AnalysedRun[];
  /** Paths of all files, relative to the project. */
  readonly tree: readonly string[];
  /** What the user said. */
  readonly handTies?: HandTies;
}

/** Sorts a project's files into sources and records, and its runs into their folders. */
export function factsOf(
  { files, runs, tree, handTies }: ProjectInput,
  texts: TextFacts,
): ProjectFacts {
  const logs = new LogPlaces(runs.flatMap(({ run }) => run.logs));
  const records = files.filter(file => isRunRecord(file.path, logs));
  const isRecord = new Set(records);
  const sources = files.filter(file => !isRecord.has(file)).flatMap(totals);
  const copies = records.flatMap(totals);
  return {
    files,
    sources,
    sourcesIn: groupedBy(sources, ({ file }) => file),
    copies,
    runs: runs.map(placed),
    logs,
    tree,
    texts,
    saidOf: saidBy(handTies, runs),
    recordsOf: recordsFinder(copies),
  };
}

function saidBy(handTies: HandTies | undefined, runs: readonly AnalysedRun[]) {
  const names = new Set(runs.map(({ run }) => run.name));
  const isThere = (name: string) => names.has(name);
  return ({ analysed }: PlacedRun) => handTies?.of(analysed.run, isThere) ?? null;
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

/** Finds the records in the deepest folder that holds a run; every run is looked up once. */
function recordsFinder(copies: readonly Source[]): (run: PlacedRun) => readonly Source[] {
  const homes = groupedBy(copies, copy => recordHome(copy.file.path));
  const twins = groupedBy(copies, copy => runNameOf(recordHome(copy.file.path)));
  const known = new Map<PlacedRun, readonly Source[]>();
  return run => {
    let records = known.get(run);
    if (records === undefined) known.set(run, (records = recordsFor(run, homes, twins)));
    return records;
  };
}

/** The records above a run, else those of the same run in another branch. */
function recordsFor(
  run: PlacedRun,
  homes: ReadonlyMap<string, readonly Source[]>,
  twins: ReadonlyMap<string | null, readonly Source[]>,
): readonly Source[] {
  const above = nearest(run, homes);
  const name = runNameOf(folderOf(run.logs[0] ?? ''));
  return above.length > 0 || name === null ? above : (twins.get(name) ?? []);
}

function nearest(
  { logs }: PlacedRun,
  homes: ReadonlyMap<string, readonly Source[]>,
): readonly Source[] {
  for (const folder of foldersAbove(logs[0] ?? '')) {
    // A log that repeats its own plan is no second witness.
    const records = homes.get(folder)?.filter(copy => !logs.includes(copy.file.path)) ?? [];
    if (records.length > 0 && logs.every(log => holds(folder, log))) return records;
  }
  return [];
}

/** A record at the root is about the logs beside it only. */
function holds(folder: string, log: string): boolean {
  return folder === '' ? !log.includes('/') : log.startsWith(`${folder}/`);
}
