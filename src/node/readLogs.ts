import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { HEAD_BYTES, type LogProblem } from '../core/log/format';
import { mayBeLog } from '../core/log/logName';
import type { LogPattern } from '../core/log/patterns/pattern';
import type { LogSource } from '../core/log/tail';
import { FactsOfFolders } from '../core/log/folderFacts';
import { assemble } from '../core/run/assemble';
import { LogReading } from '../core/run/logReading';
import type { Run } from '../core/run/run';
import { withFacts } from '../core/run/withFacts';
import { FileSource } from './fileSource';
import { sourceOf } from './sourceOf';
import { accessError, UserError } from './userError';
import { walk, type WalkedFile } from './walk';

/** A log that was read. `path` relative to what was named, `/` between parts. */
export interface ReadLog {
  readonly path: string;
  readonly format: string;
  readonly size: number;
  /** When the file was last written; milliseconds since 1970. */
  readonly modified: number;
}

/** What a file or folder holds. */
export interface PathReading {
  /** As given. */
  readonly path: string;
  readonly isFolder: boolean;
  readonly runs: readonly Run[];
  readonly logs: readonly ReadLog[];
  /** Files of the folder that are no training logs. */
  readonly ignored: number;
  readonly problems: readonly { readonly log: string; readonly problem: LogProblem }[];
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Told which log is being read. */
  readonly onLog?: (path: string) => void;
  /** Bytes of one log beyond which the rest is left out. */
  readonly largest?: number;
  /** Patterns of the user, for lines that no format knows. */
  readonly patterns?: readonly LogPattern[];
}

const BLOCK = 1_048_576;
const LARGEST = 4 * 1024 ** 3;

/**
 * Reads the logs of a file or folder. Throws a `UserError` for a path that is not there or may not be read;
 * everything else wrong with a log is among the problems. Gives way to other work between blocks.
 */
export async function readPath(path: string, options: ReadOptions = {}): Promise<PathReading> {
  const found = await stat(path).catch((error: unknown) => {
    throw accessError(error);
  });
  if (found.isDirectory()) return readFolder(path, options);
  if (!found.isFile()) throw new UserError('It is neither a file nor a folder.');
  const name = basename(path);
  const { reading, problems } = await readLog(path, name, options);
  const runs = reading.runs();
  return {
    path,
    isFolder: false,
    runs,
    logs:
      reading.format === null
        ? []
        : [
            {
              path: name,
              format: reading.format.id,
              size: found.size,
              modified: found.mtimeMs,
            },
          ],
    ignored: reading.format === null ? 1 : 0,
    problems: [...problems, ...noCurve(name, runs)],
  };
}

function noCurve(log: string, runs: readonly Run[]): PathReading['problems'] {
  return runs.length > 0 ? [] : [{ log, problem: { code: 'no-curve', line: 0, details: {} } }];
}

async function readFolder(path: string, options: ReadOptions): Promise<PathReading> {
  const logs: ReadLog[] = [];
  const readings: LogReading[] = [];
  const problems: { log: string; problem: LogProblem }[] = [];
  let ignored = 0;
  const facts = new FactsOfFolders();
  for await (const file of walk(path, { signal: options.signal })) {
    if (FactsOfFolders.concerns(file.relative)) await noteFacts(file, facts);
    if (!mayBeLog(file.relative)) {
      ignored++;
      continue;
    }
    try {
      const read = await readLog(file.path, file.relative, options);
      const runs = read.reading.runs();
      if (read.reading.format === null || runs.length === 0) ignored++;
      else {
        const { size, modified } = read;
        logs.push({ path: file.relative, format: read.reading.format.id, size, modified });
        readings.push(read.reading);
        problems.push(...read.problems);
      }
    } catch (error) {
      // One file that may not be read does not hide the others.
      if (!(error instanceof UserError)) throw error;
      ignored++;
    }
  }
  const runs = withFacts(assemble(readings.flatMap(reading => reading.runs())), facts);
  return { path, isFolder: true, runs, logs, ignored, problems };
}

/** Notes what a file beside the logs says of its run. */
async function noteFacts(file: WalkedFile, facts: FactsOfFolders): Promise<void> {
  const bytes = await new FileSource(file.path).read(0, HEAD_BYTES).catch(() => new Uint8Array());
  facts.note(file.relative, new TextDecoder().decode(bytes));
}

async function readLog(
  path: string,
  name: string,
  options: ReadOptions,
): Promise<{
  reading: LogReading;
  size: number;
  modified: number;
  problems: PathReading['problems'];
}> {
  options.onLog?.(name);
  const source = sourceOf(path);
  const reading = new LogReading(name, { patterns: options.patterns ?? [] });
  const { size, modified } = (await source.stat()) ?? { size: 0, modified: NaN };
  const largest = options.largest ?? LARGEST;
  const head = await source.read(0, Math.min(size, HEAD_BYTES));
  reading.start(head, size <= HEAD_BYTES);
  const isTaken = await reading.takeFrom(source, async () => {
    await setImmediate();
  });
  if (!isTaken) await readBytes(source, reading, Math.min(size, largest), options.signal);
  reading.end();
  const found = [...reading.problems, ...problemsOf(source, isTaken ? 0 : size, largest)];
  return { reading, size, modified, problems: found.map(problem => ({ log: name, problem })) };
}

async function readBytes(
  source: LogSource,
  reading: LogReading,
  end: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const room = end > BLOCK ? new Uint8Array(BLOCK) : undefined;
  for (let from = 0; from < end && reading.format !== null; from += BLOCK) {
    if (signal?.aborted === true) break;
    reading.bytes(await source.read(from, Math.min(end, from + BLOCK), room));
    await setImmediate();
  }
}

/** Why not all of a log was read. */
function problemsOf(
  source: ReturnType<typeof sourceOf>,
  size: number,
  largest: number,
): LogProblem[] {
  const found = source.problem ? [source.problem] : [];
  if (size > largest) found.push({ code: 'too-large', line: 0, details: { bytes: size } });
  return found;
}
