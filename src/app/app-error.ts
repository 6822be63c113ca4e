import { troubleWords } from '../i18n/en/troubles.ts';

/** Every code, and what can be done next, the most useful first. */
const WAYS = {
  'camera-denied': ['retry', 'without-camera', 'open-video', 'demo'],
  'camera-denied-by-system': ['retry', 'without-camera', 'open-video', 'demo'],
  'camera-busy': ['retry', 'other-camera', 'without-camera', 'open-video', 'demo'],
  'camera-absent': ['retry', 'without-camera', 'open-video', 'demo'],
  'camera-unplugged': ['retry', 'other-camera', 'without-camera', 'open-video'],
  'camera-failed': ['retry', 'other-camera', 'without-camera', 'open-video', 'demo', 'diagnostics'],
  'camera-needs-https': ['without-camera', 'open-video', 'demo'],
  'file-not-video': ['open-video', 'demo'],
  'file-codec-unsupported': ['open-video', 'demo'],
  'file-broken-off': ['open-video', 'demo'],
  'video-without-person': ['open-video', 'demo'],
  'demo-missing': ['retry', 'open-video', 'reload'],
  'app-file-missing': ['retry', 'reload', 'without-camera', 'diagnostics'],
  'weights-missing': ['retry', 'reload', 'without-camera', 'diagnostics'],
  'weights-stalled': ['retry', 'reload', 'without-camera', 'diagnostics'],
  'weights-corrupt': ['reload', 'without-camera', 'diagnostics'],
  'no-backend': ['reload', 'without-camera', 'diagnostics'],
  'wasm-off': ['without-camera', 'reload', 'diagnostics'],
  'workers-off': ['without-camera', 'reload', 'diagnostics'],
  'frames-off': ['without-camera', 'diagnostics'],
  'worker-crashed': ['reload', 'without-camera', 'diagnostics'],
  'worker-stalled': ['reload', 'without-camera', 'diagnostics'],
  'storage-unavailable': ['reload', 'diagnostics'],
  'storage-late': ['reload', 'diagnostics'],
  'storage-lost': ['understood'],
  'storage-newer': ['reload', 'diagnostics'],
  'storage-blocked': ['reload', 'diagnostics'],
  'storage-full': ['retry', 'diagnostics'],
  'import-invalid': ['retry'],
  'prescription-invalid': ['retry'],
  unexpected: ['retry', 'without-camera', 'reload', 'diagnostics'],
} as const satisfies Readonly<Record<string, readonly [WayOn, ...WayOn[]]>>;

/**
 * What can go wrong in the app. An error carries its code as `Error.name`, the only field of its own that comlink
 * transfers.
 */
export type AppErrorCode = keyof typeof WAYS;

/** An error with a code. `appErrorText` has the words that the person reads. */
export class AppError extends Error {
  constructor(code: AppErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = code;
  }
}

export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Whether an error's name, as it comes from the worker or from storage, is one of the app's codes. */
export const isAppErrorCode = (name: string): name is AppErrorCode => Object.hasOwn(WAYS, name);

export const errorCode = (thrown: unknown): AppErrorCode =>
  thrown instanceof Error && isAppErrorCode(thrown.name) ? thrown.name : 'unexpected';

/** Converts anything thrown to an `AppError`. A known code is kept; every other error becomes `unexpected`. */
export const asAppError = (thrown: unknown): AppError => {
  if (thrown instanceof AppError) return thrown;
  if (!(thrown instanceof Error)) return new AppError('unexpected', String(thrown));
  return new AppError(errorCode(thrown), thrown.message, { cause: thrown });
};

/** What the person can do next; the screen has a button for each. */
export type WayOn =
  | 'retry'
  | 'other-camera'
  | 'without-camera'
  | 'open-video'
  | 'demo'
  | 'reload'
  | 'diagnostics'
  | 'understood';

/** Those that lead to a set. Another page has buttons of its own for them, or none. */
export const WAYS_TO_A_SET: readonly WayOn[] = ['open-video', 'demo', 'retry', 'without-camera', 'other-camera'];

export const appErrorText = (code: AppErrorCode) => ({ ...troubleWords()[code], ways: WAYS[code] });
