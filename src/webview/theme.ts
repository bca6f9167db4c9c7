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
      blue: read('--vscode-charts-blue'),
      orange: read('--vscode-charts-orange'),
      green: read('--vscode-charts-green'),
      purple: read('--vscode-charts-purple'),
      red: read('--vscode-charts-red'),
      yellow: read('--vscode-charts-yellow'),
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

/** Calls back after VS Code put other colours in place: it changes the style of the root and the classes of the body. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
}
