import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { CameraChoice } from './camera-source.ts';
import type { FrameSource } from './frame-source.ts';
import { type CameraIdentity, sameCamera } from './same-camera.ts';
import type { Timers } from '../session/set-run.ts';

export interface CameraReturnOptions {
  readonly lost: CameraIdentity;
  /** The cameras that are there now. */
  readonly list: () => Promise<readonly CameraChoice[]>;
  /** Opens this camera and no other. */
  readonly open: (deviceId: string) => Promise<FrameSource>;
  readonly timers: Timers;
  /** Calls back when a device was plugged in or pulled; returns how to stop. */
  readonly onDeviceChange: (listener: () => void) => () => void;
  /** Whether opening a camera would ask nothing of the person, who lies on the floor. */
  readonly allowed: () => Promise<boolean>;
  readonly onReturn: (source: FrameSource) => void;
  /** Called once when there are cameras, but not the lost one: another one may look at a wall. */
  readonly onOnlyOthers: () => void;
}

/** Some systems never report a device that comes back. */
const RETRY: Milliseconds = 5000;

/** Waits for a lost camera: looks whenever a device changes, and now and then. Returns how to give up. */
export function awaitCamera(options: CameraReturnOptions): () => void {
  const { lost, list, open, timers, onDeviceChange, allowed, onReturn, onOnlyOthers } = options;
  const others = list().then(
    (cameras) => cameras.map(({ deviceId }) => deviceId).filter((id) => id !== lost.deviceId),
    () => [],
  );
  let over = false;
  let trying = false;
  let told = false;
  let timer: number | null = null;

  const find = async (): Promise<string | null> => {
    const cameras = await list();
    const found = sameCamera(lost, cameras, await others);
    if (found === null && cameras.length > 0 && !told && !over) {
      told = true;
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
      // Still away: the next change or the next try will tell.
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
