import { defaultPreferences } from '../core/analysis/preferences';
import { FollowedLog } from '../core/project/followedLog';
import { suggestRun } from '../core/report/suggestJson';
import { Coalesce } from '../core/run/coalesce';
import { diskGround } from '../node/diskGround';
import type { Command, CommandArguments, CommandIo } from './command';
import { FAILED, jsonLine, reasonOf } from './output';
import { PATTERN_OPTIONS, patternsOf } from './patterns';
import { WatchNews } from './watchNews';
import { type WatchedPath, watchScreen } from './watchScreen';

/** Milliseconds between redraws. */
const REDRAWN = 200;

/** `epoch-lens watch PATH…` */
export const watch: Command = {
  name: 'watch',
  summary: 'what is being trained now, until all of it has ended; one screen on a terminal',
  usage: 'PATH…',
  options: [
    ...PATTERN_OPTIONS,
    { name: 'once', value: null, summary: 'say how it stands now, and end' },
  ],
  run: async (args, io) => {
    const patterns = await patternsOf(args, io.say);
    const watching = new Watching(args, io);
    const watched = args.paths.map(path => ({
      path,
      log: new FollowedLog({
        ground: diskGround(path),
        preferences: () => defaultPreferences,
        patterns: () => patterns,
        changed: () => watching.changed(),
      }),
    }));
    return watching.of(watched);
  },
};

/** Says what happens to logs until nothing more will. */
class Watching {
  readonly #args: CommandArguments;
  readonly #io: CommandIo;
  readonly #news = new WatchNews();
  readonly #says = new Coalesce(
    () => this.#say(),
    error => this.#done(reasonOf(error)),
    REDRAWN,
  );
  #watched: readonly WatchedPath[] = [];
  #end: (status: number) => void = () => undefined;
  /** Lines of the screen that was drawn last. */
  #drawn = 0;

  constructor(args: CommandArguments, io: CommandIo) {
    this.#args = args;
    this.#io = io;
  }

  async of(watched: readonly WatchedPath[]): Promise<number> {
    this.#watched = watched;
    const ended = new Promise<number>(resolve => (this.#end = resolve));
    for (const { log } of watched) log.start();
    const status = await ended;
    this.#says.dispose();
    for (const { log } of watched) log.dispose();
    return status;
  }

  changed(): void {
    this.#says.request();
  }

  async #say(): Promise<void> {
    const isLoading = this.#watched.some(({ log }) => log.stage.stage === 'loading');
    if (this.#args.options['once'] === true && isLoading) return;
    if (this.#io.screen !== null && !this.#args.json) await this.#draw();
    else if (!isLoading) await this.#tell();
    if (this.#io.closed || this.#args.options['once'] === true || this.#watched.every(hasEnded))
      this.#done(null);
  }

  async #draw(): Promise<void> {
    const { screen, say } = this.#io;
    if (screen === null) return;
    const lines = watchScreen(this.#watched, screen, say);
    const back = this.#drawn > 0 ? `\u001b[${this.#drawn}A\r\u001b[J` : '';
    this.#drawn = lines.length;
    await this.#io.print(`${back}${lines.join('\n')}\n`);
  }

  /** What is new since the last time, for a pipe: nothing while nothing happens. */
  async #tell(): Promise<void> {
    for (const { path, log } of this.#watched) {
      const lines = this.#news.of(path, log, this.#io.say);
      if (lines.length === 0) continue;
      const runs = () => log.runs.map(run => suggestRun(run, this.#io.say));
      await this.#io.print(
        this.#args.json ? jsonLine({ path, runs: runs() }) : `${lines.join('\n')}\n`,
      );
    }
  }

  #done(problem: string | null): void {
    if (problem !== null) this.#io.complain(`epoch-lens watch: ${problem}`);
    const failed = this.#watched.some(({ log }) => log.stage.stage === 'failed');
    this.#end(failed || problem !== null ? FAILED : 0);
  }
}

const OVER = new Set(['finished', 'early-stopped', 'interrupted']);

/** Whether nothing more is to be expected: every run of the log has said that it is over. */
function hasEnded({ log }: WatchedPath): boolean {
  const { runs, stage } = log;
  return (
    stage.stage === 'current' && runs.length > 0 && runs.every(each => OVER.has(each.run.status))
  );
}
