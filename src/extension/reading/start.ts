import * as vscode from 'vscode';
import type { Lifetime } from '../lifetime';
import type { Platform } from '../platform';
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
