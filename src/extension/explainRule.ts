import * as vscode from 'vscode';

/** Names of pages; anything else comes from no link of ours. */
const RULE = /^[a-z][a-z-]{1,40}$/;

/** Opens the page that explains a rule, or `range`, what a suggested range says. Resolves to a sentence where there is none, else to null. */
export async function explainRule(extension: vscode.Uri, rule: unknown): Promise<string | null> {
  const page = pageOf(vscode.Uri.joinPath(extension, 'docs'), rule);
  try {
    await vscode.workspace.fs.stat(page.with({ fragment: '' }));
  } catch {
    return vscode.l10n.t('There is no page about this.');
  }
  await vscode.commands.executeCommand('markdown.showPreview', page);
  return null;
}

function pageOf(docs: vscode.Uri, rule: unknown): vscode.Uri {
  if (rule === 'range') {
    return vscode.Uri.joinPath(docs, 'report.md').with({ fragment: 'why-this-range' });
  }
  const name = typeof rule === 'string' && RULE.test(rule) ? rule : 'README';
  return vscode.Uri.joinPath(docs, 'rules', `${name}.md`);
}
