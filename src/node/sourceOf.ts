import type { LogProblem } from '../core/log/format';
import { GzipSource, isPackedName } from '../core/log/gzipSource';
import type { LogSource } from '../core/log/tail';
import { DatabaseSource } from './databaseSource';
import { FileSource } from './fileSource';
import { gunzip } from './gunzip';
import { openBytes } from './openDatabase';

/** Where the bytes of a file on this disk come from; what is packed comes unpacked. */
export function sourceOf(path: string): LogSource & { readonly problem?: LogProblem | null } {
  return isPackedName(path) ? packedSource(path) : new DatabaseSource(path);
}

/** A packed database is opened in memory. */
function packedSource(path: string): LogSource & { readonly problem: LogProblem | null } {
  const source = new GzipSource(new FileSource(path), gunzip);
  const database = async (): ReturnType<typeof openBytes> => {
    const size = (await source.stat())?.size ?? 0;
    return openBytes(await source.read(0, size));
  };
  return Object.assign(source, { database });
}
