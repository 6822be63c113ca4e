import { AppError } from '../app-error.ts';
import type { FrameSource } from './frame-source.ts';
import type { SessionClient } from '../session/session-parts.ts';

/** What a set without a camera has in the place of one: no frame ever comes, and nothing of the browser is touched. */
export const noSource = (video: HTMLVideoElement): FrameSource => ({
  kind: 'none',
  video,
  width: 0,
  height: 0,
  label: '',
  deviceId: null,
  onFrame: () => () => undefined,
  grab: () => Promise.reject(new AppError('unexpected', 'a set without a camera has no picture')),
  onEvent: () => () => undefined,
  pause: () => undefined,
  resume: () => undefined,
  close: () => undefined,
});

/** And in the place of the worker: there is no model, and nobody asks it anything. */
export const NO_CLIENT: SessionClient = {
  load: () => Promise.reject(new AppError('unexpected', 'a set without a camera loads no model')),
  begin: () => Promise.resolve(),
  beginReferencePose: () => Promise.resolve(),
  analyse: () => Promise.reject(new AppError('unexpected', 'a set without a camera measures nothing')),
  ready: false,
  engine: null,
  restarts: 0,
  close: () => undefined,
};
