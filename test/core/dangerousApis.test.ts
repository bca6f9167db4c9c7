import assert from 'node:assert/strict';
import { modulesBelow } from '../architecture/modules';

/** What may send, start, write or run something, by how it is written. */
const APIS: Readonly<Record<string, RegExp>> = {
  network:
    /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|'node:(?:http2?|https|net|tls|dgram|dns)|openExternal/,
  process:
    /'node:(?:child_process|cluster|vm|inspector)|createTerminal|executeTask|process\.(?:kill|dlopen|exec)/,
  code: /\beval\s*\(|new Function\b|importScripts|document\.write/,
  writing:
    /\b(?:writeFile|appendFile|createWriteStream|mkdtemp|unlink|rmdir|copyFile|chmod|chown|truncate|utimes|ftruncate|symlink)\w*\s*\(|\bfs\.(?:delete|rename|copy|createDirectory|writeFile|mkdir|rm)\b|WorkspaceEdit|applyEdit/,
  html: /innerHTML|outerHTML|insertAdjacentHTML|supportHtml|enableCommandUris/,
  trust: /isTrusted/,
  threads: /'node:worker_threads'/,
};

/** The only places; each does what docs/security.md says. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  network: [],
  process: [],
  code: [],
  writing: [
    'src/cli/report.ts',
    'src/extension/applySuggestion.ts',
    'src/extension/panel/exports.ts',
    'src/extension/quickFixes.ts',
    'src/extension/reportCommand.ts',
    'src/extension/runs/keptRuns.ts',
    'src/extension/settingEdits.ts',
  ],
  html: [],
  trust: ['src/extension/suggestionHover.ts'],
  threads: ['src/extension/worker.ts', 'src/node/startThread.ts'],
};

const modules = modulesBelow('src');

describe('what could do harm', () => {
  for (const [kind, api] of Object.entries(APIS)) {
    it(`is used in its named places only: ${kind}`, () => {
      const found = modules.filter(({ text }) => api.test(withoutComments(text)));
      assert.deepEqual(found.map(({ path }) => path).sort(), PLACES[kind]);
    });
  }

  it('is seen where it is written', () => {
    const harmful: Readonly<Record<string, string>> = {
      network: "import { get } from 'node:https';",
      process: "import { spawn } from 'node:child_process';",
      code: "new Function('x')",
      writing: 'await vscode.workspace.fs.delete(uri);',
      html: 'element.innerHTML = name;',
      trust: 'text.isTrusted = true;',
      threads: "import { Worker } from 'node:worker_threads';",
    };
    for (const [kind, text] of Object.entries(harmful)) assert.match(text, APIS[kind]!);
    assert.doesNotMatch(withoutComments('/** never innerHTML */ a; // fetch('), APIS['html']!);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}
