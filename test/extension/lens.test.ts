import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  click,
  closeAll,
  hoverAt,
  lenses,
  lensTitles,
  open,
  remove,
  tabs,
  until,
  untilTrue,
  write,
} from './support/workspace';

const SUGGESTED = /^Suggested \d+ epochs \(\d+–\d+\) · \d+ runs?$/;

describe('beside an epoch setting', () => {
  afterEach(closeAll);

  const shown = async (path: string) => {
    const document = await open(path);
    const titles = await until(async () => {
      const found = await lensTitles(document);
      return found.length > 0 ? found : undefined;
    });
    return { document, titles };
  };

  it('the lens says what the runs support, and offers to apply it', async () => {
    const { titles } = await shown('config.yaml');
    assert.equal(titles.length, 2);
    assert.match(titles[0] ?? '', SUGGESTED);
    assert.equal(titles[1], 'Apply');
  });

  it('the lens stands in YAML, JSON and Python, on the line of the setting', async () => {
    for (const [path, line] of [
      ['config.yaml', /^epochs: 100/],
      ['configs/seeds.json', /"epochs": 80/],
      ['train.py', /^EPOCHS = 80/],
    ] as const) {
      const { document } = await shown(path);
      const [lens] = await lenses(document);
      assert.ok(lens);
      assert.match(document.lineAt(lens.range.start.line).text, line);
    }
  });

  it('Apply changes the number and nothing else, the lens then says that it matches, and undo takes it back', async () => {
    const { document } = await shown('config.yaml');
    const before = document.getText();
    const [, apply] = await lenses(document);
    await click(apply);
    const value = /^epochs: (\d+)$/m.exec(document.getText())?.[1];
    assert.equal(document.getText(), before.replace('epochs: 100', `epochs: ${value}`));
    assert.notEqual(value, '100');
    await until(async () => {
      const titles = await lensTitles(document);
      return titles.length === 1 && titles[0]?.endsWith('matches') ? titles : undefined;
    });
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('an Apply that comes too late changes nothing', async () => {
    const { document } = await shown('config.yaml');
    const before = document.getText();
    const uri = document.uri.toString();
    for (const given of [
      undefined,
      'text',
      { uri, id: 'gone', value: 3 },
      { uri, id: 7, value: 'x' },
    ]) {
      await vscode.commands.executeCommand('epochLens.applySuggestion', given);
    }
    assert.equal(document.getText(), before);
  });

  it('the lens is gone while a switch is off, ours or the editor’s', async () => {
    const { document } = await shown('config.yaml');
    for (const [section, name] of [
      ['epochLens', 'lens.enabled'],
      ['editor', 'codeLens'],
    ] as const) {
      const settings = vscode.workspace.getConfiguration(section);
      await settings.update(name, false, vscode.ConfigurationTarget.Global);
      await untilTrue(async () => (await lensTitles(document)).length === 0);
      await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
      await untilTrue(async () => (await lensTitles(document)).length > 0);
    }
  });

  it('clicking the text opens the curves', async () => {
    const { document } = await shown('config.yaml');
    await click((await lenses(document))[0]);
    await untilTrue(() => tabs().includes('train.log'));
  });

  it('the lens says how far a run is while it is being written, and offers nothing to apply', async () => {
    await write('live/config.yaml', 'epochs: 60\noutput_dir: live/run\n');
    const lines = Array.from(
      { length: 20 },
      (_, epoch) =>
        `Epoch ${epoch + 1}/60 | train loss ${2 / (epoch + 1)} | val loss ${3 / (epoch + 1)}\n`,
    );
    await write('live/run/train.log', lines.slice(0, 12).join(''));
    const { document } = await shown('live/config.yaml');
    await write('live/run/train.log', lines.join(''));
    await until(async () => {
      const titles = await lensTitles(document);
      return titles.length === 1 && titles[0]?.startsWith('Epoch 20 of 60 · best 0.15 @ 20')
        ? titles
        : undefined;
    });
    await closeAll();
    await remove('live');
  });

  it('the hover shows the suggestion, the curve, the reason, the runs and links', async () => {
    const { document } = await shown('config.yaml');
    const text = await hoverAt(document, '100');
    assert.match(text, /^\*\*Suggested \d+ epochs\*\* · range \d+–\d+\n/);
    assert.match(text, /!\[.+\]\(data:image\/svg\+xml;base64,[\w+/=]+\|width=\d+,height=\d+\)/);
    assert.match(text, /lowest at epoch \d+/);
    assert.match(text, /saves/);
    assert.match(text, /\[.*train.*log.*\]\(command:epochLens\.openLogLine\?/);
    assert.match(text, /\(command:epochLens\.showRuns\?/);
    assert.match(text, /\[Why this range\?\]\(command:epochLens\.explainRule\?[^)]*range[^)]*\)$/);
    assert.equal(await hoverAt(document, 'epochs: 100'), text, 'the key answers as well');
  });

  it('the hover without a run says what to log, and there is no lens', async () => {
    await write('elsewhere/alone.yaml', 'unrelated:\n  max_epochs: 7\n');
    const document = await open('elsewhere/alone.yaml');
    const text = await until(async () => {
      const found = await hoverAt(document, '7');
      return /found yet/.test(found) ? found : undefined;
    });
    assert.match(text, /max_epochs/);
    assert.deepEqual(await lensTitles(document), []);
    await remove('elsewhere');
  });

  it('a file without a setting tells whose runs they are, as in the terminal', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `${at},${1 / (at + 1)},${1 / (at + 2)}\n`);
    await write('tracked/run.py', 'from dvclive import Live\n');
    await write('tracked/dvclive/metrics.csv', `epoch,loss,val_loss\n${rows.join('')}`);
    await write('tracked/params.yaml', 'train:\n  max_epochs: 77\n');
    const { titles } = await shown('tracked/params.yaml');
    assert.match(titles[0] ?? '', /· 1 run/);
    await remove('tracked');
  });

  it('the page about the range opens from the hover', async () => {
    await vscode.commands.executeCommand('epochLens.explainRule', 'range');
    await untilTrue(() => tabs().some(label => label.includes('report.md')));
  });

  it('a config with syntax errors is read as far as it goes', async () => {
    await write('broken/config.yaml', 'epochs: 60\noutput_dir: broken/run\n  model: [\n\t: :\n');
    const rows = Array.from({ length: 60 }, (_, at) => {
      return `${at},${1 / (at + 1)},${1 + (at / 60 - 0.5) ** 2}\n`;
    });
    await write('broken/run/history.csv', `epoch,loss,val_loss\n${rows.join('')}`);
    const { titles } = await shown('broken/config.yaml');
    assert.match(titles[0] ?? '', /^Suggested \d+ epochs/);
    await remove('broken');
  });
});
