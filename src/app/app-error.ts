const CODES = [
  'camera-denied',
  'camera-denied-by-system',
  'camera-busy',
  'camera-absent',
  'camera-unplugged',
  'camera-failed',
  'camera-needs-https',
  'file-not-video',
  'file-codec-unsupported',
  'file-broken-off',
  'video-without-person',
  'demo-missing',
  'app-file-missing',
  'weights-missing',
  'weights-stalled',
  'weights-corrupt',
  'no-backend',
  'wasm-off',
  'workers-off',
  'frames-off',
  'worker-crashed',
  'worker-stalled',
  'storage-unavailable',
  'storage-late',
  'storage-lost',
  'storage-newer',
  'storage-blocked',
  'storage-full',
  'import-invalid',
  'prescription-invalid',
  'unexpected',
] as const;

/**
 * What can go wrong in the app. An error carries its code as `Error.name`, the only field of its own that comlink
 * transfers.
 */
export type AppErrorCode = (typeof CODES)[number];

/** An error with a code. `appErrorText` has the words that the person reads. */
export class AppError extends Error {
  constructor(code: AppErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = code;
  }
}

export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Whether an error's name, as it comes from the worker or from storage, is one of the app's codes. */
export const isAppErrorCode = (name: string): name is AppErrorCode => CODES.some((code) => code === name);

export const errorCode = (thrown: unknown): AppErrorCode =>
  thrown instanceof Error && isAppErrorCode(thrown.name) ? thrown.name : 'unexpected';

/** Converts anything thrown to an `AppError`. A known code is kept; every other error becomes `unexpected`. */
export const asAppError = (thrown: unknown): AppError => {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof Error)) return new AppError('unexpected', String(thrown));
  return new AppError(errorCode(thrown), thrown.message, { cause: thrown });
};
