import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { environment } from './environment';

/** The themes that pictures are taken in, with the class each gives the workbench. */
export const THEMES = {
  light: { label: 'Light Modern', css: 'vs' },
  dark: { label: 'Dark Modern', css: 'vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', css: 'hc-black' },
} as const;

export type Theme = keyof typeof THEMES;

export const themes = Object.keys(THEMES) as readonly Theme[];

/** A VS Code window in a browser, and what a user does in it. */
export class Workbench {
  readonly page: Page;
  readonly #browser: Browser;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  static async open(size = { width: 1440, height: 900 }): Promise<Workbench> {
    const browser = await chromium.launch({
      executablePath: environment.browser,
      args: environment.flags,
    });
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(30_000);
    const workbench = new Workbench(browser, page);
    await page.goto(environment.url);
    await workbench.isReady();
    return workbench;
  }

  /** Resolves when the files of the workspace are listed. */
  async isReady(): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.isReady();
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** Opens a file by its path, as with Go to File. */
  async openFile(path: string): Promise<void> {
    await this.openAny(path);
    await this.page.locator('.editor-group-container.active .view-lines').waitFor();
  }

  /** Runs a command by its title, as from the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.#pick(title, title, '>');
  }

  /** Types into the quick pick, again while a pick that is just closing swallows it, and takes the row with the label. */
  async #pick(text: string, label: string, prefix = ''): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    const exact = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    const wanted = this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exact }) })
      .first();
    for (let attempt = 0; attempt < 5; attempt++) {
      await input.fill(`${prefix}${text}`);
      if (await appears(wanted)) return wanted.click();
    }
    throw new Error(`The quick pick does not offer "${label}"`);
  }

  /** Shows the curves of a file, which may be no text at all. */
  async showCurves(path: string): Promise<void> {
    await this.openAny(path);
    await this.command('Epoch Lens: Show Training Curves');
  }

  /** Opens a file that the editor may refuse to show as text. */
  async openAny(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.page.keyboard.press('Control+P');
    await this.#pick(path, name);
    await this.tab(name).waitFor();
  }

  /** Closes every editor without saving. */
  async closeEditors(): Promise<void> {
    await this.command('File: Revert File').catch(() => this.page.keyboard.press('Escape'));
    await this.command('View: Close All Editors');
  }

  tab(name: string): Locator {
    return this.page.locator('.tab', { hasText: name }).first();
  }

  /** A button in the title of the active editor. */
  titleButton(name: string): Locator {
    return this.page
      .locator('.editor-group-container.active .editor-actions')
      .getByRole('button', { name });
  }

  /** A line of the active editor that holds the text. */
  line(text: string): Locator {
    const editor = this.page.locator('.editor-group-container.active .view-line');
    return editor.filter({ hasText: nonBreaking(text) }).first();
  }

  /** The lenses of the active editor, in their order. */
  lenses(): Locator {
    return this.page.locator('.editor-group-container.active .codelens-decoration');
  }

  hover(): Locator {
    return this.page.locator('.monaco-hover:visible').first();
  }

  /** Hovers a word in the active editor until the hover shows `expected`. */
  async hoverWord(line: string, word: string, expected: RegExp): Promise<Locator> {
    const found = this.line(line).locator('span span').filter({ hasText: word }).last();
    const wanted = this.hover().filter({ hasText: expected });
    for (let attempt = 0; attempt < 5; attempt++) {
      await this.page.mouse.move(0, 0);
      await found.hover();
      if (await appears(wanted)) return wanted;
    }
    throw new Error(`No hover on "${word}" with ${String(expected)}`);
  }

  /** The page inside the visible webview that holds the selector. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  }

  async theme(theme: Theme): Promise<void> {
    const { label, css } = THEMES[theme];
    await this.command('Preferences: Color Theme');
    await this.#pick(label, label);
    await this.page.locator(`.monaco-workbench.${css}`).waitFor();
    // The webviews hear of it after the workbench.
    await this.page.waitForTimeout(500);
  }

  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(environment.pictures, `${name}.png`) });
  }
}

/** Editors show spaces as non-breaking ones. */
function nonBreaking(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replace(/ /g, '[ \\u00a0]'));
}

async function appears(locator: Locator): Promise<boolean> {
  try {
    await locator.waitFor({ timeout: 3000 });
    return true;
  } catch {
    return false;
  }
}
