import { open, stat } from 'node:fs/promises';
import { constants } from 'node:fs';
import { detectEncoding } from '../core/log/encoding';
import { accessError, UserError } from '../node/userError';

/** A config beyond this many bytes is data. */
const LARGEST = 32 * 1024 ** 2;
const HEAD = 4096;

/** The text of a config file without its byte order mark. Throws a `UserError` for what cannot be read. */
export async function readText(path: string, largest = LARGEST): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    throw accessError(error);
  });
  if (found.isDirectory()) throw new UserError('It is a folder; name a config file.');
  if (!found.isFile()) throw new UserError('It is no regular file.');
  if (found.size > largest) throw new UserError('It is too large for a config file.');
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(
    (error: unknown) => {
      throw accessError(error);
    },
  );
  try {
    const bytes = await handle.readFile();
    return new TextDecoder(detectEncoding(bytes.subarray(0, HEAD))).decode(bytes);
  } catch (error) {
    throw accessError(error);
  } finally {
    await handle.close();
  }
}
