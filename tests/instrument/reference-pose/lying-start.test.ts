import { describe, expect, it } from 'vitest';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import { contradictsLying } from '../../../src/instrument/reference-pose/lying-start.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { ALL_CLIPS, startedPerson } from '../support/left-positions.ts';

const SLEEPER = startedPerson('supine-sleeper-clean-far');
type Points = Float64Array;

const pair = (points: Points, l: number): readonly [number, number] => [points[2 * l] ?? 0, points[2 * l + 1] ?? 0];
const { left: LEFT, right: RIGHT } = JOINT_LANDMARKS;

/** Turns the landmarks of the head about the mid-shoulder by so many degrees, up from the floor. */
function headRaised(points: Points, degrees: number): Points {
  const out = points.slice();
  const [a, b] = [pair(points, LEFT.shoulder), pair(points, RIGHT.shoulder)];
  const [cx, cy] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const hip = pair(points, LEFT.hip);
  const turn = (-Math.sign(cx - hip[0]) * degrees * Math.PI) / 180;
  for (let l = 0; l < 11; l++) {
    const [x, y] = pair(points, l);
    out[2 * l] = cx + (x - cx) * Math.cos(turn) - (y - cy) * Math.sin(turn);
    out[2 * l + 1] = cy + (x - cx) * Math.sin(turn) + (y - cy) * Math.cos(turn);
  }
  return out;
}

/** Moves both feet this share of the way to their middle, and the knees away from theirs. */
function solesTogether(points: Points, share: number): Points {
  const out = points.slice();
  const move = (left: number, right: number, by: number): void => {
    const [l, r] = [pair(points, left), pair(points, right)];
    for (const k of [0, 1] as const) {
      const middle = ((l[k] ?? 0) + (r[k] ?? 0)) / 2;
      out[2 * left + k] = middle + ((l[k] ?? 0) - middle) * by;
      out[2 * right + k] = middle + ((r[k] ?? 0) - middle) * by;
    }
  };
  move(LEFT.ankle, RIGHT.ankle, 1 - share);
  move(LEFT.knee, RIGHT.knee, 1 + 0.4 * share);
  return out;
}

const contradicts = (points: Points): boolean =>
  contradictsLying(SLEEPER.plan, { ...SLEEPER.still, points }, SLEEPER.fit.azimuth);
const points = Float64Array.from(SLEEPER.still.points);

describe('a start on the back', () => {
  it.each(ALL_CLIPS)('is not denied to a rendered person: %s', (name) => {
    const { plan, still, fit } = startedPerson(name);
    expect(contradictsLying(plan, still, fit.azimuth)).toBe(false);
  });

  it('is denied to a body that has its head and shoulders up, and allowed on a pillow', () => {
    expect([0, 20, 25].map((degrees) => contradicts(headRaised(points, degrees)))).toEqual([false, false, false]);
    expect([50, 70].map((degrees) => contradicts(headRaised(points, degrees)))).toEqual([true, true]);
  });

  it('is denied to soles that are together, and allowed with feet that stand a little nearer than the knees', () => {
    expect([0, 0.1, 0.2].map((share) => contradicts(solesTogether(points, share)))).toEqual([false, false, false]);
    expect([0.7, 1].map((share) => contradicts(solesTogether(points, share)))).toEqual([true, true]);
  });

  it('that is denied is another position, whatever its fit', () => {
    const raised = { ...SLEEPER.still, points: headRaised(points, 60) };
    expect(findReferencePose(SLEEPER.plan, raised)).toMatchObject({ posture: 'wrong', problem: 'wrong-posture' });
  });

  it('is none of a drill that starts on hands and knees', () => {
    const { plan, still, fit } = startedPerson('quadruped-band-ir-clean-high');
    const up = { ...still, points: headRaised(Float64Array.from(still.points), 70) };
    expect(contradictsLying(plan, up, fit.azimuth)).toBe(false);
  });
});
