import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { SetStore, SettingsStore } from '../../storage/storage-contract.ts';
import type { AppErrorCode } from '../app-error.ts';
import { cannotMeasure } from '../measuring-off.ts';
import { type Announcer, createAnnouncer } from '../sound/announcer.ts';
import { createBeeps } from '../sound/beeps.ts';
import { type CameraChoice, cameraPermission, listCameras, openCamera } from '../sources/camera-source.ts';
import { FramePump, type FramePumpOptions } from '../worker-client/frame-pump.ts';
import type { FrameSource } from '../sources/frame-source.ts';
import { noSource } from '../sources/no-camera.ts';
import { createPoseWorker, type PoseClientOptions, type SessionClient } from '../worker-client/pose-client.ts';
import { WarmClients } from '../worker-client/warm-client.ts';
import type { Guard } from './guard.ts';
import type { SourceRequest } from './session-contract.ts';
import { steadyTimers, type Timers } from './session-clock.ts';
import { createVoice, type VoiceManner } from '../sound/voice.ts';
import { newId } from '../new-id.ts';
import { createWakeLock, type WakeLock } from '../wake-lock.ts';
import type { LoadOptions } from '../../../workers/pose.api.ts';

export interface SessionDeps {
  readonly sets: Pick<SetStore, 'beginSet' | 'appendChunk' | 'finishSet'> & Partial<Pick<SetStore, 'list'>>;
  readonly settings: Pick<SettingsStore, 'current' | 'change'>;
}

/** Everything of the browser that a session uses; a test passes its own. */
export interface SessionParts {
  readonly video: HTMLVideoElement;
  readonly announcer: Announcer;
  readonly wakeLock: WakeLock;
  readonly timers: Timers;
  /** Not slowed down in a hidden tab. */
  readonly ticks: Timers;
  readonly pageNow: () => Milliseconds;
  readonly date: () => Date;
  readonly isHidden: () => boolean;
  readonly newId: () => string;
  readonly makeClient: (events: Omit<PoseClientOptions, 'createWorker'>) => SessionClient;
  /** Begins to download before a session asks for a client. */
  readonly prepareClient: (options: LoadOptions) => void;
  readonly makePump: (options: FramePumpOptions) => Pick<FramePump, 'start' | 'stop' | 'counts'>;
  /** Why nothing can be measured in this browser; null: it can be tried. */
  readonly cannotMeasure: () => AppErrorCode | null;
  readonly openSource: (request: SourceRequest) => Promise<FrameSource>;
  readonly cameraAllowed: () => Promise<boolean>;
  readonly listCameras: () => Promise<readonly CameraChoice[]>;
  /** Each returns a function that stops listening. */
  readonly onDeviceChange: (listener: () => void) => () => void;
  readonly onPageHide: (listener: () => void) => () => void;
}

/** The parts of one session: what they call back goes through its guard. */
export type GuardedParts = SessionParts & { readonly guard: Guard };

export const guardedParts = (parts: SessionParts, guard: Guard): GuardedParts => ({
  ...parts,
  guard,
  timers: guardedTimers(parts.timers, guard),
  ticks: guardedTimers(parts.ticks, guard),
  onDeviceChange: (listener) => parts.onDeviceChange(guard.wrap(listener)),
});

const guardedTimers = (timers: Timers, guard: Guard): Timers => ({
  set: (run, after) => timers.set(guard.wrap(run), after),
  clear: (timer) => timers.clear(timer),
});

/** @param sound the person's choices */
export function browserParts(sound: () => VoiceManner & { readonly voice: boolean }): SessionParts {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const timers: Timers = {
    set: (run, after) => window.setTimeout(run, after),
    clear: (timer) => window.clearTimeout(timer),
  };
  const ticks = steadyTimers(timers);
  const clients = new WarmClients({ createWorker: createPoseWorker, timers });
  return {
    video,
    announcer: createAnnouncer({
      voice: createVoice(undefined, sound),
      beeps: createBeeps(undefined, () => sound().volume),
      speaks: () => sound().voice,
      volume: () => sound().volume,
      clock: { now: () => performance.now(), later: (run, after) => void ticks.set(run, after) },
    }),
    wakeLock: createWakeLock(),
    timers,
    ticks,
    pageNow: () => performance.now(),
    date: () => new Date(),
    isHidden: () => document.visibilityState === 'hidden',
    newId,
    makeClient: (events) => clients.newClient(events),
    prepareClient: (options) => clients.prepare(options),
    makePump: (options) => new FramePump(options),
    cannotMeasure,
    openSource: (request) => openSource(request, video),
    cameraAllowed: async () => ['granted', 'unknown'].includes(await cameraPermission()),
    listCameras,
    onDeviceChange: (listener) => {
      navigator.mediaDevices?.addEventListener('devicechange', listener);
      return () => navigator.mediaDevices?.removeEventListener('devicechange', listener);
    },
    onPageHide: (listener) => {
      window.addEventListener('pagehide', listener);
      return () => window.removeEventListener('pagehide', listener);
    },
  };
}

async function openSource(request: SourceRequest, video: HTMLVideoElement): Promise<FrameSource> {
  switch (request.kind) {
    case 'camera':
      return openCamera({ video, deviceId: request.deviceId, exact: request.exact ?? false });
    case 'demo':
      return (await import('../sources/demo-source.ts')).openDemo(video, request.drill ?? '');
    case 'none':
      return noSource(video);
  }
}
