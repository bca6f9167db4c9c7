import * as vscode from 'vscode';
import { commandIds } from '../commands';

/** Opens the report on a log, and asks where to save it when `saves`. */
export async function openReport(log: vscode.Uri, saves: boolean): Promise<void> {
  await vscode.commands.executeCommand(commandIds.report, log);
  if (saves) await vscode.commands.executeCommand(commandIds.saveReport);
}
