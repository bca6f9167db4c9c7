import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { ProgressLine } from '../../src/cli/progress';

/** A terminal that keeps what is written to it. */
function terminal(isTTY: boolean): {
  isTTY: boolean;
  columns: number;
  written: string;
  write(text: string): void;
} {
  return {
    isTTY,
    columns: 40,
    written: '',
    write(text: string) {
      this.written += text;
    },
  };
}

describe('the progress line', () => {
  it('is not there in the first second', () => {
    const screen = terminal(true);
    const line = new ProgressLine(screen);
    line.show('reading');
    line.clear();
    assert.equal(screen.written, '');
  });

  it('shows the newest text after it, on one line, and goes away again', async () => {
    const screen = terminal(true);
    const line = new ProgressLine(screen);
    line.show('first');
    line.show(`second\n\u001b[31m${'x'.repeat(100)}`);
    // The line's own timer does not keep the process alive, so something else has to.
    while (screen.written === '') await setTimeout(50);
    line.clear();
    const [, shown, gone] = screen.written.split('\r\u001b[2K');
    assert.equal(shown, `second [31m${'x'.repeat(28)}`);
    assert.equal(gone, '');
  });

  it('stays away where there is no terminal', async () => {
    const screen = terminal(false);
    const line = new ProgressLine(screen);
    line.show('reading');
    await setTimeout(1200);
    assert.equal(screen.written, '');
  });
});
