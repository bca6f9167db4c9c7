import type { CommandIo } from '../../src/cli/command';
import { plainly } from '../../src/core/report/say';

/** Keeps what a command writes. */
export class MemoryIo implements CommandIo {
  out = '';
  err = '';
  closed = false;
  screen: CommandIo['screen'] = null;
  readonly say = plainly;
  readonly progressed: string[] = [];

  print(text: string): Promise<void> {
    this.out += text;
    return Promise.resolve();
  }

  complain(line: string): void {
    this.err += `${line}\n`;
  }

  progress(text: string): void {
    this.progressed.push(text);
  }
}
