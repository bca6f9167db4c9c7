import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { LogSource, LogStat } from '../core/log/tail';
import { accessError, UserError } from './userError';

/** A log on this machine's disk. Only regular files are ever opened: reading a pipe could wait for ever. */
export class FileSource implements LogSource {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async stat(): Promise<LogStat | null> {
    try {
      const found = await stat(this.#path);
      if (!found.isFile()) throw new UserError('It is neither a file nor a folder.');
      // Inodes are used again at once: the time of birth tells the new file from the old one.
      // Where a file system does not know it, it is that of the last change.
      const birth = found.birthtimeMs < found.ctimeMs ? found.birthtimeMs : '';
      const identity = `${found.dev}:${found.ino}:${birth}`;
      return { size: found.size, modified: found.mtimeMs, identity };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error instanceof UserError ? error : accessError(error);
    }
  }

  async read(from: number, to: number, room?: Uint8Array): Promise<Uint8Array> {
    if (!(to > from)) return new Uint8Array();
    let handle;
    try {
      // The file may have been replaced by a pipe since it was looked at: do not wait for a writer.
      handle = await open(this.#path, constants.O_RDONLY | constants.O_NONBLOCK);
    } catch (error) {
      throw accessError(error);
    }
    try {
      const isRoom = room !== undefined && room.length >= to - from;
      const bytes = isRoom ? room.subarray(0, to - from) : new Uint8Array(to - from);
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(
          bytes,
          filled,
          bytes.length - filled,
          from + filled,
        );
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } catch (error) {
      throw accessError(error);
    } finally {
      await handle.close();
    }
  }
}
