import { AppError } from '../app-error.ts';
import type { FrameSource } from './frame-source.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';

/** The frame source of a set without a camera. It never gives a frame. */
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

/** The worker client of a set without a camera. It loads no model and measures nothing. */
export const NO_CLIENT: SessionClient = {
  load: () => Promise.reject(new AppError('unexpected', 'a set without a camera loads no model')),
  begin: () => Promise.resolve(),
  beginReferencePose: () => Promise.resolve(),
  analyse: () => Promise.reject(new AppError('unexpected', 'a set without a camera measures nothing')),
  phone: () => undefined,
  ready: false,
  engine: null,
  restarts: 0,
  close: () => undefined,
};
