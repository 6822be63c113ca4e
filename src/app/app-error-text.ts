import { troubleWords } from '../i18n/en/troubles.ts';
import type { AppErrorCode } from './app-error.ts';

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

export interface AppErrorText {
  readonly title: string;
  /** What happened, one or two short sentences. */
  readonly happened: string;
  readonly todo: string;
  /** What can be done next, the most useful first. */
  readonly ways: readonly [WayOn, ...WayOn[]];
}

const WAYS: Readonly<Record<AppErrorCode, AppErrorText['ways']>> = {
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
};

export const appErrorText = (code: AppErrorCode): AppErrorText => ({
  ...troubleWords()[code],
  ways: WAYS[code],
});
