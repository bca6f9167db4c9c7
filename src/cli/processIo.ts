import { plainly } from '../core/report/say';
import { visible } from '../core/report/shownName';
import type { CommandIo } from './command';
import { ProgressLine } from './progress';

/** The two streams of a process that a command writes to. */
export interface ProcessStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Writes to the process's own streams; a reader that goes away (`| head`) ends the work quietly. */
export class ProcessIo implements CommandIo {
  readonly say = plainly;
  readonly #streams: ProcessStreams;
  readonly #line: ProgressLine;
  #closed = false;

  constructor(streams: ProcessStreams) {
    this.#streams = streams;
    this.#line = new ProgressLine(streams.stderr);
    streams.stdout.on('error', () => (this.#closed = true));
    streams.stderr.on('error', () => undefined);
  }

  get closed(): boolean {
    return this.#closed;
  }

  get screen(): CommandIo['screen'] {
    const { isTTY, columns, rows } = this.#streams.stdout;
    return isTTY ? { columns, rows } : null;
  }

  print(text: string): Promise<void> {
    this.#line.clear();
    if (this.#closed || text === '') return Promise.resolve();
    return new Promise(resolve => {
      // Errors (EPIPE) come both here and as the event above; either way the promise settles.
      this.#streams.stdout.write(text, error => {
        if (error) this.#closed = true;
        resolve();
      });
    });
  }

  complain(line: string): void {
    this.#line.clear();
    // A path may hold control characters, which would move the cursor.
    this.#streams.stderr.write(`${visible(line)}\n`);
  }

  progress(text: string): void {
    this.#line.show(text);
  }

  /** Takes the progress line away at the end. */
  finish(): void {
    this.#line.clear();
  }
}
