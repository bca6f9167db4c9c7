import type { ColourName } from './seriesStyle';

/** The colours and fonts of VS Code's theme, as a canvas needs them. */
export interface Theme {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly colours: Readonly<Record<ColourName, string>>;
  readonly suggestion: string;
  readonly severities: Readonly<Record<'error' | 'warning' | 'information', string>>;
  readonly fontFamily: string;
  /** Size of the chart's own texts in CSS pixels: a little smaller than the editor's. */
  readonly smallSize: number;
  readonly highContrast: boolean;
}

/** The theme as it is now; read again when `onThemeChange` says so. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read = (...names: readonly string[]) =>
    names.map(name => style.getPropertyValue(name).trim()).find(value => value !== '') ??
    style.color;
  const classes = document.body.classList;
  const highContrast =
    classes.contains('vscode-high-contrast') || classes.contains('vscode-high-contrast-light');
  const text = read('--vscode-editor-foreground', '--vscode-foreground');
  return {
    background: read('--vscode-editor-background'),
    text,
    muted: highContrast ? text : read('--vscode-descriptionForeground', '--vscode-foreground'),
    grid: highContrast
      ? text
      : read('--vscode-editorIndentGuide-background1', '--vscode-charts-lines'),
    colours: {
      blue: opaque(read('--vscode-charts-blue')),
      orange: opaque(
        read(
          '--vscode-charts-orange',
          '--vscode-symbolIcon-classForeground',
          '--vscode-charts-yellow',
        ),
      ),
      green: opaque(read('--vscode-charts-green')),
      purple: opaque(read('--vscode-charts-purple')),
      red: opaque(read('--vscode-charts-red')),
      yellow: opaque(read('--vscode-charts-yellow')),
    },
    suggestion: read('--vscode-charts-green'),
    severities: {
      error: read('--vscode-problemsErrorIcon-foreground', '--vscode-charts-red'),
      warning: read('--vscode-problemsWarningIcon-foreground', '--vscode-charts-yellow'),
      information: read('--vscode-problemsInfoIcon-foreground', '--vscode-charts-blue'),
    },
    fontFamily: style.fontFamily,
    smallSize: Math.round((Number.parseFloat(style.fontSize) || 13) * 0.86),
    highContrast,
  };
}

/** The colour without its transparency: VS Code's orange for charts is that of marks in the minimap, too faint for a line. */
export function opaque(colour: string): string {
  const hex = /^#(?:([\da-f]{6})[\da-f]{2}|([\da-f]{3})[\da-f])$/i.exec(colour);
  if (hex) return `#${hex[1] ?? hex[2] ?? ''}`;
  const rgba = /^rgba\(([^,]+,[^,]+,[^,]+),[^,]+\)$/.exec(colour);
  return rgba ? `rgb(${rgba[1] ?? ''})` : colour;
}

/** Calls back after VS Code put other colours in place: it changes the style of the root and the classes of the body. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
}
