import * as vscode from 'vscode';
import type { Lifetime } from '../lifetime';
import type { Platform } from '../platform';
import { type CurveFinder, curvesIn } from './curvesIn';
import { readConfig, type ConfigReader } from './readConfig';
import { ReaderThread } from './readerThread';

/** The thread that reads logs, where the platform has threads; it speaks the language of the editor. */
export function readerThread(
  { startReader }: Platform,
  failed: (error: unknown) => void,
  own: Lifetime,
): ReaderThread | null {
  if (startReader === undefined) return null;
  const words = () => ({ words: vscode.l10n.bundle ?? {} });
  return own.add(new ReaderThread(startReader, words, failed));
}

/** Reads configs in that thread; in this one where there is none. */
export function configReader(thread: ReaderThread | null): ConfigReader {
  if (thread === null) return given => Promise.resolve(readConfig(given));
  return given => thread.readConfig(given);
}

/** Looks for curves in that thread; in this one where there is none. */
export function curveFinder(thread: ReaderThread | null): CurveFinder {
  if (thread === null) return given => Promise.resolve(curvesIn(given));
  return given => thread.findCurves(given);
}
