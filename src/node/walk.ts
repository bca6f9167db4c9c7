import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSkippedFolder } from '../core/project/skippedFolders';

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
  /** Whether a path (relative, of a file or a folder) is left out, a folder with everything in it. */
  readonly isLeftOut?: (relative: string) => boolean;
  /** Hidden folders to enter nevertheless: `.hydra`. */
  readonly hidden?: ReadonlySet<string>;
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

/** As `localeCompare` would, which is much slower. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** Entries of a folder by name, numbers by value; nothing where it may not be read, nor in a Python environment. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    if (entries.some(entry => entry.name === 'pyvenv.cfg')) return [];
    const names = entries.sort((a, b) => compare(a.name, b.name));
    // What is met twice keeps the name it has, not that of a link (W&B's `latest-run`).
    return [false, true].flatMap(isLink => names.filter(each => each.isSymbolicLink() === isLink));
  } catch {
    return [];
  }
}

interface Folder {
  readonly path: string;
  readonly relative: string;
  readonly depth: number;
}

/** What a folder holds: files to hand out, folders to go into. Nothing the second time it is met (links lead back). */
async function contentsOf(
  folder: Folder,
  seen: Set<string>,
  hidden: ReadonlySet<string>,
  isLeftOut: WalkOptions['isLeftOut'],
): Promise<{ files: WalkedFile[]; folders: Folder[] }> {
  const files: WalkedFile[] = [];
  const folders: Folder[] = [];
  const real = await realpath(folder.path).catch(() => null);
  if (real === null || seen.has(real)) return { files, folders };
  seen.add(real);
  for (const entry of await entriesOf(folder.path)) {
    const path = join(folder.path, entry.name);
    const relative = folder.relative === '' ? entry.name : `${folder.relative}/${entry.name}`;
    if (isLeftOut?.(relative) === true) continue;
    const kind = await kindOf(entry, path);
    if (kind === 'file') files.push({ path, relative });
    else if (kind === 'folder' && !isSkippedFolder(entry.name, hidden)) {
      folders.push({ path, relative, depth: folder.depth + 1 });
    }
  }
  return { files, folders };
}

/**
 * The files below a folder, breadth first and in the order of their names: no hidden folders, no packages, each
 * folder once. Ends early at `most` files, at `deepest` levels, or when the signal says so.
 */
export async function* walk(folder: string, options: WalkOptions = {}): AsyncGenerator<WalkedFile> {
  const { most = 20_000, deepest = 24, hidden = new Set<string>(), signal } = options;
  const seen = new Set<string>();
  const waiting: Folder[] = [{ path: folder, relative: '', depth: 0 }];
  let left = most;
  for (const next of waiting) {
    if (signal?.aborted === true) return;
    const { files, folders } = await contentsOf(next, seen, hidden, options.isLeftOut);
    if (next.depth < deepest) waiting.push(...folders);
    yield* files.slice(0, left);
    left -= files.length;
    if (left <= 0) return;
  }
}
