import { darkPalette, lightPalette } from '../palette';
import type { Palette } from '../palette';

/** `css`: the picture follows the page (prefers-color-scheme, or the theme class of a VS Code preview). */
export type SvgTheme = 'light' | 'dark' | 'css';

/** The colour of each part, as an attribute's value. */
export function paintOf(theme: SvgTheme): Palette {
  switch (theme) {
    case 'light':
      return lightPalette;
    case 'dark':
      return darkPalette;
    case 'css':
      return mapped(key => `var(--el-${key})`);
  }
}

/** The style sheet that `css` needs; empty for the others. */
export function styleOf(theme: SvgTheme): string {
  if (theme !== 'css') return '';
  const light = declarations(lightPalette);
  const dark = declarations(darkPalette);
  return (
    `<style>.el{${light}}@media (prefers-color-scheme:dark){.el{${dark}}}` +
    `.vscode-light .el{${light}}.vscode-dark .el,.vscode-high-contrast .el{${dark}}` +
    `.vscode-high-contrast-light .el{${light}}</style>`
  );
}

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([key, colour]: [string, string]) => `--el-${key}:${colour}`)
    .join(';');
}

function mapped(colour: (key: keyof Palette) => string): Palette {
  return {
    train: colour('train'),
    validation: colour('validation'),
    suggestion: colour('suggestion'),
    onset: colour('onset'),
    text: colour('text'),
    grid: colour('grid'),
    background: colour('background'),
  };
}
