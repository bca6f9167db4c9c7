import { crc32 } from 'node:zlib';
import { field } from '../tfevents/encode';

const BLOCK = 32_768;
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

/** A logged value: its name, or the names of a nested one, and its JSON. */
const item = (name: string | readonly string[], json: string): number[] => {
  const key =
    typeof name === 'string'
      ? field(2, bytesOf(name))
      : name.flatMap(part => field(2, bytesOf(part)));
  return field(1, [...key, ...field(16, bytesOf(json))]);
};

/** A record of a logged row. */
export const history = (
  step: number,
  row: readonly (readonly [string | readonly string[], string])[],
): number[] =>
  field(2, [...row.flatMap(([name, json]) => item(name, json)), ...field(2, field(1, step))]);

/** A record that introduces the run, with its settings. */
export const run = (name: string, settings: Readonly<Record<string, string>>): number[] => {
  const updates = Object.entries(settings).flatMap(([key, json]) =>
    field(1, [...field(1, bytesOf(key)), ...field(16, bytesOf(json))]),
  );
  return field(17, [...field(4, updates), ...field(8, bytesOf(name))]);
};

export const exit = (code: number): number[] => field(18, code === 0 ? [] : field(1, code));

const HEADER = [...bytesOf(':W&B'), 0xe1, 0xbe, 0];

function part(kind: number, data: readonly number[]): number[] {
  const crc = crc32(Uint8Array.from([kind, ...data]));
  const head = [crc, crc >>> 8, crc >>> 16, crc >>> 24, data.length, data.length >>> 8];
  return [...head.map(byte => byte & 255), kind, ...data];
}

/** A file of these records, and where each begins. */
export function wandbFile(...records: readonly (readonly number[])[]): {
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
} {
  const bytes = [...HEADER];
  const starts: number[] = [];
  for (const record of records) {
    let from = 0;
    do {
      const room = BLOCK - (bytes.length % BLOCK);
      if (room < 7) {
        for (let at = 0; at < room; at++) bytes.push(0);
        continue;
      }
      if (from === 0) starts.push(bytes.length);
      const to = Math.min(record.length, from + room - 7);
      const kind = from === 0 ? (to === record.length ? 1 : 2) : to === record.length ? 4 : 3;
      for (const byte of part(kind, record.slice(from, to))) bytes.push(byte);
      from = to;
    } while (from < record.length);
  }
  return { bytes: Uint8Array.from(bytes), starts };
}
