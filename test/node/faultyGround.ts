import type { LogGround } from '../../src/core/log/ground';
import { diskGround } from '../../src/node/diskGround';

/** What happens before a disk does what it is asked: whatever is thrown is what the disk says. */
export interface Faults {
  look?: () => void;
  /** Before bytes are read from there on. */
  read?: (from: number) => void;
}

/** An error of the system. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code });
}

/** A log on this machine's disk, to which things happen. Nobody tells of changes: as on a network disk. */
export function faultyGround(path: string, faults: Faults): LogGround {
  const disk = diskGround(path);
  return {
    files: () => {
      faults.look?.();
      return disk.files();
    },
    source: relative => {
      const source = disk.source(relative);
      return {
        stat: async () => {
          faults.look?.();
          return source.stat();
        },
        read: async (from, to, room) => {
          faults.read?.(from);
          return source.read(from, to, room);
        },
      };
    },
    facts: paths => disk.facts(paths),
    watch: () => ({ dispose: () => undefined }),
  };
}
