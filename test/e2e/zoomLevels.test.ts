import assert from 'node:assert/strict';
import { cutOff } from './support/readable';
import { Workbench } from './support/workbench';

/** What zooming in a browser does: fewer, larger pixels. Of a window of 1440 × 900. */
const LEVELS = [50, 100, 150, 200, 300];

describe('a zoomed window', () => {
  for (const level of LEVELS)
    it(`shows the whole panel at ${level} %, with nothing cut off`, async () => {
      const scale = level / 100;
      const size = { width: Math.round(1440 / scale), height: Math.round(900 / scale) };
      const code = await Workbench.open({ size, scale });
      try {
        await code.showCurves('runs/overfit/train.log');
        await code.command('View: Close Primary Side Bar');
        const panel = code.webview();
        await panel
          .locator('.caption')
          .filter({ hasText: /drawing/ })
          .waitFor();
        await code.picture(`zoom-${level}`);
        assert.equal(await cutOff(panel.locator('body')), 0);
        const box = await panel.locator('canvas').first().boundingBox();
        assert.ok(box && box.width > 100 && box.height > 100);
      } finally {
        await code.close();
      }
    });
});
