/**
 * Puts named values into a template and translates it: the extension gives `vscode.l10n.t`,
 * the terminal gives `plainly`. Values are formatted before they come here.
 */
export type Say = (template: string, values?: Readonly<Record<string, string | number>>) => string;

/** English as written: `{name}` is replaced by the value; an unknown name stays as it is. */
export const plainly: Say = (template, values = {}) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
