import { expect, it } from 'vitest';
import { INTERNAL_ROTATION, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { follow } from '../../../lab/made/follow-clip.ts';
import { type AnyClipName, clipOf, landmarksOf, planFor } from '../../../lab/made/truth-landmarks.ts';

// How much a change of the picture that `camera-watch` lets pass changes the hip's angle, on true landmarks. The largest
// are told with SHIFT and ZOOM in docs/constants.md.

/** Every how many frames one is read again. */
const EVERY = 6;
/** The limits: share of a zoom, and pixels of a picture 960 wide. */
const [ZOOM, SHIFT] = [0.01, 3];

/** Most degrees by the zoom and by the shift. Rounded to tenths. */
const CLIPS: readonly (readonly [name: AnyClipName, drill: string, zoom: number, shift: number])[] = [
  ['supine-sleeper-clean-far', 'supine-sleeper', 0.4, 1.9],
  ['supine-sleeper-lift-far', 'supine-sleeper', 0.4, 1.9],
  ['quadruped-band-ir-clean-high', 'quadruped-band-ir', 0.4, 1.5],
  ['quadruped-band-ir-list-high', 'quadruped-band-ir', 0.4, 1.5],
  ['hip-movement-sequence-clean-25', 'hip-movement-sequence', 2, 1.8],
  ['standing-hamstring-clean-28', 'standing-hamstring', 2, 1.8],
  ['ninety-ninety-lift-off-clean-36', 'ninety-ninety-lift-off', 0.2, 1.3],
  ['ninety-ninety-lift-off-hinge-clean-31', 'ninety-ninety-lift-off-hinge', 0.2, 1.3],
  ['ninety-ninety-pails-rails-lean-front', 'ninety-ninety-pails-rails', 3.6, 3.3],
  ['knee-to-knee-wall-clean-32', 'knee-to-knee-wall', 0.4, 1.9],
];
/** Drills that judge the hip by its flexion. */
const BY_FLEXION = /^(hip-movement|standing-)/;

it.each(CLIPS)('in %s (%s) a zoom within the limit changes the hip by at most %d°, a shift by %d°', (...row) => {
  const [name, drill, mostByZoom, mostByShift] = row;
  const clip = clipOf(name);
  const plan = planFor(drill, clip.subject.heightMetres);
  const { bench, frames } = follow(clip, 'as filmed', undefined, undefined, plan);
  const angle = LEG_START.left + (BY_FLEXION.test(drill) ? 0 : INTERNAL_ROTATION);
  const middle = [clip.width / 2, clip.height / 2];
  const step = (SHIFT * Math.max(clip.width, clip.height)) / 960;

  const most = (edit: (value: number, axis: 0 | 1) => number): number =>
    frames
      .filter((_, i) => i % EVERY === 0)
      .reduce((largest, { frame, fit: { pose } }) => {
        const seen = landmarksOf(clip, frame);
        const moved = { ...seen, points: seen.points.map((value, k) => edit(value, k % 2 === 0 ? 0 : 1)) };
        const [now, before] = [moved, seen].map((one) => bench.fitter.fit(one, pose, 1).pose[angle] ?? Number.NaN);
        return Math.max(largest, Math.abs((now ?? Number.NaN) - (before ?? Number.NaN)));
      }, 0);
  const zoomed = (by: number) => most((value, axis) => (value - (middle[axis] ?? 0)) * by + (middle[axis] ?? 0));
  const shifted = (along: 0 | 1, by: number) => most((value, axis) => (axis === along ? value + by : value));

  expect(Math.max(zoomed(1 + ZOOM), zoomed(1 - ZOOM))).toBeLessThan(mostByZoom + 0.05);
  const shifts = ([0, 1] as const).flatMap((axis) => [step, -step].map((by) => shifted(axis, by)));
  expect(Math.max(...shifts)).toBeLessThan(mostByShift + 0.05);
});
