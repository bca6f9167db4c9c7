import type { AnalysedRun } from '../../core/project/project';
import type {
  ProjectQuestion,
  ProjectReader,
  ProjectRuns,
} from '../../core/project/projectReading';
import { receivedRun } from '../../core/run/sentRun';
import type { SentProject } from './messages';
import type { ReaderThread } from './readerThread';

/** A folder whose runs another thread reads: what did not change is not sent again. */
export class RemoteProject implements ProjectReader {
  readonly #thread: ReaderThread;
  readonly #folder: string;
  readonly #project: number;
  #runs: readonly AnalysedRun[] = [];

  constructor(folder: string, thread: ReaderThread) {
    this.#folder = folder;
    this.#thread = thread;
    this.#project = thread.number();
  }

  async read(question: ProjectQuestion): Promise<ProjectRuns> {
    const [project, folder] = [this.#project, this.#folder];
    const { logs, runs } = await this.#thread.answer<SentProject>(ask => {
      return { type: 'readProject', ask, project, folder, question };
    });
    const before = this.#runs;
    this.#runs = runs.map(each => {
      if (typeof each === 'number') return before[each]!;
      return { run: receivedRun(each.run), analysis: each.analysis };
    });
    return { logs, runs: this.#runs };
  }

  refresh(paths: readonly string[]): Promise<boolean> {
    const project = this.#project;
    return this.#thread.answer<boolean>(ask => ({ type: 'refreshProject', ask, project, paths }));
  }

  dispose(): void {
    this.#thread.tell({ type: 'endProject', project: this.#project });
  }
}
