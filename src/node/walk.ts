import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that a walk met. */
export interface WalkedFile {
  readonly path: string;
  /** Relative to the folder walked, `/` between parts. */
  readonly relative: string;
}

export interface WalkOptions {
  /** Files after which a walk ends. */
  readonly most?: number;
  readonly deepest?: number;
  readonly signal?: AbortSignal | undefined;
  /** Hidden folders to enter nevertheless: `.hydra`. */
  readonly hidden?: ReadonlySet<string>;
}

/** Folders that never hold logs of one's own training and may hold a million files. */
const SKIPPED = new Set([
  'node_modules',
  'bower_components',
  'site-packages',
  'dist-packages',
  '__pycache__',
  '__MACOSX',
  'venv',
  'env',
  'virtualenv',
  'conda-meta',
]);

const NONE: ReadonlySet<string> = new Set();

/** Hidden folders and those of `SKIPPED`; a folder with `pyvenv.cfg` in it is left where it is noticed. */
function isSkipped(name: string, hidden: ReadonlySet<string>): boolean {
  return SKIPPED.has(name) || (name.startsWith('.') && !hidden.has(name));
}

/** The kind of an entry, through a link: never of what is neither file nor folder. */
async function kindOf(entry: Dirent, path: string): Promise<'file' | 'folder' | null> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return null;
  try {
    const target = await stat(path);
    return target.isFile() ? 'file' : target.isDirectory() ? 'folder' : null;
  } catch {
    return null;
  }
}

/** Entries of a folder by name, numbers by value; nothing where it may not be read. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    if (entries.some(entry => entry.name === 'pyvenv.cfg')) return [];
    return entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
  } catch {
    return [];
  }
}

/**
 * The files below a folder, breadth first and in the order of their names: no hidden folders, no packages, each folder once
 * (links may lead back). Ends early at `most` files, at `deepest` levels, or when the signal says so.
 */
export async function* walk(folder: string, options: WalkOptions = {}): AsyncGenerator<WalkedFile> {
  const { most = 20_000, deepest = 24, signal, hidden = NONE } = options;
  const seen = new Set<string>();
  const folders = [{ path: folder, relative: '', depth: 0 }];
  let count = 0;
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    if (signal?.aborted === true) return;
    const real = await realpath(next.path).catch(() => null);
    if (real === null || seen.has(real)) continue;
    seen.add(real);
    for (const entry of await entriesOf(next.path)) {
      const path = join(next.path, entry.name);
      const relative = next.relative === '' ? entry.name : `${next.relative}/${entry.name}`;
      const kind = await kindOf(entry, path);
      if (kind === 'folder' && !isSkipped(entry.name, hidden) && next.depth < deepest) {
        folders.push({ path, relative, depth: next.depth + 1 });
      } else if (kind === 'file') {
        if (++count > most) return;
        yield { path, relative };
      }
    }
  }
}
