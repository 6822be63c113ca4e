import type { Timers } from './session-clock.ts';

/** The part of a worker that is used; a test passes its own. */
export type TimerWorker = Pick<Worker, 'postMessage' | 'onmessage' | 'terminate'>;

/** A worker's timers go on in a hidden tab, where a browser runs those of the page once a second, later once a minute. */
const createTimerWorker = (): Worker =>
  new Worker(new URL('../../../workers/set-ticks.ts', import.meta.url), { type: 'module', name: 'set-ticks' });

/** Timers that are not slowed down in a hidden tab. The page's own run beside them, for a worker that cannot be loaded. */
export function steadyTimers(page: Timers, makeWorker: () => TimerWorker = createTimerWorker): Timers {
  const waiting = new Map<number, () => void>();
  /** Undefined: not begun. Null: this browser lets none begin. */
  let worker: TimerWorker | null | undefined;

  const ring = (timer: number) => {
    const run = waiting.get(timer);
    clear(timer);
    run?.();
  };

  const clear = (timer: number) => {
    waiting.delete(timer);
    page.clear(timer);
  };

  const begin = (): TimerWorker | null => {
    try {
      const made = makeWorker();
      made.onmessage = ({ data }: MessageEvent<number>) => ring(data);
      return made;
    } catch {
      return null;
    }
  };

  return {
    set: (run, after) => {
      const timer = page.set(() => ring(timer), after);
      waiting.set(timer, run);
      if (worker === undefined) worker = begin();
      worker?.postMessage([timer, after]);
      return timer;
    },
    clear,
  };
}
