import type { CounterKind } from './counterWords';
import type { Counter } from './plan';
import type { Slot } from './slots';

/** A counter in the slot at `at`, with the total behind it. */
export function counterAt(slots: readonly Slot[], at: number, kind: CounterKind): Counter {
  const next = slots[at + 1];
  const total = next?.role === 'total' ? next.index : -1;
  return { kind, slot: slots[at]!.index, total, name: slots[at]!.phrase.name };
}

/** `Epoch [5][100/1875]`, `Train Epoch: 1 [640/60000 (1%)]`: an unnamed whole number behind the epoch. */
export function behindEpoch(
  slots: readonly Slot[],
  epoch: Counter,
  hasBar: boolean,
): Counter | null {
  const last = Math.max(epoch.slot, epoch.total);
  const at = slots.findIndex(slot => slot.index === last) + 1;
  const slot = slots[at];
  if (slot === undefined || hasBar || at === 0 || !mayBeBatch(slot)) return null;
  const counter = counterAt(slots, at, 'step');
  return slot.phrase.open === '[' || counter.total >= 0 ? counter : null;
}

function mayBeBatch({ role, phrase, integer, percent }: Slot): boolean {
  return (role === 'value' || role === 'aside') && phrase.name === '' && integer && !percent;
}
