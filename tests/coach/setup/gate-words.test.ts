import { describe, expect, it } from 'vitest';
import { angleDifference, type WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { gate } from '../../../src/i18n/en/gate.ts';
import { nearestGoodAzimuth, viewMove, type Way, cutMove, startProblem } from '../../../src/coach/setup/gate-words.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { JOINT_LANDMARKS } from '../../../src/instrument/input/landmarks.ts';
import type { BodyPart } from '../../../src/instrument/output/reason.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

const WATCHED = DRILLS.filter((drill) => drill.camera !== 'none');
const SIDES: readonly WorkingSide[] = ['left', 'right'];
const WAYS: Readonly<Record<Way, readonly [front: number, left: number]>> = {
  front: [1, 0],
  back: [-1, 0],
  left: [0, 1],
  right: [0, -1],
};
const HIGH = 40;

/** The place of the laptop after a push of 20 cm, at 2 m from the hips. */
function pushed(azimuth: number, way: Way): number {
  const a = (azimuth * Math.PI) / 180;
  const [front, left] = WAYS[way];
  return (Math.atan2(2 * Math.sin(a) + 0.2 * left, 2 * Math.cos(a) + 0.2 * front) * 180) / Math.PI;
}

const sleeperWords = (side: WorkingSide, azimuth: number) => {
  const move = viewMove(supineSleeper.measure.view, side, { azimuth, lookingDown: HIGH });
  return move && gate.view(move, true);
};

describe('the way to a good place', () => {
  it('never leads away from it, in any drill, on either side, from any place', () => {
    let steps = 0;
    for (const { measure } of WATCHED)
      for (const side of SIDES)
        for (let azimuth = 0; azimuth < 360; azimuth += 3) {
          const move = viewMove(measure.view, side, { azimuth, lookingDown: HIGH });
          if (move?.kind !== 'step') continue;
          steps++;
          const target = nearestGoodAzimuth(measure.view, side, azimuth);
          expect(angleDifference(pushed(azimuth, move.way), target)).toBeLessThan(angleDifference(azimuth, target));
        }
    expect(steps).toBeGreaterThan(100);
  });

  it('ends where the drill is seen well', () => {
    for (const { measure } of WATCHED)
      for (const side of SIDES)
        for (let azimuth = 0; azimuth < 360; azimuth += 7) {
          const target = nearestGoodAzimuth(measure.view, side, azimuth);
          expect(viewMove(measure.view, side, { azimuth: target, lookingDown: HIGH })).toBeNull();
        }
  });

  it('is the mirror image for the other leg', () => {
    expect(sleeperWords('left', 215)).toBe('Move the laptop towards your feet.');
    expect(sleeperWords('right', 145)).toBe('Move the laptop towards your feet.');
    expect(sleeperWords('left', 300)).toBe('Move the laptop towards your head.');
    expect(sleeperWords('right', 60)).toBe('Move the laptop towards your head.');
  });

  it('is a named place if the laptop stands on the wrong side altogether', () => {
    expect(sleeperWords('left', 90)).toMatch(/^Put the laptop beside .* right/);
    expect(sleeperWords('right', 270)).toMatch(/^Put the laptop beside .* left/);
  });

  it('is up if only the height is wrong', () => {
    const move = viewMove(supineSleeper.measure.view, 'left', { azimuth: 255, lookingDown: 12 });
    expect(move).toEqual({ kind: 'higher' });
  });
});

const { left, right } = JOINT_LANDMARKS;
type Place = readonly [x: number, y: number];

/** A person lying from head (at `head`) to feet (at `feet`), in shares of a picture of 1280 × 720. */
function lying(head: Place, feet: Place) {
  const points = new Float32Array(66);
  const put = (landmarks: readonly number[], share: number) => {
    for (const l of landmarks)
      points.set(
        [1280 * (head[0] + share * (feet[0] - head[0])), 720 * (head[1] + share * (feet[1] - head[1]))],
        2 * l,
      );
  };
  put([0], 0);
  put([left.shoulder, right.shoulder], 0.15);
  put([left.hip, right.hip], 0.5);
  put([left.knee, right.knee], 0.75);
  put([left.ankle, right.ankle], 1);
  return { points, visibility: new Float32Array(33).fill(1), world: new Float32Array(99), score: 1 };
}

const moveFor = (head: Place, feet: Place, missing: readonly BodyPart[] = ['left foot', 'right foot']) =>
  cutMove(missing, lying(head, feet), 1280, 720);

describe('the move that brings a missing part into the picture', () => {
  it('is a turn towards it if there is room on the other side, left or right', () => {
    expect(moveFor([0.5, 0.5], [1.05, 0.5])).toEqual({ kind: 'turn', towards: 'left foot' });
    expect(moveFor([0.5, 0.5], [-0.05, 0.5])).toEqual({ kind: 'turn', towards: 'left foot' });
  });

  it('is more distance if the picture is full', () => {
    expect(moveFor([0.04, 0.5], [1.05, 0.5])).toEqual({ kind: 'back' });
    expect(moveFor([-0.1, 0.5], [1.1, 0.5], ['shoulders', 'left foot'])).toEqual({ kind: 'back' });
    expect(moveFor([0.5, 0.03], [0.5, 1.2])).toEqual({ kind: 'back' });
  });

  it('is to fold the screen forward for a part below the picture, and back for one above', () => {
    expect(moveFor([0.5, 0.4], [0.5, 1.1])).toEqual({ kind: 'tilt', down: true });
    expect(moveFor([0.5, 0.6], [0.5, -0.1])).toEqual({ kind: 'tilt', down: false });
  });

  it('is to clear the view if the part is inside the picture but hidden', () => {
    expect(moveFor([0.3, 0.5], [0.7, 0.5], ['left foot'])).toEqual({ kind: 'clear' });
  });
});

const DARK = { mean: 30, sd: 9, problem: 'too-dark', remark: null, darkClothes: false } as const;

describe('what keeps the start from being held', () => {
  const holding = (problem: 'moving' | 'already-stretched' | null, change: Partial<Reading> = {}): Reading => ({
    ...makeReading({ time: 1, referencePoseAt: null }),
    referencePose: { kind: 'holding', progress: 0.2, problem },
    ...change,
  });
  const framed = (problem: Reading['framing']['problem']) => ({
    framing: { ...makeReading({ time: 1 }).framing, problem },
  });

  it('is that the person moves only if place and posture are right', () => {
    expect(startProblem(holding('moving'))).toBe('moving');
    expect(startProblem(holding('moving', framed('wrong-posture')))).toBe('wrong-posture');
    expect(startProblem(holding('moving', framed('bad-view')))).toBe('bad-view');
  });

  it('is the place before the light, and the light before movement', () => {
    expect(startProblem(holding('moving', { light: DARK, ...framed('out-of-frame') }))).toBe('out-of-frame');
    expect(startProblem(holding('moving', { light: DARK }))).toBe('too-dark');
  });

  it('is the laptop, not the person, while that is being moved', () => {
    const framing = { ...makeReading({ time: 1 }).framing, laptopMoves: true };
    expect(startProblem(holding('moving', { framing }))).toBe('picture-slid');
    expect(startProblem(holding(null, { framing }))).toBeNull();
  });

  it('is what is plainly different from the start, by its name', () => {
    const difference = { kind: 'hips-up' } as const;
    const of = (problem: Reading['framing']['problem']) => ({
      framing: { ...makeReading({ time: 1, difference }).framing, problem },
    });
    expect(startProblem(holding('moving', of('wrong-posture')))).toBe('hips-up');
    expect(startProblem(holding('moving', of('bad-view')))).toBe('bad-view');
  });

  it('is what the hold itself has found wrong', () => {
    expect(startProblem(holding('already-stretched'))).toBe('already-stretched');
    expect(startProblem(holding(null))).toBeNull();
  });

  it('is that nobody is there, before anything else', () => {
    const gone = { person: { seen: false, reason: 'no-person' } } as const;
    expect(startProblem(holding('moving', { ...gone, light: DARK }))).toBe('no-person');
  });
});
