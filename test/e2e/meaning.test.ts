import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { inWorkspace } from './support/environment';
import { assertReadable } from './support/readable';
import { until, Workbench } from './support/workbench';

const FOLDER = 'together';

/** A run that is best at epoch 20 of 60. */
const LOG = Array.from({ length: 60 }, (_, at) => {
  const loss = 0.4 + Math.abs(at - 19) * (at < 19 ? 0.05 : 0.02);
  return `Epoch ${at + 1}/60 | train loss ${(2 / (at + 1)).toFixed(4)} | val loss ${loss.toFixed(4)}\n`;
}).join('');

describe('numbers that change together', () => {
  let code: Workbench;
  before(async () => {
    mkdirSync(inWorkspace(`${FOLDER}/run`), { recursive: true });
    writeFileSync(inWorkspace(`${FOLDER}/run/train.log`), LOG);
    writeFileSync(
      inWorkspace(`${FOLDER}/config.yaml`),
      `epochs: 60\nlr: 3e-4\noutput_dir: ${FOLDER}/run\nscheduler:\n  T_max: 60\n  milestones: [30, 45]\n`,
    );
    code = await Workbench.open();
  });
  afterEach(function () {
    return code.tidyUp(this.currentTest);
  });
  after(() => {
    rmSync(inWorkspace(FOLDER), { recursive: true, force: true });
    return code.close();
  });

  it('are named when hovering the setting', async () => {
    await code.openFile(`${FOLDER}/config.yaml`);
    await code.lenses().filter({ hasText: 'Suggested' }).first().waitFor();
    const hover = await code.hoverWord('epochs: 60', '60', /Must change with it/);
    await code.picture('hover-together');
    await assertReadable(hover.locator('p').filter({ hasText: 'Must change' }).first());
  });

  it('are offered by Apply, and changed by the first choice', async () => {
    await code.openFile(`${FOLDER}/config.yaml`);
    const apply = code.lenses().getByText('Apply').first();
    const choice = code.page.locator('.quick-input-list').getByText(/and what must change with it/);
    // A lens that is drawn anew under the pointer loses the click.
    await until(async () => {
      if (await apply.isVisible()) await apply.click();
    }, choice);
    await code.picture('apply-together');
    await code.page.keyboard.press('Enter');
    await code.line('T_max: 60').waitFor({ state: 'detached' });
    const text = await code.page.locator('.view-lines').first().innerText();
    const value = Number(/epochs:\s(\d+)/.exec(text)?.[1]);
    assert.ok(value > 0 && value < 60);
    assert.match(text, new RegExp(`T_max:\\s${value}`));
  });
});
