import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  click,
  closeAll,
  hoverAt,
  lenses,
  open,
  problems,
  remove,
  ruleOf,
  until,
  untilTrue,
  write,
} from './support/workspace';

/** A run that is best at epoch 20 of 60. */
const LINES = Array.from({ length: 60 }, (_, epoch) => {
  const best = 20;
  const loss = 0.4 + Math.abs(epoch + 1 - best) * (epoch + 1 < best ? 0.05 : 0.02);
  return `Epoch ${epoch + 1}/60 | train loss ${(2 / (epoch + 1)).toFixed(4)} | val loss ${loss.toFixed(4)}\n`;
}).join('');

describe('what a setting means, in the editor', () => {
  afterEach(closeAll);

  it('Apply offers to change what must change together, as one edit that is undone as one', async () => {
    await write('together/run/train.log', LINES);
    await write(
      'together/config.yaml',
      'epochs: 60\nlr: 0.1\noutput_dir: together/run\nscheduler:\n  T_max: 60\n  milestones: [30, 45]\n',
    );
    const document = await open('together/config.yaml');
    const before = document.getText();
    const apply = await until(async () =>
      (await lenses(document)).find(each => each.command?.title === 'Apply'),
    );
    const done = click(apply);
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText() !== before ? true : undefined;
    });
    await done;
    const value = Number(/^epochs: (\d+)$/m.exec(document.getText())?.[1]);
    assert.ok(value < 60);
    assert.match(document.getText(), new RegExp(`T_max: ${value}\\n`));
    assert.ok(
      document.getText().includes(`[${Math.round(value / 2)}, ${Math.round(value * 0.75)}]`),
    );
    await vscode.commands.executeCommand('undo');
    await untilTrue(() => document.getText() === before);
    await remove('together');
  });

  it('hovering a link says where the number stands', async () => {
    await write('linked/train.py', 'EPOCHS = 17\nmodel.fit(x, y, epochs=EPOCHS)\n');
    const document = await open('linked/train.py');
    const text = await until(async () => (await hoverAt(document, 'epochs=EPOCHS')) || undefined);
    assert.match(text, /^The number comes from \[EPOCHS, line 1\]\(file:.+#L1\): 17\.$/);
    await remove('linked');
  });

  it('hovering a limit that is switched off says which one governs', async () => {
    await write('off/config.yaml', 'trainer:\n  max_epochs: 10\n  max_steps: -1\n');
    const document = await open('off/config.yaml');
    const text = await until(async () => (await hoverAt(document, '-1')) || undefined);
    assert.match(text.replaceAll('\\', ''), /max_steps: -1 sets no limit: trainer.max_epochs: 10/);
    await remove('off');
  });

  it('Problems says of a number that PyYAML reads it as text, and writes it as one', async () => {
    await write('text.yaml', 'epochs: 1e2\nlr: 3e-4\n');
    const document = await open('text.yaml');
    const found = await until(() => {
      const all = problems(document.uri).filter(each => ruleOf(each) === 'number-as-text');
      return all.length === 2 ? all : undefined;
    });
    for (const { range } of found.toReversed()) {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      const fix = actions.find(each => /^Write /.test(each.title));
      assert.ok(fix?.edit);
      await vscode.workspace.applyEdit(fix.edit);
    }
    assert.equal(document.getText(), 'epochs: 100\nlr: 3.0e-4\n');
    await untilTrue(() => problems(document.uri).length === 0);
    await remove('text.yaml');
  });
});
