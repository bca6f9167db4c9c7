import { roleOfName } from '../../axisName';
import type { LogExplainer } from '../../explain';
import type { RecordShape } from '../../format';

/** Tells what became of each key of an object; `planned` are keys that say how long the training is meant to be. */
export function explainKeys(
  names: readonly string[],
  { fields }: RecordShape,
  planned: ReadonlyMap<string, unknown>,
  explain: LogExplainer,
): void {
  const used = new Map(fields.map(field => [field.name, field]));
  for (const name of names) {
    const field = used.get(name);
    if (field !== undefined) {
      explain.field({ name, use: field.role, split: field.split, reason: null });
    } else if (planned.has(name)) {
      explain.field({ name, use: 'planned', split: null, reason: null });
    } else {
      const reason = roleOfName(name) === 'value' ? 'aside' : 'other-axis';
      explain.field({ name, use: 'ignored', split: null, reason });
    }
  }
}
