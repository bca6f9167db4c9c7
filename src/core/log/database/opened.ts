import type { LogDatabase } from '../database';
import type { LogProblem } from '../format';

/** A database as far as it could be opened (`null`: not at all), and what its reader should know. */
export interface OpenedDatabase {
  readonly database: LogDatabase | null;
  readonly problems: readonly LogProblem[];
}

/** What an engine's message says of the file. */
export function databaseProblem(error: unknown): LogProblem {
  const message = error instanceof Error ? error.message : String(error);
  const locked = /\b(?:locked|busy)\b/i.test(message);
  return { code: locked ? 'locked' : 'bad-database', line: 0, details: {} };
}
