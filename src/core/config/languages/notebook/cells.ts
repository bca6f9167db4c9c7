/** A cell of code: its 0-based index over all cells, and its text. */
export interface CodeCell {
  readonly index: number;
  readonly text: string;
}

/** The texts of all cells of a notebook (older ones: of its first worksheet), and those that are code; `null`: no notebook. */
export function codeCells(
  json: string,
): { readonly texts: readonly string[]; readonly code: readonly CodeCell[] } | null {
  const cells = cellsOf(parsed(json));
  if (cells === null) return null;
  const texts = cells.map(textOf);
  const code = texts.flatMap((text, index) => {
    return field(cells[index], 'cell_type') === 'code' ? [{ index, text }] : [];
  });
  return { texts, code };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

function cellsOf(notebook: unknown): readonly unknown[] | null {
  const cells = field(notebook, 'cells') ?? field(first(field(notebook, 'worksheets')), 'cells');
  return Array.isArray(cells) ? cells : null;
}

function textOf(cell: unknown): string {
  const source = field(cell, 'source') ?? field(cell, 'input');
  if (typeof source === 'string') return source;
  if (!Array.isArray(source)) return '';
  return source.filter(line => typeof line === 'string').join('');
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? (value[0] as unknown) : undefined;
}
