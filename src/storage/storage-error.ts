import { AppError } from '../app/app-error.ts';

/** Mistakes of this code, not of the disk: they must not be taken for a browser without storage. */
const OUR_MISTAKES: ReadonlySet<string> = new Set(['ConstraintError', 'DataCloneError', 'DataError', 'TypeError']);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The coded error for whatever a database call threw. `abort` is the error of its transaction: a disk that fills up at
 * commit shows only there, while the request itself says `AbortError`.
 */
export const storageError = (error: unknown, abort: DOMException | null = null): AppError => {
  if (error instanceof AppError) return error;
  const cause = abort ?? error;
  if (nameOf(cause) === 'QuotaExceededError') {
    return new AppError('storage-full', 'The browser has no room left for more sets.', { cause });
  }
  const detail = messageOf(cause);
  return OUR_MISTAKES.has(nameOf(cause))
    ? new AppError('unexpected', `The database refused a request: ${detail}`, { cause })
    : new AppError('storage-unavailable', `The database cannot be used: ${detail}`, { cause });
};
