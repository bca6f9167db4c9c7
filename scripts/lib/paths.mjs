// Where things are. Nothing outside the project is written, so removing .vscode-test/ and node_modules/ undoes everything.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Downloads, and the data folders of the VS Code servers that the scripts start. */
export const tools = join(root, '.vscode-test');

/** Totals that each test suite leaves behind. */
export const results = join(root, 'out', 'results');

/** Screenshots of the UI tests. */
export const pictures = join(root, 'test', 'e2e', 'out');
