import { roleOfName } from '../../axisName';
import type { ExplainedField, LogExplainer } from '../../explain';
import type { Column } from './columns';

/** Tells what became of each column of a table. */
export function explainColumns(
  header: readonly string[] | null,
  columns: readonly Column[],
  explain: LogExplainer,
): void {
  columns.forEach((column, at) => {
    const name = header?.[at] ?? `#${at + 1}`;
    explain.field(column === null ? leftOut(name) : { ...useOf(column), reason: null });
  });
}

function useOf({ name, role, split }: NonNullable<Column>): Omit<ExplainedField, 'reason'> {
  return { name, use: role, split };
}

function leftOut(name: string): ExplainedField {
  const reason = roleOfName(name) === 'value' ? 'index' : 'other-axis';
  return { name, use: 'ignored', split: null, reason };
}
