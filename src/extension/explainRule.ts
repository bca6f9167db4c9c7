import * as vscode from 'vscode';

/** Names of pages; anything else comes from no link of ours. */
const RULE = /^[a-z][a-z-]{1,40}$/;

/** Opens the page that explains a rule. Resolves to a sentence where there is none, else to null. */
export async function explainRule(extension: vscode.Uri, rule: unknown): Promise<string | null> {
  const name = typeof rule === 'string' && RULE.test(rule) ? rule : 'README';
  const page = vscode.Uri.joinPath(extension, 'docs', 'rules', `${name}.md`);
  try {
    await vscode.workspace.fs.stat(page);
  } catch {
    return vscode.l10n.t('There is no page about this.');
  }
  await vscode.commands.executeCommand('markdown.showPreview', page);
  return null;
}
