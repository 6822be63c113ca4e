import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { CameraChoice } from './camera-source.ts';
import type { FrameSource } from './frame-source.ts';
import type { Timers } from '../session/session-clock.ts';

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
