import type { LabTools } from '../../tools/lab/lab-tools.mjs';

/** Frames whose pace says little: the first ones wait for shaders. */
const UNSURE = 5;

/**
 * Counts frames and says how long the rest will take at the pace of those painted in this run.
 * @param now milliseconds of a clock that only goes forward
 */
export function timeLeft(total: number, show: LabTools['show'], now: () => number = () => performance.now()) {
  const started = now();
  let done = 0;
  let painted = 0;
  return {
    step(stage: string, isPainted: boolean): void {
      done++;
      if (isPainted) painted++;
      const pace = (now() - started) / 1000 / Math.max(1, painted);
      const known = painted >= UNSURE ? { secondsLeft: pace * (total - done) } : {};
      show({ stage, done, total, ...known });
    },
  };
}
