/** An error whose message is a sentence for the user: a path that is not there, or may not be read. */
export class UserError extends Error {}

/** What the system says of a failed access, as a sentence. */
export function accessError(error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new UserError('There is no such file or folder.');
    case 'EACCES':
    case 'EPERM':
      return new UserError('There is no permission to read it.');
    case 'ELOOP':
      return new UserError('The link leads back to itself.');
    case 'ENAMETOOLONG':
      return new UserError('The name is too long.');
    case 'EMFILE':
    case 'ENFILE':
      return new UserError('Too many files are open.');
    default:
      return new UserError(`It cannot be read${code === '' ? '' : ` (${code})`}.`);
  }
}
