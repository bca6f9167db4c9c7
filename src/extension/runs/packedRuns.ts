import type { FoundLog } from '../../core/project/find/foundLog';

/** Changes with the shape of what is kept: what another version kept is found again. */
const VERSION = 2;

/** JSON has no NaN, no infinities and no maps. */
export function pack(logs: readonly FoundLog[], judging: string): string {
  return JSON.stringify({ version: VERSION, judging, logs }, (_key, value: unknown) => {
    if (value instanceof Map) return { $map: [...(value as Map<string, string>)] };
    return typeof value === 'number' && !Number.isFinite(value)
      ? { $number: String(value) }
      : value;
  });
}

/** What was packed; nothing of what another version packed, what was judged otherwise, or what is damaged. */
export function unpack(text: string, judging: string): readonly FoundLog[] {
  try {
    const kept = JSON.parse(text, revived) as {
      readonly version?: unknown;
      readonly judging?: unknown;
      readonly logs?: unknown;
    };
    const isOurs = kept.version === VERSION && kept.judging === judging;
    return isOurs && Array.isArray(kept.logs) ? (kept.logs as readonly FoundLog[]) : [];
  } catch {
    return [];
  }
}

function revived(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$number' in value) return Number(value.$number);
  return '$map' in value ? new Map(value.$map as [string, string][]) : value;
}
