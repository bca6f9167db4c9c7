import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analysis/analyse';
import { HEAD_BYTES } from '../../../src/core/log/format';
import { recognize } from '../../../src/core/log/formats/index';
import { RunBuilder } from '../../../src/core/run/buildRuns';
import { headOf } from '../../../src/core/run/logReading';
import { read } from './formats/reading';

/** Longer logs say nothing more about damage. */
const LONGEST = 6_000;

interface Log {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function logsBelow(folder: string): Log[] {
  const entries = readdirSync(resolve(folder), { withFileTypes: true, recursive: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
    .map(path => ({ path, bytes: new Uint8Array(readFileSync(path).subarray(0, LONGEST)) }));
}

/** Shorter texts that readers have reason to stumble over. */
const SNIPPETS = [
  '\0\0\0\0\0\0\0\0',
  '\u001b[2K\u001b[1A',
  '\b\b\b\b',
  '\r\r\n',
  '\ufeff',
  '"',
  '{"a":[[[[[[',
  ']]]]}}}}',
  '9'.repeat(400),
  '1e999',
  '-',
  ',,,,,,,,',
  '\t'.repeat(50),
  'NaN',
  '-Infinity',
  '3/0',
  'Epoch 1/100 loss: 0.5\n',
  'epoch,loss\n',
  '\ud800',
];

interface Damage {
  readonly kind: 'flip' | 'cut' | 'drop' | 'twice' | 'insert' | 'noise';
  readonly at: number;
  readonly length: number;
  readonly what: number;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'drop', 'twice', 'insert', 'noise'),
  at: fc.nat(),
  length: fc.nat(300),
  what: fc.nat(),
});

function noise({ length, what }: Damage): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (what * (i + 7) * 2_654_435_761) >>> 24);
}

/** What stands in place of `bytes[at, at + …)`: how many bytes go, and what comes. */
function change(bytes: Uint8Array, at: number, how: Damage): { gone: number; come: Uint8Array } {
  const there = bytes.subarray(at, at + how.length);
  switch (how.kind) {
    case 'flip':
      return { gone: 1, come: Uint8Array.of((bytes[at] ?? 0) ^ (1 << (how.what % 8))) };
    case 'cut':
      return { gone: bytes.length - at, come: new Uint8Array() };
    case 'drop':
      return { gone: how.length, come: new Uint8Array() };
    case 'twice':
      return { gone: 0, come: there };
    case 'insert':
      return { gone: 0, come: Buffer.from(SNIPPETS[how.what % SNIPPETS.length]!) };
    case 'noise':
      return { gone: how.length, come: noise(how) };
  }
}

function damaged(bytes: Uint8Array, how: Damage): Uint8Array {
  const at = bytes.length === 0 ? 0 : how.at % bytes.length;
  const { gone, come } = change(bytes, at, how);
  return Uint8Array.from([...bytes.subarray(0, at), ...come, ...bytes.subarray(at + gone)]);
}

describe('damaged logs', () => {
  const logs = [...logsBelow('samples/runs'), ...logsBelow('test/fixtures/logs')];
  const log = fc.constantFrom(...logs);
  const damages = fc.array(damage, { minLength: 1, maxLength: 4 });

  it('are there in several formats', () => {
    const formats = new Set(logs.map(({ path, bytes }) => formatOf(path, bytes)?.id));
    for (const id of ['text', 'csv', 'json-lines', 'json'])
      assert.ok(formats.has(id), `${id} is missing among ${[...formats].join(', ')}`);
  });

  it('are read to their end, say the same however they are cut, and can be judged', () => {
    const sizes = fc.array(fc.nat({ max: 2_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(log, damages, sizes, ({ path, bytes }, hows, cut) => {
        const content = hows.reduce(damaged, bytes);
        const format = formatOf(path, content);
        if (format === null) return;
        assert.deepEqual(read(format, path, content, cut), read(format, path, content));
        for (const run of runsOf(path, content)) assert.ok(analyse(run).state);
      }),
    );
  }).timeout(0);
});

function formatOf(path: string, bytes: Uint8Array): ReturnType<typeof recognize> {
  const head = bytes.subarray(0, HEAD_BYTES);
  return recognize(headOf(path, head, head.length === bytes.length));
}

function runsOf(path: string, bytes: Uint8Array): ReturnType<RunBuilder['runs']> {
  const format = formatOf(path, bytes);
  if (format === null) return [];
  const builder = new RunBuilder(path, format.id);
  const reader = format.open(headOf(path, bytes.subarray(0, HEAD_BYTES), true), builder);
  reader.push(bytes);
  reader.end();
  return builder.runs();
}
