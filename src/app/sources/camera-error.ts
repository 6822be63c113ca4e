import type { AppErrorCode } from '../app-error.ts';

export interface CameraFailure {
  /** Name and message of what `getUserMedia` threw. */
  readonly name: string;
  readonly message: string;
  /** What `permissions.query` says about this page. */
  readonly permission: PermissionState | 'unknown';
  /** How many cameras the browser lists; null when it does not tell. */
  readonly cameras: number | null;
}

/**
 * What a refused camera means. Names alone do not tell: Chrome on macOS says "Permission denied by system", other browsers
 * refuse a page that has the permission when the system forbids the camera, and Firefox on macOS then finds no camera.
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
