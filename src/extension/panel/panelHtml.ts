import type * as vscode from 'vscode';

/**
 * The page of a panel: a shell without any data, which comes by messages. Nothing but our own script and
 * style may run in it, whatever a log holds.
 */
export function panelHtml(
  webview: Pick<vscode.Webview, 'asWebviewUri' | 'cspSource'>,
  join: (...parts: readonly string[]) => vscode.Uri,
): string {
  const nonce = freshNonce();
  const script = webview.asWebviewUri(join('dist', 'webview.js')).toString();
  const style = webview.asWebviewUri(join('media', 'panel.css')).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="UTF-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${style}" />
    <title>Epoch Lens</title>
  </head>
  <body>
    <div id="panel"></div>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>
`;
}

/** 128 random bits; `crypto` is a global in Node and in web workers alike. */
function freshNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
