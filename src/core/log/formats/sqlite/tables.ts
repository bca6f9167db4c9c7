import type { LogDatabase, SqlValue } from '../../database';

/** A table of a database. */
export interface Table {
  readonly name: string;
  /** In the order of the table, as written. */
  readonly columns: readonly string[];
  /** By which its rows come in the order they were written; `null`: there is nothing such. */
  readonly rowid: string | null;
}

/** The tables of a database by their names in lowercase; at most so many columns are looked at. */
export type Tables = ReadonlyMap<string, Table>;

const MOST_COLUMNS = 20_000;

/** Lists the ordinary tables; those of extensions could not be read without them. */
export function tablesOf(database: LogDatabase): Tables {
  const tables = new Map<string, Table & { readonly columns: string[] }>();
  const rows = database.rows(
    `SELECT t.name, c.name, t.sql LIKE '%without%rowid%'
     FROM sqlite_master t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'
       AND t.sql NOT LIKE 'create virtual%'
     LIMIT ${MOST_COLUMNS}`,
  );
  for (const [name, column, withoutRowid] of rows) {
    const key = textOf(name).toLowerCase();
    const rowid = withoutRowid === 1 ? null : 'rowid';
    const table = tables.get(key) ?? { name: textOf(name), columns: [], rowid };
    tables.set(key, table);
    table.columns.push(textOf(column));
  }
  return tables;
}

/** Whether a table has columns of these names. */
export function hasColumns(table: Table | undefined, ...names: readonly string[]): table is Table {
  if (table === undefined) return false;
  const own = new Set(table.columns.map(column => column.toLowerCase()));
  return names.every(name => own.has(name));
}

/** A name as it stands in a query. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A value as text; empty for NULL, UTF-8 for bytes. */
export function textOf(value: SqlValue | undefined): string {
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return value === null || value === undefined ? '' : String(value);
}

/** A value as a number; NaN for what is none. */
export function numberOf(value: SqlValue | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return NaN;
  const text = value.trim();
  if (/^[-+]?inf(?:inity)?$/i.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return text === '' ? NaN : Number(text);
}
