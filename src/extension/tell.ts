import * as vscode from 'vscode';
import { failureSentence } from './failures';
import { plainLabel } from './markdown';
import { say } from './say';

/** Milliseconds that a sentence stays in the status bar. */
const SHOWN = 8000;

/** Says in the status bar what came out of a command, a failure included; null: nothing to say. */
export async function tell(outcome: Promise<string | null>): Promise<void> {
  let sentence: string | null;
  try {
    sentence = await outcome;
  } catch (error) {
    sentence = failureSentence(error, vscode.l10n.t('The file'), say);
  }
  if (sentence !== null)
    vscode.window.setStatusBarMessage(`$(info) ${plainLabel(sentence)}`, SHOWN);
}
