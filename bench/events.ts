import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import { HEAD_BYTES } from '../src/core/log/format';
import { LogReading } from '../src/core/run/logReading';
import { hold, type Contest, type Outcome } from './contest';
import { eventFileOf } from './eventFile';
import { readRuns } from './reading';

const NAME = 'events.out.tfevents.1700000000.host.1.0';
const SIZE = 100_000_000;
/** TensorBoard reads some ten thousand events a second: a file of its own. */
const SIZE_FOR_TENSORBOARD = 2_000_000;
const ROUNDS_OF_TENSORBOARD = 3;
/** Its loader may take this many times as long. */
const FASTER = 20;

/** The messages as TensorBoard's `event.proto` and `summary.proto` have them, as far as scalars go. */
const PROTO = `
syntax = "proto3";
message Event {
  double wall_time = 1;
  int64 step = 2;
  oneof what { string file_version = 3; Summary summary = 5; }
}
message Summary {
  message Value { string tag = 1; oneof value { float simple_value = 2; } }
  repeated Value value = 1;
}`;

interface DecodedEvent {
  readonly summary?: { readonly value: readonly { readonly simple_value?: number }[] };
}

/**
 * A log that stays open, as one that is followed does. What the compiler learnt of a class goes with its last object, and
 * every round begins with a collection.
 */
const followed = new LogReading(NAME);

function follow(): void {
  const bytes = eventFileOf(200_000);
  followed.start(bytes.subarray(0, HEAD_BYTES), false);
  followed.bytes(bytes);
}

const valuesIn = (bytes: Uint8Array): number =>
  readRuns(NAME, bytes)
    .flatMap(run => run.series)
    .reduce((sum, series) => sum + series.count, 0);

/** What protobufjs needs for the messages alone: no check sums, nothing kept. */
function withProtobufjs(bytes: Uint8Array): number {
  protobuf.util.Long = null as never;
  const Event = protobuf.parse(PROTO, { keepCase: true }).root.lookupType('Event');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = 0; at < bytes.length;) {
    const length = view.getUint32(at, true);
    const event = Event.decode(bytes.subarray(at + 12, at + 12 + length)) as DecodedEvent;
    for (const value of event.summary?.value ?? []) if (value.simple_value !== undefined) count++;
    at += length + 16;
  }
  return count;
}

export function eventContests(): Contest[] {
  follow();
  const bytes = eventFileOf(SIZE);
  return [
    {
      name: `event file, ${Math.round(bytes.length / 1e6)} MB, CRCs checked`,
      bytes: bytes.length,
      ours: () => valuesIn(bytes),
      reference: { name: 'protobufjs, no CRC', run: () => withProtobufjs(bytes) },
      limit: 0.4,
    },
  ];
}

/** The medians of TensorBoard's own loader in a Python of the user's; `null`: no Python, or it is not installed. */
function withTensorBoard(bytes: Uint8Array): { milliseconds: number; values: number } | null {
  const folder = mkdtempSync(join(tmpdir(), 'epoch-lens-bench-'));
  try {
    const path = join(folder, NAME);
    writeFileSync(path, bytes);
    const loader = ['bench/eventLoader.py', path, String(ROUNDS_OF_TENSORBOARD)];
    const { status, stdout } = spawnSync(process.env['PYTHON'] ?? 'python3', loader, {
      encoding: 'utf8',
    });
    if (status !== 0) return null;
    const rounds = stdout.trim().split('\n');
    const seconds = rounds.map(line => Number(line.split(' ')[1])).sort((a, b) => a - b);
    return {
      milliseconds: 1000 * seconds[seconds.length >> 1]!,
      values: Number.parseInt(stdout, 10),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reading beside the program that the files are written for. */
export function tensorBoardOutcome(): Outcome {
  follow();
  const bytes = eventFileOf(SIZE_FOR_TENSORBOARD);
  const theirs = withTensorBoard(bytes);
  const name = `event file, ${Math.round(bytes.length / 1e6)} MB, CRCs checked`;
  const own = { name, bytes: bytes.length, ours: () => valuesIn(bytes), limit: 1 / FASTER };
  const alone = hold({ ...own, reference: { name: '', run: own.ours } });
  const limit = `${own.limit} ×`;
  if (theirs === null) {
    const reference = 'TensorBoard: not installed';
    return { ...alone, reference, theirs: null, ratio: NaN, limit, kept: true };
  }
  if (theirs.values !== own.ours()) throw new Error(`TensorBoard has ${theirs.values} values`);
  const ratio = alone.ours / theirs.milliseconds;
  const reference = "TensorBoard's loader";
  return {
    ...alone,
    reference,
    theirs: theirs.milliseconds,
    ratio,
    limit,
    kept: ratio <= own.limit,
  };
}
