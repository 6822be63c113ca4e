import { AppError, type AppErrorCode } from '../app-error.ts';
import type { Timers } from '../session/session-clock.ts';
import type { CameraRemark, FrameSource } from './frame-source.ts';
import { firstPicture, VideoSource } from './video-source.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';

/** Names under which programs offer a camera of their own. */
const VIRTUAL =
  /\b(obs|virtual|snap ?camera|manycam|mmhmm|camo|xsplit|vcam|droidcam|epoccam|iriun|ndi|e2esoft|chromacam|nvidia broadcast|splitcam|youcam|webcamoid|v4l2loopback|dummy video)\b/i;

export const isVirtualCamera = (label: string): boolean => VIRTUAL.test(label);

/** What `MediaStreamTrack` says of framing, blur and zoom; not all browsers know these words, nor does TypeScript. */
interface FramingFeatures {
  readonly faceFraming?: unknown;
  readonly backgroundBlur?: unknown;
  readonly zoom?: unknown;
}

type Track = Pick<MediaStreamTrack, 'label' | 'getSettings' | 'applyConstraints'> & {
  readonly getCapabilities?: MediaStreamTrack['getCapabilities'];
};

/**
 * Asks a camera to leave its picture alone: no framing, no blur, the smallest zoom. Each is asked for by itself, because
 * one that is refused would undo the others.
 * @returns what it does all the same
 */
export async function steadyCamera(track: Track): Promise<readonly CameraRemark[]> {
  const can = (track.getCapabilities?.() ?? {}) as FramingFeatures;
  if (offersOff(can.faceFraming)) await ask(track, { faceFraming: false });
  if (offersOff(can.backgroundBlur)) await ask(track, { backgroundBlur: false });
  const least = leastOf(can.zoom);
  if (least !== null) await ask(track, { zoom: least });
  const now = track.getSettings() as FramingFeatures;
  return [
    ...(now.faceFraming === true ? (['framing'] as const) : []),
    ...(now.backgroundBlur === true ? (['blur'] as const) : []),
    ...(isVirtualCamera(track.label) ? (['virtual'] as const) : []),
  ];
}

/** A feature that can be switched off: the browser lists the values that it may have. */
const offersOff = (values: unknown): boolean => Array.isArray(values) && values.includes(false);

const leastOf = (range: unknown): number | null => {
  const least: unknown = Object(range).min;
  return typeof least === 'number' && Number.isFinite(least) ? least : null;
};

/** A camera may refuse what it offers; the settings say what came of it. */
const ask = (track: Track, constraint: Record<string, boolean | number>): Promise<void> =>
  track.applyConstraints({ advanced: [constraint as MediaTrackConstraintSet] }).catch(() => undefined);

export interface OpenCameraOptions {
  /** The session's own element; the stream is attached to it. */
  readonly video: HTMLVideoElement;
  /** From `listCameras`; null lets the browser choose. Another camera is used when this one is gone, unless `exact`. */
  readonly deviceId: string | null;
  /** True: no other camera is used, since it would look from another place. */
  readonly exact?: boolean;
}

export interface CameraChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** Milliseconds. A camera that sends no picture for so long is used by another program, or broken. */
const FIRST_PICTURE_LIMIT = 10_000;

/** Opens a camera. Call from a click. Throws `AppError` with a `camera-…` code. */
export const openCamera = async ({ video, deviceId, exact = false }: OpenCameraOptions): Promise<FrameSource> => {
  const stream = await askForCamera(deviceId, exact);
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    if (video.srcObject === stream) video.srcObject = null;
  };
  try {
    await attach(video, stream);
  } catch (error) {
    stop();
    throw new AppError('camera-busy', `the camera sends no picture: ${String(error)}`, { cause: error });
  }
  const track = stream.getVideoTracks()[0];
  if (!track) {
    stop();
    throw new AppError('camera-failed', 'the stream has no picture');
  }
  const remarks = await steadyCamera(track);
  const source = new VideoSource({
    kind: 'camera',
    remarks,
    video,
    label: track.label,
    deviceId: track.getSettings().deviceId ?? null,
    live: true,
    release: stop,
  });
  watchTrack(track, source);
  return source;
};

/** Whether the browser gives this page no camera, because its address is plain http of another machine. */
export const cameraNeedsHttps = (): boolean => !isSecureContext && !navigator.mediaDevices?.getUserMedia;

/** Cameras to choose from. The browser gives their labels only after the person has allowed one. */
export const listCameras = async (): Promise<readonly CameraChoice[]> => {
  if (!navigator.mediaDevices?.enumerateDevices) return [];
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }, index) => ({ deviceId, label: label || `Camera ${index + 1}` }));
};

/** State of the camera permission; 'unknown' where the browser does not say. */
export const cameraPermission = async (): Promise<PermissionState | 'unknown'> => {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state;
  } catch {
    return 'unknown';
  }
};

/** The size in which pictures are measured. The browser scales a larger camera picture down faster than the worker could. */
const WANTED = { width: 960, height: 540 } as const;

const askForCamera = async (deviceId: string | null, exact: boolean): Promise<MediaStream> => {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw cameraNeedsHttps()
      ? new AppError('camera-needs-https', `${location.origin} is not a secure context`)
      : new AppError('camera-absent', 'this browser has no cameras to give');
  }
  try {
    // `ideal` values only: an `exact` size that the camera does not have would make the request fail.
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        width: { ideal: WANTED.width },
        height: { ideal: WANTED.height },
        frameRate: { ideal: 30 },
        facingMode: { ideal: 'user' },
        ...(deviceId === null ? {} : { deviceId: exact ? { exact: deviceId } : { ideal: deviceId } }),
      },
    });
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const failure = { name, message, permission: await cameraPermission(), cameras: await countCameras() };
    throw new AppError(cameraErrorCode(failure), `${name}: ${message}`, { cause: error });
  }
};

