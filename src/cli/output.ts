import type { CommandArguments, CommandIo } from './command';

/** What a command has to say about one argument: as an object for `--json`, as text for people. Only one is asked for. */
export interface Answer {
  json(): object;
  text(): string;
}

/** The status of a command line of which something could not be read, or understood. */
export const FAILED = 2;

/**
 * Answers every path in order: one JSON object a line with `--json`, else text.
 * A path that cannot be read is said to be so and the others go on.
 */
export async function eachPath(
  args: CommandArguments,
  io: CommandIo,
  answer: (path: string) => Promise<Answer>,
): Promise<number> {
  let status = 0;
  for (const path of args.paths) {
    if (io.closed) break;
    io.progress(path);
    try {
      const found = await answer(path);
      await io.print(args.json ? jsonLine(found.json()) : ended(found.text()));
    } catch (error) {
      status = FAILED;
      const reason = reasonOf(error);
      if (args.json) await io.print(jsonLine({ path, error: reason }));
      else io.complain(`epoch-lens: ${path}: ${reason}`);
    }
  }
  return status;
}

/** The message of what was thrown, on one line and without a stack. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').trim() || 'it could not be read';
}

/** One object on one line; NaN and infinities become the strings that architecture.md names. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value, plainNumber)}\n`;
}

/** A replacer for JSON.stringify, which would turn NaN and infinities into null. */
export function plainNumber(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  return String(value);
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
