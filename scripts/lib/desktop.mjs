// The desktop VS Code, where there is one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root, tools } from './paths.mjs';
import { atEnd, run } from './processes.mjs';
import { QUIET, writeSettings } from './serve.mjs';

const windows = process.platform === 'win32';

/** In terminals of a remote window, `code` only asks the other side to open something. */
const isHelper = path =>
  process.env.VSCODE_IPC_HOOK_CLI !== undefined ||
  /remote-cli|\.vscode-(remote|server)|code-server|^\/mnt\/[a-z]\//.test(path);

/** Path of the desktop VS Code's command; null without one, or without a display to open it on. */
export function findDesktop() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return null;
  try {
    const found = execFileSync(windows ? 'where' : 'which', ['code'], { encoding: 'utf8' });
    const lines = found.trim().split(/\r?\n/);
    const path = windows ? (lines.find(line => line.endsWith('.cmd')) ?? lines[0]) : lines[0];
    return isHelper(path) || isHelper(realpathSync(path)) ? null : path;
  } catch {
    return null;
  }
}

/** The window lives in a process that the command leaves behind; its number stands in a lock file. */
function endWindow(data) {
  const lock = join(data, 'code.lock');
  if (!existsSync(lock)) return;
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 'SIGTERM');
  } catch {
    // Closed by the user.
  }
}

/** Opens the folder with the extension from this project, and resolves when the window is closed. */
export async function openDesktop(code, folder) {
  const data = join(tools, 'desktop');
  mkdirSync(data, { recursive: true });
  writeSettings(data, QUIET, 'wx');
  atEnd(() => endWindow(join(data, 'data')));
  const args = [
    `--extensionDevelopmentPath=${root}`,
    ...['--user-data-dir', join(data, 'data')],
    ...['--extensions-dir', join(data, 'extensions')],
    ...['--disable-workspace-trust', '--skip-welcome', '--new-window', '--wait'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    folder,
  ];
  return run(code, windows ? args.map(one => `"${one}"`) : args, { shell: windows });
}