const countCameras = async (): Promise<number | null> => {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => null);
  return devices && devices.filter(({ kind }) => kind === 'videoinput').length;
};

const attach = async (video: HTMLVideoElement, stream: MediaStream): Promise<void> => {
  video.muted = true;
  video.playsInline = true;
  video.removeAttribute('src');
  const picture = firstPicture(video, FIRST_PICTURE_LIMIT);
  video.srcObject = stream;
  await Promise.all([picture, video.play()]);
};

const watchTrack = (track: MediaStreamTrack, source: VideoSource): void => {
  const signal = source.closed;
  let lost = false;
  const lose = () => {
    if (!lost) source.emit({ kind: 'lost', code: 'camera-unplugged' });
    lost = true;
  };
  track.addEventListener('ended', lose, { signal });
  track.addEventListener('mute', () => source.emit({ kind: 'muted', muted: true }), { signal });
  track.addEventListener('unmute', () => source.emit({ kind: 'muted', muted: false }), { signal });
  // Some systems report a pulled plug only by a change of the device list.
  const checkState = () => {
    if (track.readyState === 'ended') lose();
  };
  navigator.mediaDevices.addEventListener('devicechange', checkState, { signal });
};

export interface CameraFailure {
  /** Name and message of what `getUserMedia` threw. */
  readonly name: string;
  readonly message: string;
  /** What `permissions.query` says about this page. */
  readonly permission: PermissionState | 'unknown';
  /** How many cameras the browser lists; null where it does not say. */
  readonly cameras: number | null;
}

/**
 * The error code for a refused camera. The error's name alone is ambiguous when the system forbids the camera: Chrome
 * on macOS says "Permission denied by system", other browsers refuse although the page has the permission, and Firefox
 * on macOS reports that there is no camera.
 */
export const cameraErrorCode = ({ name, message, permission, cameras }: CameraFailure): AppErrorCode => {
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return /system/i.test(message) || permission === 'granted' ? 'camera-denied-by-system' : 'camera-denied';
    case 'SecurityError':
      return 'camera-denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return cameras !== null && cameras > 0 ? 'camera-denied-by-system' : 'camera-absent';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'camera-busy';
    default:
      return 'camera-failed';
  }
};

export interface CameraReturnOptions {
  readonly lost: CameraIdentity;
  readonly list: () => Promise<readonly CameraChoice[]>;
  /** Opens this camera and no other. */
  readonly open: (deviceId: string) => Promise<FrameSource>;
  readonly timers: Timers;
  /** Calls back when a device was plugged in or pulled; returns a function that stops it. */
  readonly onDeviceChange: (listener: () => void) => () => void;
  /** Whether a camera can be opened without a permission prompt: the person on the floor could not answer one. */
  readonly allowed: () => Promise<boolean>;
  readonly onReturn: (source: FrameSource) => void;
  /** Called once when only other cameras are listed. They are not used, since they look from another place. */
  readonly onOnlyOthers: () => void;
}

/** Some systems do not report a returning device, so it is also looked for at this interval. */
const RETRY: Milliseconds = 5000;

/** Waits for a lost camera: looks for it when a device changes and at intervals. Returns a function that gives up. */
export function awaitCamera(options: CameraReturnOptions): () => void {
  const { lost, list, open, timers, onDeviceChange, allowed, onReturn, onOnlyOthers } = options;
  const others = list().then(
    (cameras) => cameras.map(({ deviceId }) => deviceId).filter((id) => id !== lost.deviceId),
    () => [],
  );
  let over = false;
  let trying = false;
  let reportedOthers = false;
  let timer: number | null = null;

  const find = async (): Promise<string | null> => {
    const cameras = await list();
    const found = sameCamera(lost, cameras, await others);
    if (found === null && cameras.length > 0 && !reportedOthers && !over) {
      reportedOthers = true;
      onOnlyOthers();
    }
    return found;
  };
  const attempt = async () => {
    if (over || trying) return;
    trying = true;
    try {
      if (!(await allowed())) return;
      const deviceId = await find();
      if (deviceId === null || over) return;
      const source = await open(deviceId);
      if (over) source.close();
      else {
        giveUp();
        onReturn(source);
      }
    } catch {
      // Still away: the next change or interval tries again.
    } finally {
      trying = false;
    }
  };
  const again = () => {
    timer = timers.set(() => {
      void attempt();
      if (!over) again();
    }, RETRY);
  };
  const stopListening = onDeviceChange(() => void attempt());
  const giveUp = () => {
    over = true;
    stopListening();
    if (timer !== null) timers.clear(timer);
  };
  again();
  return giveUp;
}

/** What is known of a camera that was in use. Null and '' where the browser does not say. */
export interface CameraIdentity {
  readonly deviceId: string | null;
  readonly label: string;
}

/**
 * The id under which a lost camera is listed again, or null while it is away. Some systems give a camera a new id in
 * another socket. Then its label identifies it, unless another camera of that label was there all the time.
 * @param others ids of the cameras that were listed while it was away
 */
export function sameCamera(
  lost: CameraIdentity,
  cameras: readonly { readonly deviceId: string; readonly label: string }[],
  others: readonly string[],
): string | null {
  const byId = cameras.find(({ deviceId }) => deviceId === lost.deviceId);
  const byName = cameras.find(
    ({ deviceId, label }) => lost.label !== '' && label === lost.label && !others.includes(deviceId),
  );
  return (byId ?? byName)?.deviceId ?? null;
}
