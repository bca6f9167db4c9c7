import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  problems,
  remove,
  ruleOf,
  tabs,
  until,
  untilTrue,
  write,
} from './support/workspace';

const FOLDER = vscode.Uri.from({ scheme: 'epoch-lens-terminal', path: '/Terminal' });
const SETTING = 'terminal.follow';

/** A training as a shell script: falls for ten epochs, rises after; `last` milliseconds later it is over. */
const training = (epochs: number, last = '0') => `for e in $(seq 1 ${epochs}); do
  v=$((e < 10 ? 900 - 60 * e : 300 + 20 * e))
  printf '\\033[32mEpoch %d/${epochs}\\033[0m - loss: 0.%03d - val_loss: 0.%03d\\r\\n' $e $((900 / e)) $v
  sleep 0.02
done
sleep ${last}
exit \${1:-0}
`;

describe('a terminal', () => {
  const terminals: vscode.Terminal[] = [];
  const setting = () => vscode.workspace.getConfiguration('epochLens');
  const follow = (value: boolean | undefined) =>
    setting().update(SETTING, value, vscode.ConfigurationTarget.Global);

  async function shell(): Promise<
    vscode.Terminal & { shellIntegration: vscode.TerminalShellIntegration }
  > {
    const terminal = vscode.window.createTerminal({ name: 'training', shellPath: '/bin/bash' });
    terminals.push(terminal);
    terminal.show(true);
    await until(() => terminal.shellIntegration);
    return terminal as vscode.Terminal & { shellIntegration: vscode.TerminalShellIntegration };
  }

  /** Runs a command to its end. */
  async function run(terminal: Awaited<ReturnType<typeof shell>>, command: string): Promise<void> {
    const ended = new Promise<void>(resolve => {
      const listening = vscode.window.onDidEndTerminalShellExecution(({ terminal: ending }) => {
        if (ending !== terminal) return;
        listening.dispose();
        resolve();
      });
    });
    terminal.shellIntegration.executeCommand(command);
    await ended;
  }

  /** What is followed, or stayed after it. */
  async function outputs(): Promise<readonly vscode.Uri[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(FOLDER);
      return entries.map(([name]) => vscode.Uri.joinPath(FOLDER, name));
    } catch {
      return [];
    }
  }

  const textOf = async (uri: vscode.Uri) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  before(async () => {
    await write('terminal/fit.sh', training(30));
    await write('terminal/slow.sh', training(30, '4'));
    await write('terminal/list.sh', 'ls; echo 3 files, 0.5 MB\n');
    await write('terminal/screen.sh', `printf '\\033[?1049h'; ${training(30)}`);
  });
  afterEach(async () => {
    await follow(undefined);
    for (const terminal of terminals.splice(0)) terminal.dispose();
    await closeAll();
  });
  after(() => remove('terminal'));

  it('is not read where nobody asked for that', async () => {
    await run(await shell(), 'bash terminal/fit.sh');
    assert.deepEqual(await outputs(), []);
  });

  it('that is followed shows a training, tells what is found in it, and leaves its text', async () => {
    await follow(true);
    const terminal = await shell();
    terminal.shellIntegration.executeCommand('bash terminal/slow.sh');
    const uri = await until(async () =>
      (await outputs()).find(({ path }) => path.includes('slow')),
    );
    assert.match(uri.path, /^\/Terminal\/bash slow\.sh \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.log$/);
    // Only of what is being written is something said that nobody opened.
    await until(() => problems(uri).find(each => ruleOf(each) === 'overfitting'));
    const text = await until(async () => {
      const printed = await textOf(uri);
      return printed.includes('Epoch 30/30') ? printed : undefined;
    });
    assert.match(text, /^Epoch 1\/30 - loss: 0\.900 - val_loss: 0\.840\r?$/m);
    assert.ok(!text.includes('\x1b'));
    await vscode.commands.executeCommand('epochLens.showCurves', uri);
    await untilTrue(() => tabs().length === 1);
  });

  it('of something else shows nothing, and nothing of it stays', async () => {
    await follow(true);
    const before = (await outputs()).length;
    const terminal = await shell();
    await run(terminal, 'bash terminal/list.sh');
    await run(terminal, 'bash terminal/screen.sh');
    await run(terminal, 'bash terminal/fit.sh');
    await until(async () => ((await outputs()).length === before + 1 ? true : undefined));
    assert.ok((await outputs()).every(({ path }) => !/list|screen/.test(path)));
  });

  it('is followed on demand, and no other one', async () => {
    const other = await shell();
    const terminal = await shell();
    await untilTrue(() => vscode.window.activeTerminal === terminal);
    const before = (await outputs()).length;
    await vscode.commands.executeCommand('epochLens.followTerminal');
    await Promise.all([run(other, 'bash terminal/fit.sh'), run(terminal, 'bash terminal/fit.sh')]);
    await until(async () => ((await outputs()).length === before + 1 ? true : undefined));
  });

  it('that is closed in the middle of a training leaves what it printed', async () => {
    await follow(true);
    const terminal = await shell();
    const before = new Set((await outputs()).map(String));
    terminal.shellIntegration.executeCommand('bash terminal/slow.sh');
    const uri = await until(async () => (await outputs()).find(each => !before.has(String(each))));
    await until(async () => ((await textOf(uri)).includes('Epoch 12/30') ? true : undefined));
    terminal.dispose();
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.match(await textOf(uri), /Epoch 12\/30/);
  });

  it('cannot be written to as a file', async () => {
    const uri = vscode.Uri.joinPath(FOLDER, 'x.log');
    await assert.rejects(async () => vscode.workspace.fs.writeFile(uri, new Uint8Array()));
  });
});
