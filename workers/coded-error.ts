/** Error codes of the worker: a subset of the app's `AppErrorCode` (a test checks this). */
export type WorkerErrorCode =
  | 'app-file-missing'
  | 'weights-missing'
  | 'weights-stalled'
  | 'weights-corrupt'
  | 'no-backend'
  | 'wasm-off'
  | 'unexpected';

/** Makes an error whose `name` is the code, because Comlink transfers only the name and message of an error. */
export const codedError = (code: WorkerErrorCode, detail: string, cause?: unknown): Error => {
  const error = new Error(detail, cause === undefined ? {} : { cause });
  error.name = code;
  return error;
};

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
