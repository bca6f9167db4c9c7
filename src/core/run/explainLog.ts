import { detectEncoding } from '../log/encoding';
import { HEAD_BYTES, type LogProblem } from '../log/format';
import { formats } from '../log/formats';
import type { Patterns } from '../log/patterns/patternsFrom';
import type { LogSource } from '../log/tail';
import { Explainer, type ReadField } from './explainer';
import { droppedOf, type Explanation, startsOf, suggestedPattern } from './explanation';
import { LineEndCounter } from './lineEnds';
import { LogReading } from './logReading';

/** How to read a log that is to be explained. */
export interface ExplainOptions {
  readonly patterns: Patterns;
  /** Gives way to other work; called between blocks. Resolves to whether to go on. */
  readonly pause: () => Promise<boolean>;
  /** Bytes beyond which the rest is left out. */
  readonly largest?: number;
}

const BLOCK = 1_048_576;
const LARGEST = 1024 ** 3;
/** Share of NULs in the head from which on bytes are no text. */
const BINARY = 0.001;

/** Reads a log once and says how. `path`: what its runs call it. Rejects where the source does. */
export async function explainLog(
  source: LogSource,
  path: string,
  { patterns, pause, largest = LARGEST }: ExplainOptions,
): Promise<Explanation> {
  const explainer = new Explainer();
  const watch = explainer.watch.bind(explainer);
  const reading = new LogReading(path, { patterns: patterns.patterns, watch });
  const size = (await source.stat())?.size ?? 0;
  const head = await source.read(0, Math.min(size, HEAD_BYTES));
  const encoding = encodingOf(head);
  const lineEnds = encoding === null ? null : new LineEndCounter(encoding);
  reading.start(head, size <= HEAD_BYTES);
  const pauseOnly = async (): Promise<void> => {
    await pause();
  };
  const isTaken = await reading.takeFrom(source, pauseOnly);
  const end = isTaken ? 0 : Math.min(size, largest);
  await readTo(end, source, pause, part => {
    reading.bytes(part);
    lineEnds?.push(part);
  });
  reading.end();
  lineEnds?.end();
  const file = { path, size, encoding, lineEnds, patternProblems: patterns.problems };
  const problems = [...reading.problems, ...problemsOf(size, isTaken ? size : end)];
  return { ...file, ...toldBy(reading, explainer), problems };
}

async function readTo(
  end: number,
  source: LogSource,
  pause: ExplainOptions['pause'],
  take: (part: Uint8Array) => void,
): Promise<void> {
  for (let from = 0; from < end && (await pause()); from += BLOCK) {
    take(await source.read(from, Math.min(end, from + BLOCK)));
  }
}

/** Why not all of a log was read. */
function problemsOf(size: number, end: number): readonly LogProblem[] {
  return end < size ? [{ code: 'too-large', line: 0, details: { bytes: size } }] : [];
}

function toldBy(
  reading: LogReading,
  explainer: Explainer,
): Omit<Explanation, 'path' | 'size' | 'encoding' | 'lineEnds' | 'problems' | 'patternProblems'> {
  const runs = reading.runs();
  const { templates, fields, marks, parameters } = explainer;
  const format = reading.format?.id ?? null;
  const at = formats.findIndex(each => each === reading.format);
  const asked = formats.slice(0, at < 0 ? formats.length : at).map(({ id }) => id);
  const byFormat = {
    templates,
    fields,
    marks,
    parameters,
    dropped: droppedOf(readBy(reading, explainer), runs),
  };
  return {
    format,
    asked: [...new Set(asked)].filter(id => id !== format),
    runs,
    starts: startsOf(runs, marks),
    ...byFormat,
    patterns: reading.matches,
    suggested: runs.length === 0 ? suggestedPattern(templates) : null,
  };
}

/** Every measured value that was read: by the patterns where they count, else by the format. */
function readBy({ matches }: LogReading, { read }: Explainer): readonly ReadField[] {
  const values = matches.flatMap(({ pattern, lines }) =>
    pattern.fields
      .filter(({ role }) => role === 'value' && lines > 0)
      .map(({ name, split }) => ({ name, split, count: lines })),
  );
  return values.length > 0 ? values : read;
}

function encodingOf(head: Uint8Array): string | null {
  const encoding = detectEncoding(head);
  if (encoding.startsWith('utf-16')) return encoding;
  let zeros = 0;
  for (const byte of head) if (byte === 0) zeros++;
  return zeros > BINARY * head.length ? null : encoding;
}
