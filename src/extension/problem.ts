import * as vscode from 'vscode';
import type { Severity } from '../core/analysis/analysis';
import { commandIds } from './commands';
import { commandUri } from './markdown';

/** What the Problems view shows as the origin of our entries. */
export const SOURCE = 'epoch-lens';

/** The rule of a number that a reader takes for text. */
export const TEXT_NUMBER = 'number-as-text';

/** An entry for the Problems view; its code opens the page that explains the rule. */
export function problem(
  range: vscode.Range,
  message: string,
  severity: Severity,
  rule: string,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severities[severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: rule, target: commandUri(commandIds.explainRule, [rule]) };
  return diagnostic;
}

/** The rule of one of our entries; null for those of others. */
export function ruleOf({ source, code }: vscode.Diagnostic): string | null {
  if (source !== SOURCE || typeof code !== 'object') return null;
  return String(code.value);
}

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};
