/** What a column of a row holds. Integers beyond 2^53 are rounded; NULL is `null`. */
export type SqlValue = number | string | Uint8Array | null;

/** A database that a host has opened for reading. Any call may throw: the file may be damaged or locked. */
export interface LogDatabase {
  /** The rows of a query, one at a time; the query is over when the loop ends. */
  rows(sql: string): Iterable<readonly SqlValue[]>;
  /** Gives back what is held of the file. */
  close(): void;
}

const MAGIC = 'SQLite format 3\0';

/** Whether bytes are the beginning of a SQLite database. */
export function isDatabase(bytes: Uint8Array): boolean {
  if (bytes.length < MAGIC.length) return false;
  for (let at = 0; at < MAGIC.length; at++) if (bytes[at] !== MAGIC.charCodeAt(at)) return false;
  return true;
}

/** Whether a database writes to a log beside it first (`-wal`), by its header (sqlite.org, "Database File Format", 1.3.3). */
export function writesAhead(header: Uint8Array): boolean {
  return header[18] === 2 || header[19] === 2;
}
