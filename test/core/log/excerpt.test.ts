import assert from 'node:assert/strict';
import { excerptAround } from '../../../src/core/log/excerpt';
import type { LogSource } from '../../../src/core/log/tail';

function sourceOf(text: string): LogSource {
  const bytes = new TextEncoder().encode(text);
  return {
    stat: () => Promise.resolve({ size: bytes.length, modified: 0 }),
    read: (from, to) => Promise.resolve(bytes.slice(from, to)),
  };
}

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}\n`).join('');

describe('an excerpt of a log', () => {
  it('holds the line and two hundred to either side, whole', async () => {
    const excerpt = await excerptAround(sourceOf(lines(1, 2000)), 1000);
    assert.deepEqual(excerpt, { first: 800, text: lines(800, 1200) });
  });

  it('ends where the log does', async () => {
    const source = sourceOf(lines(1, 250));
    assert.deepEqual(await excerptAround(source, 3), { first: 1, text: lines(1, 203) });
    assert.deepEqual(await excerptAround(source, 249), { first: 49, text: lines(49, 250) });
  });

  it('holds the end of a log that has become shorter', async () => {
    const excerpt = await excerptAround(sourceOf(lines(1, 300)), 9999);
    assert.ok(excerpt.text.endsWith('line 300\n'));
  });

  it('stays small though a line is as long as a file', async () => {
    const { text } = await excerptAround(sourceOf('x'.repeat(9_000_000)), 1);
    assert.ok(text.length <= 4_000_000);
  });
});
