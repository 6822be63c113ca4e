import { AppError } from '../app-error.ts';
import { cameraErrorCode } from './camera-error.ts';
import type { FrameSource } from './frame-source.ts';
import { firstPicture, VideoSource } from './video-source.ts';

export interface OpenCameraOptions {
  /** The session's own element; the stream is attached to it. */
  readonly video: HTMLVideoElement;
  /** From `listCameras`; null lets the browser choose. Gives way when that camera is gone, unless `exact`. */
  readonly deviceId: string | null;
  /** No other camera will do: it would look from another place. */
  readonly exact?: boolean;
}

export interface CameraChoice {
  readonly deviceId: string;
  readonly label: string;
}

/** A camera that is allowed but sends no picture for so long (milliseconds) is held by another program, or broken. */
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
  const source = new VideoSource({
    kind: 'camera',
    video,
    label: track.label,
    deviceId: track.getSettings().deviceId ?? null,
    live: true,
    release: stop,
  });
  watchTrack(track, source);
  return source;
};

/** Cameras to choose from; labels are empty until the person has allowed one. */
export const listCameras = async (): Promise<readonly CameraChoice[]> => {
  if (!navigator.mediaDevices?.enumerateDevices) return [];
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }, index) => ({ deviceId, label: label || `Camera ${index + 1}` }));
};

/** What the browser says about the permission; 'unknown' where it does not tell. */
export const cameraPermission = async (): Promise<PermissionState | 'unknown'> => {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state;
  } catch {
    return 'unknown';
  }
};

const askForCamera = async (deviceId: string | null, exact: boolean): Promise<MediaStream> => {
  if (!navigator.mediaDevices?.getUserMedia) {
    throw isSecureContext
      ? new AppError('camera-absent', 'this browser has no cameras to give')
      : new AppError('camera-needs-https', `${location.origin} is not a secure context`);
  }
  try {
    // Only wishes about the picture: an `exact` value that the camera cannot meet would refuse it altogether.
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        width: { ideal: 1280 },
        height: { ideal: 720 },
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
  // Some systems report a pulled plug only as a change of the device list.
  const lookAgain = () => {
    if (track.readyState === 'ended') lose();
  };
  navigator.mediaDevices.addEventListener('devicechange', lookAgain, { signal });
};
