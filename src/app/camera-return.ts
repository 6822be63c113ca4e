import type { Milliseconds } from '../body/units.ts';
import type { FrameSource } from './frame-source.ts';
import type { Timers } from './set-run.ts';

export interface CameraReturnOptions {
  readonly open: () => Promise<FrameSource>;
  readonly timers: Timers;
  /** Calls back when a device was plugged in or pulled; returns how to stop. */
  readonly onDeviceChange: (listener: () => void) => () => void;
  /** Whether opening a camera would ask nothing of the person, who lies on the floor. */
  readonly allowed: () => Promise<boolean>;
  readonly onReturn: (source: FrameSource) => void;
}

/** Some systems never report a device that comes back. */
const RETRY: Milliseconds = 5000;

/** Waits for a lost camera: tries whenever a device changes, and now and then. Returns how to give up. */
export function awaitCamera(options: CameraReturnOptions): () => void {
  const { open, timers, onDeviceChange, allowed, onReturn } = options;
  let over = false;
  let trying = false;
  let timer: number | null = null;

  const attempt = async () => {
    if (over || trying) return;
    trying = true;
    try {
      if (!(await allowed())) return;
      const source = await open();
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
