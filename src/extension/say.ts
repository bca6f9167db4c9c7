import * as vscode from 'vscode';
import type { Say } from '../core/report/say';

/** Puts the core's sentences into the language of the editor. */
export const say: Say = (template, values) => vscode.l10n.t(template, { ...values });
