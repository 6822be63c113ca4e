/** Codes of everything that can surprise the app; the code is `Error.name`, the one custom thing that survives comlink. */
export type AppErrorCode =
  | 'camera-denied'
  | 'camera-denied-by-system'
  | 'camera-busy'
  | 'camera-absent'
  | 'camera-unplugged'
  | 'camera-failed'
  | 'camera-needs-https'
  | 'file-not-video'
  | 'file-codec-unsupported'
  | 'video-without-person'
  | 'demo-missing'
  | 'weights-missing'
  | 'weights-stalled'
  | 'weights-corrupt'
  | 'no-backend'
  | 'worker-crashed'
  | 'worker-stalled'
  | 'storage-unavailable'
  | 'storage-full'
  | 'import-invalid'
  | 'unexpected';

/** An error with a code; its text for the person stands in `appErrorText`. */
export class AppError extends Error {
  constructor(code: AppErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = code;
  }
}
