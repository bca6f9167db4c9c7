import type { LogProblem } from '../core/log/format';
import { GzipSource, isPackedName } from '../core/log/gzipSource';
import type { LogSource } from '../core/log/tail';
import { DatabaseSource } from './databaseSource';
import { FileSource } from './fileSource';
import { gunzip } from './gunzip';

/** Where the bytes of a file on this disk come from; what is packed comes unpacked. */
export function sourceOf(path: string): LogSource & { readonly problem?: LogProblem | null } {
  return isPackedName(path)
    ? new GzipSource(new FileSource(path), gunzip)
    : new DatabaseSource(path);
}
