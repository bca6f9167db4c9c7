// Draws media/icon.png from media/icon.svg: node scripts/icon.mjs (needs Chromium; CHROME_PATH says where)
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const SIZE = 256;
const svg = readFileSync('media/icon.svg', 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
await page.screenshot({ path: 'media/icon.png', omitBackground: true });
await browser.close();
