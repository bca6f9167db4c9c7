import type { FromPanel, ToPanel, ViewState } from '../core/protocol';

/** What VS Code puts into a webview. */
interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** The other side: the extension host, and the state VS Code keeps for us across reloads. */
export interface Host {
  send(message: FromPanel): void;
  /** What `keep` kept last, in whatever shape; undefined at first. */
  kept(): unknown;
  keep(state: ViewState): void;
  onMessage(receive: (message: ToPanel) => void): void;
}

/** Connects to VS Code; may be called once. */
export function connect(): Host {
  const api = acquireVsCodeApi();
  return {
    send: message => api.postMessage(message),
    kept: () => api.getState(),
    keep: state => api.setState(state),
    onMessage(receive) {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (isMessage(event.data)) receive(event.data);
      });
    },
  };
}

function isMessage(data: unknown): data is ToPanel {
  return typeof data === 'object' && data !== null && 'type' in data;
}
