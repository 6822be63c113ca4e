import { describe, expect, it } from 'vitest';
import { FrameInterval } from '../../../src/app/session/set-feed.ts';
import { gauge } from '../../../src/coach/coach.ts';
import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { planFor, SetRun } from '../../../lab/made/run-set.ts';

/** Frames a second of the camera, and how long the worker takes for one. */
const CAMERA = 30;
const WORK: Seconds = 0.055;
/** Begin of the fault: the person has been still for long, in the passive phase. */
const ONSET: Seconds = 5;
/** A turn of the pelvis of this size is flagged. */
const TWIST = 12;
/** Joints that never move, so that only the twist tells the fault. */
const JOINTS = Float32Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 60 : 30) * i);

/**
 * A pelvis that turns in a still stretch: how long after its onset it is flagged, and how many frames were read in the 2 s before.
 * @param rise seconds in which it turns
 * @param spares whether frames are spared, as in a set before a camera
 */
function alarm(onset: Seconds, rise: Seconds, spares: boolean): { delay: Seconds; before: number } {
  const run = new SetRun(planFor());
  const interval = new FrameInterval();
  let [free, last, before] = [0, -Infinity, 0];
  for (let i = 0; i < CAMERA * (onset + 5); i++) {
    const time = i / CAMERA;
    const longest = spares ? interval.at(gauge(run.state)) : 0;
    if (time < free || time + 1 / CAMERA - last <= longest) continue;
    [free, last] = [time + WORK, time];
    const twist = -TWIST * Math.min(1, Math.max(0, (time - onset) / rise));
    const reading = makeReading({ time, twist, skeleton: JOINTS, referencePoseAt: time < 1 ? 'holding' : 1 });
    run.send({ kind: 'reading', reading });
    interval.observe(reading, gauge(run.state));
    if (time > onset - 2 && time < onset) before++;
    const isFlagged = run.state.rules.entries.some(
      ({ rule, watch }) => rule.id === 'pelvis-twist' && watch.open !== null,
    );
    if (isFlagged) return { delay: time - onset, before };
  }
  throw new Error('the fault was not flagged');
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.round(share * (values.length - 1))] ?? Number.NaN;

const delaysOf = (alarms: readonly { readonly delay: Seconds }[]): readonly Seconds[] =>
  alarms.map(({ delay }) => delay);

describe('a fault that begins in a still stretch', () => {
  const onsets = Array.from({ length: 20 }, (_, i) => ONSET + i * 0.0137);

  // The median and the 95th percentile. A delay of less than half a camera frame more counts as equal.
  for (const rise of [0.3, 1, 4])
    it(`is flagged as soon as if every frame were read, when the pelvis turns in ${rise} s`, () => {
      const spared = onsets.map((onset) => alarm(onset, rise, true));
      const all = onsets.map((onset) => alarm(onset, rise, false));
      expect(spared.every(({ before }, i) => before < 0.4 * (all[i]?.before ?? 0))).toBe(true);
      for (const share of [0.5, 0.95])
        expect(quantile(delaysOf(spared), share)).toBeLessThan(quantile(delaysOf(all), share) + 0.5 / CAMERA);
    });
});
