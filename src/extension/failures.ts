import type { Say } from '../core/report/say';
import { LogGone } from '../core/run/followedFile';

/** Why something could not be read, in one sentence. `title`: the name people know it by. */
export function failureSentence(error: unknown, title: string, say: Say): string {
  switch (failureOf(error)) {
    case 'missing':
      return say('{title} is not there any more.', { title });
    case 'forbidden':
      return say('{title} may not be read: permission denied.', { title });
    case 'unreachable':
      return say('{title} cannot be reached at the moment.', { title });
    case 'other':
      return say('{title} could not be read: {message}', {
        title,
        message: firstLine(error),
      });
  }
}

type Failure = 'missing' | 'forbidden' | 'unreachable' | 'other';

function failureOf(error: unknown): Failure {
  if (error instanceof LogGone) return 'missing';
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'FileNotFound':
      return 'missing';
    case 'EACCES':
    case 'EPERM':
    case 'NoPermissions':
      return 'forbidden';
    case 'Unavailable':
      return 'unreachable';
    default:
      return 'other';
  }
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The message without what follows it: never a stack trace. */
function firstLine(error: unknown): string {
  const isTold = typeof error === 'object' && error !== null && 'message' in error;
  const text = String(isTold ? error.message : error);
  return text.split('\n', 1)[0]?.slice(0, 200) ?? '';
}
