import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  open,
  problems,
  remove,
  ruleOf,
  until,
  untilTrue,
  write,
} from './support/workspace';

/** The first entry about a rule, once it is there. */
async function problem(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(() => problems(uri).find(each => ruleOf(each) === rule));
}

describe('the Problems view', () => {
  afterEach(closeAll);

  it('says on a log at which line it begins to overfit', async () => {
    const document = await open('runs/overfit/train.log');
    const found = await problem(document.uri, 'overfitting');
    assert.match(found.message, /^Overfitting since epoch \d+: /);
    const epoch = /since epoch (\d+)/.exec(found.message)?.[1] ?? '';
    assert.match(document.lineAt(found.range.start.line).text, new RegExp(`\\b${epoch}/100\\b`));
  });

  it('says on a log at which line it diverged, as an error', async () => {
    const document = await open('runs/diverge/metrics.jsonl');
    const found = await problem(document.uri, 'divergence');
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.match(document.lineAt(found.range.start.line).text, /NaN|Infinity/);
  });

  it('says on the setting that its runs contradict it, and fixes it', async () => {
    const document = await open('config.yaml');
    const found = await problem(document.uri, 'epochs-too-many');
    assert.equal(document.getText(found.range), '100');
    assert.match(found.message, /^epochs: 100 is .+ what 1 run supports?/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
    );
    const fix = actions.find(each => /^Set epochs to \d+$/.test(each.title));
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await untilTrue(() => problems(document.uri).length === 0);
    await vscode.commands.executeCommand('undo');
    await problem(document.uri, 'epochs-too-many');
  });

  it('links each code to the page about the rule', async () => {
    const document = await open('config.yaml');
    const { code } = await problem(document.uri, 'epochs-too-many');
    assert.ok(typeof code === 'object');
    assert.equal(code.target.toString(true), 'command:epochLens.explainRule?["epochs-too-many"]');
  });

  it('has at most one entry for a rule and a run', async () => {
    const document = await open('runs/overfit/train.log');
    await problem(document.uri, 'overfitting');
    const rules = problems(document.uri).map(ruleOf);
    assert.deepEqual(rules, [...new Set(rules)]);
  });

  it('clears the entries of a log that was closed', async () => {
    const { uri } = await open('runs/overfit/train.log');
    await problem(uri, 'overfitting');
    await closeAll();
    await untilTrue(() => problems(uri).length === 0);
  });

  it('leaves out rules that are ignored', async () => {
    const { uri } = await open('runs/overfit/train.log');
    await problem(uri, 'overfitting');
    const settings = vscode.workspace.getConfiguration('epochLens', uri);
    await settings.update('problems.ignore', ['overfitting'], vscode.ConfigurationTarget.Global);
    await untilTrue(() => !problems(uri).map(ruleOf).includes('overfitting'));
    await settings.update('problems.ignore', undefined, vscode.ConfigurationTarget.Global);
    await problem(uri, 'overfitting');
  });

  it('says nothing about files that are no logs', async () => {
    const uri = await write('notes.txt', 'Buy milk.\nCall the plumber at 5.\n');
    await open('notes.txt');
    await open('runs/overfit/train.log');
    await problem(vscode.window.activeTextEditor!.document.uri, 'overfitting');
    assert.deepEqual(problems(uri), []);
    await remove('notes.txt');
  });
});
