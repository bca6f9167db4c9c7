import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { environment, inWorkspace } from './support/environment';
import { themes, until, Workbench } from './support/workbench';

type Loss = (epoch: number) => number;

function rows(from: number, to: number, loss: Loss): string {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const epoch = from + at;
    return `${epoch},${(2 / epoch).toFixed(4)},${loss(epoch).toFixed(4)}\n`;
  }).join('');
}

const falling: Loss = epoch => 0.3 + 1.5 / epoch;
const overfitting: Loss = epoch => falling(Math.min(epoch, 8)) + Math.max(0, epoch - 8) / 40;

function put(path: string, content: string): void {
  mkdirSync(join(inWorkspace(path), '..'), { recursive: true });
  writeFileSync(inWorkspace(path), content);
}

const HEADER = 'epoch,loss,val_loss\n';
const LIVE = 'runs/live/train.log';

/** As a print loop writes it. */
function lines(from: number, to: number, loss: Loss): string {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const epoch = from + at;
    return `Epoch ${epoch}/100 - loss: ${(2 / epoch).toFixed(4)} - val_loss: ${loss(epoch).toFixed(4)}\n`;
  }).join('');
}

describe('the view of runs', () => {
  let code: Workbench;
  before(async () => {
    const fixtures = join(__dirname, '..', '..', '..', 'test', 'fixtures');
    cpSync(join(fixtures, 'stores', 'mlruns'), inWorkspace('mlruns'), { recursive: true });
    const column = (name: string, loss: Loss) =>
      `epoch,${name}\n${Array.from({ length: 20 }, (_, at) => `${at + 1},${loss(at + 1)}\n`).join('')}`;
    put('runs/two_files/train_loss.csv', column('loss', falling));
    put('runs/two_files/val_loss.csv', column('val_loss', overfitting));
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(async () => {
    await code.close();
    for (const path of ['mlruns', 'runs/two_files', 'runs/live', 'many', 'nothing'])
      rmSync(inWorkspace(path), { recursive: true, force: true });
  });

  const list = () => code.page.locator('.composite.viewlet .monaco-list-row');
  const row = (text: string | RegExp): Locator => list().filter({ hasText: text }).first();
  const openView = async (shown = row(/./)) => {
    const title = code.page.locator('.composite.title', { hasText: 'Runs' });
    await until(async () => {
      // Another click on what is shown would hide it.
      if (await title.isHidden())
        await code.page.locator('.activitybar [aria-label^="Epoch Lens"]').first().click();
    }, shown);
  };
  const action = (name: string) =>
    code.page.locator('.composite.title').getByRole('button', { name }).first();
  const input = () => code.page.locator('.quick-input-widget input[type="text"]').first();
  const filter = async (words: string) => {
    await until(() => action('Filter Runs').click(), input());
    await input().fill(words);
    await code.page.keyboard.press('Enter');
  };
  const menu = async (on: Locator, name: string) => {
    await on.click({ button: 'right' });
    const item = code.page.getByRole('menuitem', { name, exact: true });
    await item.waitFor();
    // A menu that has just opened swallows the first click.
    await code.page.waitForTimeout(400);
    await item.click();
    await item.waitFor({ state: 'detached' });
  };

  it('lists each run once with its best value and suggestion, in every theme', async () => {
    await openView();
    await row('two_files').waitFor();
    await row('overfit')
      .filter({ hasText: /best 0\.\d+ @ \d+ → \d+ \(\d+–\d+\)/ })
      .waitFor();
    assert.equal(
      await list()
        .filter({ hasText: /train_loss\.csv|val_loss\.csv/ })
        .count(),
      0,
    );
    await row('mlruns').waitFor();
    assert.equal(
      await list()
        .filter({ hasText: /console\.log/ })
        .count(),
      0,
    );
    for (const theme of themes) {
      await code.theme(theme);
      await code.picture(`runs-${theme}`);
    }
  });

  it('shows the run that is being written, there and in the status bar, and how it stands', async () => {
    put(LIVE, lines(1, 8, falling));
    await openView();
    await row('live').waitFor();
    const status = code.page.locator('.statusbar-item[id*="running"]');
    for (let epoch = 9; epoch <= 24; epoch++) {
      appendFileSync(inWorkspace(LIVE), lines(epoch, epoch, overfitting));
      await code.page.waitForTimeout(300);
    }
    await status.filter({ hasText: /epoch 24\/100 · val_loss 0\.\d+ ↑ · best @8/ }).waitFor();
    await row('live').filter({ hasText: 'epoch 24/100' }).waitFor();
    await code.picture('runs-live');
    const hover = code.page.locator('.monaco-hover:visible').first();
    await until(
      async () => {
        await code.page.mouse.move(900, 300);
        await row('live').hover();
      },
      hover.filter({ hasText: /than the best run so far|as much training/ }),
    );
    await code.picture('runs-live-hover');
    await until(
      async () => {
        await code.page.mouse.move(900, 300);
        await status.hover();
      },
      hover.filter({ hasText: 'Overfitting' }),
    );
    await code.picture('runs-live-status');
    await status.click();
    await code.webview().locator('h1', { hasText: 'train.log' }).waitFor();
  });

  it('filters, sorts, pins and hides', async () => {
    await openView();
    await row('overfit').waitFor();
    await filter('runs/folds');
    await row('overfit').waitFor({ state: 'detached' });
    await code.picture('runs-filtered');
    await filter('');
    await row('overfit').waitFor();
    await until(
      async () => {
        await row('slow').hover();
        await row('slow').getByRole('button', { name: 'Pin' }).click({ timeout: 2000 });
      },
      list().first().filter({ hasText: 'slow' }),
    );
    await menu(row('noisy'), 'Hide');
    await row('noisy').waitFor({ state: 'detached' });
    await code.picture('runs-pinned');
    await code.command('Epoch Lens: Sort Runs By…');
    await code.page.locator('.quick-input-list').getByText('Name', { exact: true }).click();
    await list().first().filter({ hasText: 'slow' }).waitFor();
  });

  it('opens the log of a run, its curves, and the curves of those that are selected', async () => {
    await openView();
    await row('overfit').waitFor();
    await row('overfit').hover();
    await row('overfit').getByRole('button', { name: 'Open Log' }).click();
    await code.tab('train.log').waitFor();
    await openView();
    await row('fold_1').click();
    await code.webview().locator('h1', { hasText: 'training.csv' }).waitFor();
    await row('fold_1').click();
    await row('fold_3').click({ modifiers: ['ControlOrMeta'] });
    await menu(row('fold_3'), 'Compare Runs');
    for (const name of ['fold_1', 'fold_3'])
      await code.webview().locator('.legend-switch', { hasText: name }).first().waitFor();
    assert.equal(await code.webview().locator('.legend-switch', { hasText: 'fold_2' }).count(), 0);
    await code.picture('runs-compared');
  });

  it('stays usable with hundreds of rows, and in a narrow side bar', async () => {
    for (let at = 0; at < 400; at++) {
      const loss = at % 3 ? falling : overfitting;
      put(`many/sweep_${at % 4}/trial_${at}/metrics.csv`, HEADER + rows(1, 12 + (at % 9), loss));
    }
    await openView();
    await row('many/sweep_0').filter({ hasText: '100' }).waitFor();
    // A folder that was met first, while there were few runs, is open already.
    await until(async () => {
      if (await row('trial_0').isHidden()) await row('many/sweep_0').click();
    }, row('trial_0'));
    await code.picture('runs-many');
    await code.page.setViewportSize({ width: 700, height: 700 });
    await code.picture('runs-narrow');
    await code.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('says what to do where there is no run', async () => {
    put('nothing/notes.txt', 'Nothing was trained here.\n');
    const empty = encodeURIComponent(inWorkspace('nothing'));
    await code.page.goto(`${environment.url}?folder=${empty}`);
    await code.isReady();
    const welcome = code.page
      .locator('.welcome-view-content')
      .filter({ hasText: 'No training run' });
    await openView(welcome);
    for (const theme of ['light', 'dark'] as const) {
      await code.theme(theme);
      await code.picture(`runs-none-${theme}`);
    }
  });
});
