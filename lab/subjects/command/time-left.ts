import { type Progress, showProgress } from '../../../tools/shared/progress.ts';

/** Frames left out of the estimate: the first ones wait for shaders to compile. */
const WARM_UP_FRAMES = 5;

/**
 * Counts frames and shows how long the rest will take at the pace of this run.
 * @param now monotonic clock, milliseconds
 */
export function timeLeft(
  total: number,
  show: (progress: Progress) => void = showProgress,
  now: () => number = () => performance.now(),
) {
  const started = now();
  let done = 0;
  let painted = 0;
  return {
    step(stage: string, isPainted: boolean): void {
      done++;
      if (isPainted) painted++;
      const pace = (now() - started) / 1000 / Math.max(1, painted);
      const known = painted >= WARM_UP_FRAMES ? { secondsLeft: pace * (total - done) } : {};
      show({ stage, done, total, ...known });
    },
  };
}
