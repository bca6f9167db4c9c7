import type { AnalysedRun } from '../../core/project/project';
import { type ProjectGround, ProjectReading } from '../../core/project/projectReading';
import { sentRun } from '../../core/run/sentRun';
import type { FromReader, SentProject, ToProjectHost } from './messages';

/** What it needs from its thread. */
export interface ProjectHostOptions {
  readonly ground: (folder: string) => ProjectGround;
  readonly post: (message: FromReader) => void;
}

interface Hosted {
  readonly reading: ProjectReading;
  /** The runs that were sent last. */
  sent: readonly AnalysedRun[];
}

/** The projects that a thread reads for another one. */
export class ProjectHost {
  readonly #options: ProjectHostOptions;
  readonly #projects = new Map<number, Hosted>();

  constructor(options: ProjectHostOptions) {
    this.#options = options;
  }

  receive(message: ToProjectHost): void {
    switch (message.type) {
      case 'readProject':
        void this.#answer(message.ask, this.#read(message));
        break;
      case 'refreshProject':
        void this.#answer(message.ask, this.#refresh(message.project, message.paths));
        break;
      case 'endProject':
        this.#projects.get(message.project)?.reading.dispose();
        this.#projects.delete(message.project);
    }
  }

  /** What fails is answered by nothing: whoever asked is told that it was not read. */
  async #answer(ask: number, work: Promise<SentProject | boolean>): Promise<void> {
    const answer = await work.catch(() => undefined);
    this.#options.post({ type: 'answer', ask, answer });
  }

  async #read({
    project,
    folder,
    question,
  }: Extract<ToProjectHost, { type: 'readProject' }>): Promise<SentProject> {
    const hosted = this.#projects.get(project) ?? this.#open(project, folder);
    const { logs, runs } = await hosted.reading.read(question);
    const before = new Map(hosted.sent.map((run, at) => [run, at]));
    hosted.sent = runs;
    const sent = runs.map(
      each => before.get(each) ?? { run: sentRun(each.run), analysis: each.analysis },
    );
    return { logs, runs: sent };
  }

  #open(project: number, folder: string): Hosted {
    const hosted = { reading: new ProjectReading(this.#options.ground(folder)), sent: [] };
    this.#projects.set(project, hosted);
    return hosted;
  }

  async #refresh(project: number, paths: readonly string[]): Promise<boolean> {
    return (await this.#projects.get(project)?.reading.refresh(paths)) ?? false;
  }
}
