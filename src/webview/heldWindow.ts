import type { WindowData, WindowRequest } from '../core/protocol';
import { unpack, type Line } from './lines';

/** The points that arrived last, and what was asked. */
export interface HeldWindow {
  readonly request: WindowRequest;
  readonly data: WindowData;
  /** By what was asked for, as JSON. */
  readonly lines: ReadonlyMap<string, Line>;
}

/** An answer, unpacked. */
export function heldWindow(request: WindowRequest, data: WindowData): HeldWindow {
  const keys = request.lines.map(line => JSON.stringify(line));
  const lines = new Map(unpack(data).map((line, i) => [keys[i] ?? '', line]));
  return { request, data, lines };
}
