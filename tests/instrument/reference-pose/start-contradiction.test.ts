import { describe, expect, it } from 'vitest';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import { contradictsStart, findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { ALL_CLIPS, landmarksAfter, startedPerson, trunkUp } from '../../../lab/made/left-positions.ts';

const SLEEPER = startedPerson('supine-sleeper-clean-far');
type Points = Float64Array;

const pair = (points: Points, l: number): readonly [number, number] => [points[2 * l] ?? 0, points[2 * l + 1] ?? 0];
const { left: LEFT, right: RIGHT } = JOINT_LANDMARKS;

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

const contradicts = (points: Points): boolean => contradictsStart(SLEEPER.plan, { ...SLEEPER.still, points });
const points = Float64Array.from(SLEEPER.still.points);

describe('a start', () => {
  it.each(ALL_CLIPS)('is not denied to a rendered person: %s', (name) => {
    const { plan, still } = startedPerson(name);
    expect(contradictsStart(plan, still)).toBe(false);
  });
});

describe('a start on the back', () => {
  it('is denied to soles that are together, and allowed with feet that stand a little nearer than the knees', () => {
    expect([0, 0.1, 0.2].map((share) => contradicts(solesTogether(points, share)))).toEqual([false, false, false]);
    expect([0.7, 1].map((share) => contradicts(solesTogether(points, share)))).toEqual([true, true]);
  });

  it.each([
    'supine-sleeper-clean-far',
    'supine-sleeper-clean-8',
    'knee-to-knee-floor-twist-11',
    'supine-ir-pulses-grip-40',
  ])('is denied to a trunk that is raised by 45 degrees in %s', (name) => {
    const person = startedPerson(name);
    const raised = { ...person.still, points: Float64Array.from(landmarksAfter(person, trunkUp(45))) };
    expect(findReferencePose(person.plan, raised).posture).toBe('wrong');
  });

  it('that is denied is another position, whatever its fit', () => {
    const raised = { ...SLEEPER.still, points: solesTogether(points, 1) };
    expect(findReferencePose(SLEEPER.plan, raised)).toMatchObject({ posture: 'wrong', problem: 'wrong-posture' });
  });
});

describe('a start on hands and knees', () => {
  const FOURS = startedPerson('quadruped-band-ir-side-clean-4');
  const { ankle, knee } = RIGHT;

  /** The right shank turned about its knee by so many degrees, up from the floor. */
  const footUp = (degrees: number): Points => {
    const out = Float64Array.from(FOURS.still.points);
    const [x, y] = [pair(out, ankle)[0] - pair(out, knee)[0], pair(out, ankle)[1] - pair(out, knee)[1]];
    const turn = (Math.sign(x) * -degrees * Math.PI) / 180;
    out[2 * ankle] = pair(out, knee)[0] + x * Math.cos(turn) - y * Math.sin(turn);
    out[2 * ankle + 1] = pair(out, knee)[1] + x * Math.sin(turn) + y * Math.cos(turn);
    return out;
  };

  it.each([
    [0, false],
    [8, false],
    [30, true],
    [80, true],
  ])('with a foot raised by %d degrees: denied %s', (degrees, denied) => {
    const still = { ...FOURS.still, points: footUp(degrees) };
    expect(contradictsStart(FOURS.plan, still)).toBe(denied);
  });
});
