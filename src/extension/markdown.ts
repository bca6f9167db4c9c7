import * as vscode from 'vscode';

/** Any text as Markdown that shows just this text, on one line; unlike `appendText` it still wraps. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Any text as a label of a list or the status bar, where `$(name)` would draw an icon. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** A link that runs a command; it works only where the Markdown trusts the command. */
export function commandLink(text: string, command: string, given: readonly unknown[]): string {
  return `[${escaped(text)}](${commandUri(command, given).toString()})`;
}

/** The address of a command with its arguments. */
export function commandUri(command: string, given: readonly unknown[]): vscode.Uri {
  return vscode.Uri.parse(`command:${command}?${encodeURIComponent(JSON.stringify(given))}`);
}

/** A picture inside the text, of this size in pixels. `alt` is read out by screen readers. */
export function svgImage(svg: string, alt: string, width: number, height: number): string {
  const bytes = new TextEncoder().encode(svg);
  const base64 = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
  return `![${escaped(alt)}](data:image/svg+xml;base64,${base64}|width=${width},height=${height})`;
}
