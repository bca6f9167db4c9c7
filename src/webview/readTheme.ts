import { opaque } from './opaque';
import type { Theme } from './theme';

/** The first of the variables that the theme sets, else the colour of the text. */
type Read = (...names: readonly string[]) => string;

/** The theme as it is now; read again when `onThemeChange` says so. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.body);
  const read: Read = (...names) =>
    names
      .map(name => style.getPropertyValue(`--vscode-${name}`).trim())
      .find(value => value !== '') ?? style.color;
  const classes = document.body.classList;
  const highContrast =
    classes.contains('vscode-high-contrast') || classes.contains('vscode-high-contrast-light');
  const text = read('editor-foreground', 'foreground');
  return {
    background: read('editor-background'),
    text,
    muted: highContrast ? text : read('descriptionForeground', 'foreground'),
    // No variable of the theme is a line that is quiet and still seen in every theme.
    grid: highContrast ? text : `color-mix(in srgb, ${text} 22%, transparent)`,
    colours: coloursOf(read),
    suggestion: read('charts-green'),
    severities: {
      error: read('problemsErrorIcon-foreground', 'charts-red'),
      warning: read('problemsWarningIcon-foreground', 'charts-yellow'),
      information: read('problemsInfoIcon-foreground', 'charts-blue'),
    },
    fontFamily: style.fontFamily,
    smallSize: Math.round((Number.parseFloat(style.fontSize) || 13) * 0.86),
    highContrast,
  };
}

/** High-contrast themes have no orange for charts. */
function coloursOf(read: Read): Theme['colours'] {
  return {
    blue: opaque(read('charts-blue')),
    orange: opaque(read('charts-orange', 'symbolIcon-classForeground', 'charts-yellow')),
    green: opaque(read('charts-green')),
    purple: opaque(read('charts-purple')),
    red: opaque(read('charts-red')),
    yellow: opaque(read('charts-yellow')),
    cyan: opaque(read('terminal-ansiCyan', 'charts-foreground')),
    pink: opaque(read('terminal-ansiBrightMagenta', 'charts-purple')),
  };
}

/** Calls back after VS Code put other colours in place: it changes the style of the root and the classes of the body. */
export function onThemeChange(changed: () => void): void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributeFilter: ['class', 'data-vscode-theme-id'] });
}
