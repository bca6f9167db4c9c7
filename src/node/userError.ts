/** An error whose message is a sentence for the user: a path that is not there, or may not be read. */
export class UserError extends Error {
  /** What the system called it (`EACCES`), where it did. */
  readonly code: string | null;

  constructor(message: string, code: string | null = null) {
    super(message);
    this.code = code;
  }
}

const NO_SUCH = 'There is no such file or folder.';
const NOT_PERMITTED = 'There is no permission to read it.';
const TOO_MANY = 'Too many files are open.';
const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: NO_SUCH,
  ENOTDIR: NO_SUCH,
  EACCES: NOT_PERMITTED,
  EPERM: NOT_PERMITTED,
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ELOOP: 'The link leads back to itself.',
  ENAMETOOLONG: 'The name is too long.',
};

/** What the system says of a failed access, as a sentence. */
export function accessError(error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const sentence = SENTENCES[code] ?? `It cannot be read${code === '' ? '' : ` (${code})`}.`;
  return new UserError(sentence, code === '' ? null : code);
}
