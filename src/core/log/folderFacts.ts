import { type EpochTable, epochTableIn, isEpochTable } from './epochTable';
import { MLFLOW_RUN } from './folder';
import { placeOf } from './folders';
import type { RunStatus } from './format';
import { isSettingsOfRun, type Planned, plannedIn } from './plannedIn';

/** What the files beside a log say of its run. */
export interface FolderFacts {
  planned: Planned | null;
  /** What the run is called; for the folder of several runs, what they are together. */
  name: string | null;
  status: RunStatus | null;
  /** Which epoch each step was in. */
  epochs: EpochTable | null;
  readonly parameters: Map<string, string>;
}

/** MLflow's file store: a file per parameter, the name as a tag, and what a run or an experiment is. */
const MLFLOW = /(?:^|\/)(?:params\/[^/]{1,250}|tags\/mlflow\.runName|meta\.yaml)$/;
/** By number, as MLflow's file store writes it (RunStatus in its service.proto). */
const STATUS: ReadonlyMap<string, RunStatus> = new Map<string, RunStatus>([
  ['3', 'finished'],
  ['4', 'interrupted'],
  ['5', 'interrupted'],
]);
const LONGEST = 500;

/** Gathers what the files of a folder say of the runs in it. */
export class FactsOfFolders {
  readonly #facts = new Map<string, FolderFacts>();

  /** Whether a file of this path may say something. */
  static concerns(path: string): boolean {
    return isSettingsOfRun(path) || MLFLOW.test(path) || isEpochTable(path);
  }

  /** The files that may say what the run of a log is called, where its kind keeps them in places of their own; they may be missing. */
  static around(log: string): readonly string[] {
    const { run } = placeOf(log);
    const at = run.lastIndexOf('/') + 1;
    if (!MLFLOW_RUN.test(run.slice(at))) return [];
    return [`${run.slice(0, at)}meta.yaml`, `${run}/meta.yaml`, `${run}/tags/mlflow.runName`];
  }

  /** What is known of the run in a folder. */
  of(folder: string): FolderFacts | undefined {
    return this.#facts.get(folder);
  }

  /** Takes in the beginning of a file. */
  note(path: string, text: string): void {
    const facts = this.#at(placeOf(path).run);
    const parts = path.split('/');
    if (isSettingsOfRun(path)) facts.planned = plannedIn(text) ?? facts.planned;
    else if (isEpochTable(path)) facts.epochs = epochTableIn(path, text);
    else if (parts.at(-1) === 'meta.yaml') noteMeta(facts, text);
    else if (parts.at(-2) === 'tags') facts.name = text.trim().slice(0, LONGEST);
    else {
      const [name, value] = [parts.at(-1)!, text.trim().slice(0, LONGEST)];
      facts.parameters.set(name, value);
      facts.planned ??= plannedIn(`${name}: ${value}`);
    }
  }

  #at(folder: string): FolderFacts {
    const known = this.#facts.get(folder);
    if (known !== undefined) return known;
    const facts = {
      planned: null,
      name: null,
      status: null,
      epochs: null,
      parameters: new Map<string, string>(),
    };
    this.#facts.set(folder, facts);
    return facts;
  }
}

function noteMeta(facts: FolderFacts, text: string): void {
  if (!/^experiment_id:/m.test(text)) return;
  const value = (key: string): string =>
    new RegExp(`^${key}:[ \\t]*['"]?([^'"\\r\\n]{1,250})`, 'm').exec(text)?.[1]?.trim() ?? '';
  facts.name ??= value('run_name') || value('name') || null;
  facts.status = STATUS.get(value('status')) ?? null;
}
