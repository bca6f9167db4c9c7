import type { ViewState } from '../core/protocol';
import type { Range } from './range';

/** A metric pinned, or no longer. */
export function pinChoice(
  { pinned }: Pick<ViewState, 'pinned'>,
  metric: string,
): Pick<ViewState, 'pinned'> {
  const others = pinned.filter(other => other !== metric);
  return { pinned: others.length < pinned.length ? others : [...pinned, metric] };
}

/** Given ends of the y axis of a metric; null, or what is no range: as the data need. Null when nothing changes. */
export function limitChoice(
  { limits }: Pick<ViewState, 'limits'>,
  metric: string,
  y: Range | null,
): Pick<ViewState, 'limits'> | null {
  const { [metric]: before, ...others } = limits;
  if (y === null && before === undefined) return null;
  const sane = y !== null && Number.isFinite(y.to - y.from) && y.to > y.from;
  return { limits: sane ? { ...others, [metric]: [y.from, y.to] } : others };
}
