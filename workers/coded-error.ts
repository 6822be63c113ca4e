/** The codes a worker can reject with: a part of the app's `AppErrorCode` (a test holds the two together). */
export type WorkerErrorCode = 'weights-missing' | 'weights-stalled' | 'weights-corrupt' | 'no-backend' | 'unexpected';

/** An error whose `name` is its code: of an error's own fields only name and message survive comlink. */
export const codedError = (code: WorkerErrorCode, detail: string, cause?: unknown): Error => {
  const error = new Error(detail, cause === undefined ? {} : { cause });
  error.name = code;
  return error;
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
