import { analyse } from '../../analysis/analyse';
import { assemble } from '../../run/assemble';
import { FollowedFile } from '../../run/followedFile';
import type { Run } from '../../run/run';
import { withFacts } from '../../run/withFacts';
import { judgedRun } from '../judgedRun';
import type { FindGround, FindPreferences, FoundFile, FoundLog } from './foundLog';
import { logsOfRuns } from './logsOfRuns';

/** Larger logs are read when they are opened. */
const LARGEST = 64_000_000;

/** A file of the folder, and its runs where they are held. */
interface Member {
  readonly file: FoundFile;
  readonly isGrowing: boolean;
  runs: readonly Run[] | null;
}

/** The logs of one run's folder (or of what may be one), read together: which of them hold a run together only their values tell. */
export class RunFolder {
  readonly root: string;
  /** Whether something in it is not as it is known: it has to be read. */
  isNew = false;
  readonly #ground: FindGround;
  readonly #members = new Map<string, Member>();
  readonly #facts = new Set<string>();

  /** `root`: what its logs are relative to. */
  constructor(ground: FindGround, root: string, facts: Iterable<string> = []) {
    this.#ground = ground;
    this.root = root;
    for (const path of facts) this.#facts.add(path);
  }

  get files(): readonly FoundFile[] {
    return [...this.#members.values()].map(({ file }) => file);
  }

  get facts(): Iterable<string> {
    return this.#facts;
  }

  /** Values that are held, so that a log that is met later need not have the others read again. */
  get held(): number {
    let sum = 0;
    for (const { runs } of this.#members.values())
      for (const run of runs ?? []) sum += run.series.reduce((all, { count }) => all + count, 0);
    return sum;
  }

  /** `isNew`: it is not as it is known; `isGrowing`: somebody saw it grow just now. */
  add(
    file: FoundFile,
    { isNew, isGrowing = false }: { readonly isNew: boolean; readonly isGrowing?: boolean },
  ): void {
    this.#members.set(file.log, { file, isGrowing, runs: null });
    this.isNew ||= isNew;
  }

  /** A file that says something of its runs beside their logs. */
  note(path: string): void {
    this.#facts.add(path);
  }

  release(): void {
    for (const member of this.#members.values()) member.runs = null;
  }

  /** Reads what is not held, and judges all of it. A log of more than `largest` bytes is read when it is opened. */
  async read(
    { analysis, patterns }: FindPreferences,
    largest = LARGEST,
  ): Promise<readonly FoundLog[]> {
    this.isNew = false;
    const own: Run[] = [];
    for (const member of this.#members.values()) {
      const isLarge = member.file.size > largest;
      own.push(...(member.runs ??= isLarge ? [] : await this.#runsOf(member, () => patterns)));
    }
    const facts = [...this.#facts];
    const runs = withFacts(assemble(own), await this.#ground.facts(this.root, facts));
    return logsOfRuns([...this.#members.keys()], runs).map(part => {
      const files = part.files.map(log => this.#members.get(log)!.file);
      const judged = part.runs.map(run => judgedRun({ run, analysis: analyse(run, analysis) }));
      const log = foundLog({ root: this.root, files, facts }, judged, this.#ground);
      const isLarge = judged.length === 0 && files.some(({ size }) => size > largest);
      return { ...log, isLarge };
    });
  }

  async #runsOf(
    { file: { log, size }, isGrowing }: Member,
    patterns: () => FindPreferences['patterns'],
  ): Promise<readonly Run[]> {
    if (size === 0) return [];
    const source = this.#ground.source(this.root, log);
    const file = new FollowedFile(log, source, undefined, patterns);
    if (isGrowing) file.sawGrowth();
    try {
      await file.update();
    } catch {
      return [];
    }
    return file.runs;
  }
}

/** What is told of the runs in some files. */
export function foundLog(
  { root, files, facts }: Pick<FoundLog, 'root' | 'files' | 'facts'>,
  runs: FoundLog['runs'],
  ground: Pick<FindGround, 'pathOf'>,
): FoundLog {
  const path = ground.pathOf(root, files[0]!.log);
  const modified = Math.max(...files.map(file => file.modified));
  const kept = runs.length > 0 ? facts : [];
  return { path, root, files, facts: kept, modified, runs, isLarge: false };
}
