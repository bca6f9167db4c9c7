import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';
import { environment } from './environment';

/** The themes that pictures are taken in, with the class each gives the workbench; the last one stays. */
export const THEMES = {
  dark: { label: 'Dark Modern', css: 'vs-dark' },
  'high-contrast': { label: 'Dark High Contrast', css: 'hc-black' },
  'high-contrast-light': { label: 'Light High Contrast', css: 'hc-light' },
  light: { label: 'Light Modern', css: 'vs' },
} as const;

export type Theme = keyof typeof THEMES;

export const themes = Object.keys(THEMES) as readonly Theme[];

/** How a window is opened. */
export interface OpenOptions {
  /** In CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels in a CSS pixel. */
  readonly scale?: number;
  /** Does something to the page before it is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

/** A VS Code window in a browser, and what a user does in it. */
export class Workbench {
  readonly page: Page;
  readonly #browser: Browser;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  static async open(options: OpenOptions = {}): Promise<Workbench> {
    const { size = { width: 1440, height: 900 }, scale = 1, prepare } = options;
    const browser = await chromium.launch({
      executablePath: environment.browser,
      args: environment.flags,
    });
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
    page.setDefaultTimeout(60_000);
    const workbench = new Workbench(browser, page);
    await prepare?.(page);
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
    await this.#ask('F1', title, title, '>');
  }

  /** Opens the palette at a command, so that Enter runs it. */
  async choose(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    const focused = this.page.locator('.quick-input-list .monaco-list-row.focused');
    const wanted = focused.filter({ hasText: title });
    await until(async () => {
      await this.page.keyboard.press('F1');
      await input.fill(`>${title}`, { timeout: 5000 }).catch(() => undefined);
    }, wanted);
    // What is shown is filtered once more when the list comes to rest.
    await this.page.waitForTimeout(400);
  }

  /** Opens the quick pick and takes the row with the label; once more where something took the focus away from it. */
  async #ask(key: string, text: string, label: string, prefix = ''): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      try {
        await this.#pick(text, label, prefix);
        return;
      } catch (error) {
        if (attempt === 4) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** Types into the quick pick and takes the row with the label, once the list has come to rest. */
  async #pick(text: string, label: string, prefix = ''): Promise<void> {
    const input = this.page.locator('.quick-input-widget input[type="text"]').first();
    const exact = new RegExp(`^${escaped(label)}$`);
    const wanted = this.page
      .locator('.quick-input-list .monaco-list-row')
      .filter({ has: this.page.locator('.label-name', { hasText: exact }) })
      .first();
    // A pick that is just closing swallows what is typed.
    await until(() => input.fill(`${prefix}${text}`, { timeout: 5000 }), wanted, 3);
    await this.page.waitForTimeout(400);
    await wanted.click({ timeout: 5000 });
  }

  /** Shows the curves of a file, which may be no text at all. */
  async showCurves(path: string): Promise<void> {
    await this.openAny(path);
    const title = this.webview().locator('h1', { hasText: path.split('/').at(-1) ?? path });
    await until(() => this.command('Epoch Lens: Show Training Curves'), title);
  }

  /** Opens a file that the editor may refuse to show as text. */
  async openAny(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await until(() => this.#ask('Control+P', path, name), this.tab(name));
  }

  /** Closes every editor; what was changed in them is lost. */
  async closeEditors(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.command('View: Close All Editors');
    const lose = this.page.getByRole('button', { name: "Don't Save" });
    await this.page.locator('.editor-group-container.empty').or(lose).first().waitFor();
    if (await lose.isVisible()) await lose.click();
  }

  /** After each test: a picture of what a failed one left on the screen, and a clean slate. */
  async tidyUp(
    test: { readonly title: string; readonly state?: string | undefined } | undefined,
  ): Promise<void> {
    if (test?.state === 'failed') await this.picture(`failed-${test.title.replace(/\W+/g, '-')}`);
    await this.closeEditors().catch(() => this.reload());
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
    await until(async () => {
      await this.page.mouse.move(0, 0);
      await found.hover();
    }, wanted);
    return wanted;
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
    // Hovers and lists fade in.
    await this.page.waitForTimeout(600);
    await this.page.screenshot({ path: join(environment.pictures, `${name}.png`) });
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Editors show spaces as non-breaking ones. */
const nonBreaking = (text: string): RegExp => new RegExp(escaped(text).replace(/ /g, '[ \\u00a0]'));

/** Does something, as a user would, again until it shows: a workbench that is still starting ignores some of it. */
export async function until(
  work: () => Promise<void>,
  shown: Locator,
  attempts = 8,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      await shown.first().waitFor({ timeout: 5000 });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}
