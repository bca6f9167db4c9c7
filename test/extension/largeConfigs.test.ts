import assert from 'node:assert/strict';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type * as vscode from 'vscode';
import { closeAll, lenses, open, remove, until, write } from './support/workspace';

/** A run that is best at epoch 20 of 60. */
const LOG = Array.from({ length: 60 }, (_, epoch) => {
  const loss = 0.4 + Math.abs(epoch - 19) * (epoch < 19 ? 0.05 : 0.02);
  return `Epoch ${epoch + 1}/60 | train loss ${(2 / (epoch + 1)).toFixed(4)} | val loss ${loss.toFixed(4)}\n`;
}).join('');

const SIZE = 5_000_000;
/** What stands in a large file of each language: what it begins with, its lines, its end. */
const LARGE = {
  'config.json': [
    '{"epochs": 60, "output_dir": "large/run",\n',
    (at: number) => `"k${at}": {"a": [1, 2, ${at}], "step": ${at}},\n`,
    '"z": 1}',
  ],
  'config.yaml': [
    'epochs: 60\noutput_dir: large/run\n',
    (at: number) => `item_${at}:\n  values: [1, 2, ${at}]\n  step: ${at}\n`,
    '',
  ],
  'train.py': [
    "EPOCHS = 60\nOUT = 'large/run'\n",
    (at: number) => `def f_${at}(a, b=${at}):\n    return foo(a, step=${at})\n`,
    '',
  ],
} as const;

function largeFile([head, line, end]: (typeof LARGE)[keyof typeof LARGE]): string {
  const parts: string[] = [head];
  for (let at = 0, length = 0; length < SIZE; at++) {
    const next = line(at);
    length += next.length;
    parts.push(next);
  }
  return parts.join('') + end;
}

/** Milliseconds beyond what VS Code itself needs; reading such a text here takes seconds. */
const MOST_HELD_UP = 1000;

const milliseconds = (delay: IntervalHistogram) => Math.round(delay.max / 1e6);

/** The longest time that the extension host was held up while `work` was done. */
async function heldUp(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  return milliseconds(delay);
}

describe('a config of megabytes', () => {
  afterEach(async () => {
    await closeAll();
    await remove('large');
  });

  for (const [name, parts] of Object.entries(LARGE)) {
    it(`${name} gets its lens, and the editor waits for nothing`, async () => {
      const text = largeFile(parts);
      await write('large/run/train.log', LOG);
      await write('large/unknown.dat', text);
      await write(`large/${name}`, text);
      // What VS Code itself needs to hand such a document on is none of ours.
      const without = await heldUp(async () => {
        await open('large/unknown.dat');
        await new Promise(after => setTimeout(after, 1500));
      });
      let document: vscode.TextDocument | undefined;
      const opened = await heldUp(async () => {
        document = await open(`large/${name}`);
        const shown = document;
        const hasLens = async () => ((await lenses(shown)).length > 0 ? true : undefined);
        await until(hasLens, 60_000);
      });
      assert.ok(opened - without < MOST_HELD_UP, `held up for ${opened} ms`);
      console.log(`${name}: held up for ${opened} ms, ${without} ms without a setting`);
      assert.ok(document);
      const [lens] = await lenses(document);
      assert.match(document.lineAt(lens?.range.start.line ?? 0).text, /epochs?\W+60/i);
    }).timeout(90_000);
  }
});
