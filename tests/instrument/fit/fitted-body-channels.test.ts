import { describe, expect, it } from 'vitest';
import { pelvisContributionToRotation, fittedBody, formReading } from '../../../src/instrument/fit/fitted-body.ts';
import {
  INTERNAL_ROTATION,
  LEG_START,
  PELVIS,
  type Pose,
  THORAX,
  bodyOf,
  boneLengths,
  POSE_SIZE,
} from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { fittedPerson, inputOf, type FittedPerson, LOST, twisted } from '../../../lab/made/fitted-person.ts';
import type { PelvisObservation } from '../../../src/instrument/fit/pelvis-observation.ts';
import { seeingTwist } from '../../../lab/made/truth-landmarks.ts';
import { rotationX } from '../../../src/instrument/geometry/rotation.ts';

const sleeper = fittedPerson('supine-sleeper-clean-far');
const quadruped = fittedPerson('quadruped-band-ir-clean-high');
const seen = { value: 0, sd: 1 };
/** Marks both angles as measured; their values come from the fit. */
const MEASURED = { twist: seen, obliquity: seen };
const SIDES = ['left', 'right'] as const;
/** Index of the twist in the pelvis’s rotation vector; the obliquity follows. */
const LONG = PELVIS + 1;
const FRONT = PELVIS + 2;

describe('the pelvic contribution to a thigh’s rotation', () => {
  const pelvisContribution = (side: Side, change: Parameters<typeof inputOf>[1], person = sleeper) => {
    return pelvisContributionToRotation(inputOf(person, change).fit, MEASURED, side) ?? Number.NaN;
  };

  it.each(SIDES)('is zero while the pelvis stays, however far the hip rotates (%s)', (side) => {
    const turned = pelvisContribution(side, (pose) => {
      pose[LEG_START[side] + INTERNAL_ROTATION] = (pose[LEG_START[side] + INTERNAL_ROTATION] ?? 0) + 30;
    });
    expect(turned).toBeCloseTo(0, 9);
  });

  it('is null where the pelvis was not measured', () => {
    expect(pelvisContributionToRotation(inputOf(sleeper).fit, { twist: null, obliquity: null }, 'left')).toBeNull();
  });

  it('is positive for the right leg and negative for the left when the pelvis turns to the left', () => {
    const toTheRight = (pose: Float64Array) => {
      pose[LONG] = (pose[LONG] ?? 0) - 15;
    };
    expect(pelvisContribution('left', toTheRight)).toBeGreaterThan(5);
    expect(pelvisContribution('right', toTheRight)).toBeLessThan(-5);
  });

  it('equals the turn about the vertical when the thigh is upright, on hands and knees', () => {
    const yawed = pelvisContribution(
      'left',
      (pose) => {
        pose[FRONT] = (pose[FRONT] ?? 0) + 10;
      },
      quadruped,
    );
    // The thigh of this person leans by some degrees, which takes less than half a degree off ten.
    expect(Math.abs(yawed)).toBeGreaterThan(9.5);
    expect(Math.abs(yawed)).toBeLessThan(10.1);
  });
});

const seated = fittedPerson('ninety-ninety-pails-rails-lean-front');
const hinge: FittedPerson = {
  ...seated,
  plan: { ...seated.plan, motion: { ...seated.plan.motion, leanDirection: 'sideways' } },
};
const folded = (degrees: number) => (pose: Pose) => void (pose[THORAX] = degrees);
const leaning = (degrees: number) => (pose: Pose) => void (pose[THORAX + 2] = degrees);
const lean = (person: FittedPerson, change: (pose: Pose) => void) =>
  fittedBody(inputOf(person, change)).trunkLean?.value ?? NaN;

describe('the lean of a trunk facing the lens', () => {
  it('has the same size to either side', () => {
    // The thorax leans by 15°, the line from hips to shoulders by less.
    expect(lean(seated, leaning(15))).toBeGreaterThan(8);
    expect(lean(seated, leaning(-15))).toBeCloseTo(lean(seated, leaning(15)), 0);
  });

  it('towards the lens counts only when the trunk is visibly shorter', () => {
    expect(lean(seated, folded(8))).toBeLessThan(2);
    expect(lean(seated, folded(25))).toBeGreaterThan(8);
    expect(lean(seated, folded(25))).toBeLessThan(25 - 6);
  });
});

describe('the lean of a trunk that the drill folds forward', () => {
  it('does not grow with the fold', () => {
    expect(lean(seated, folded(25))).toBeGreaterThan(8);
    // The pelvis is rotated a little in this seat, so folding and leaning are not exactly perpendicular.
    expect(lean(hinge, folded(25))).toBeLessThan(2);
  });

  it('has the same size to either side', () => {
    // Tolerance 0.5°: an angle to a plane is compared with an angle to a line that is not exactly upright.
    expect(lean(hinge, leaning(20))).toBeCloseTo(lean(seated, leaning(20)), 0);
    expect(lean(hinge, leaning(-20))).toBeCloseTo(lean(hinge, leaning(20)), 0);
  });

  it('still makes the reading invalid when it is large', () => {
    const body = fittedBody(inputOf(hinge, leaning(25)));
    expect(body.unseen['hip-internal-rotation']).toBe('trunk-leans');
    expect(fittedBody(inputOf(hinge, folded(25))).unseen['hip-internal-rotation']).toBeUndefined();
  });
});

const watched = { ...sleeper, plan: seeingTwist(sleeper.plan) };

describe('channels that cannot be measured', () => {
  it.each([sleeper, quadruped, seated])('include those that the drill’s view never shows', (person) => {
    const { unseen } = fittedBody(inputOf(person));
    for (const channel of person.plan.neverSeen) expect(unseen[channel]).toBe('not-seen-from-here');
    expect(unseen['hip-internal-rotation']).toBeUndefined();
  });

  it.each(['pelvis-lost', 'pelvis-hidden'] as const)('include the pelvis channels, with the reason: %s', (reason) => {
    const pelvis = { ...LOST, unseen: reason };
    const { unseen } = fittedBody(inputOf(watched, undefined, { pelvis }));
    expect(unseen['pelvis-twist']).toBe(reason);
    expect(unseen['pelvis-lift']).toBeUndefined();
  });

  it('widen the hip’s band on hands and knees by a turn about the vertical that lost hips may hide, at most ten degrees', () => {
    const sdOf = (pelvis: PelvisObservation) =>
      fittedBody(inputOf(quadruped, undefined, { pelvis })).leg.left.internalRotation?.sd ?? 0;
    const turn = { value: 0, sd: 3 };
    const still = { value: 0, sd: 0 };
    const own = sdOf({ ...LOST, held: { twist: still, obliquity: still } });
    expect(sdOf({ ...LOST, held: { twist: still, obliquity: turn } })).toBeCloseTo(Math.hypot(own, 3), 6);
    // The bound of a twist is 6°, as far as it rolls the thigh, and that of the turn 10°.
    expect(sdOf(LOST)).toBeGreaterThan(Math.hypot(own, 10 / 1.645));
    expect(sdOf(LOST)).toBeLessThan(Math.hypot(own, Math.hypot(10, 6) / 1.645));
  });

  it('include the pelvic lift if a planted foot has moved, because the lift depends on it', () => {
    const at = (metres: number) => fittedBody(inputOf(sleeper, undefined, { footShift: { value: metres, sd: 0.015 } }));
    expect(at(0.06).unseen['pelvis-lift']).toBe('foot-slid');
    expect(at(0.06).pelvis.lift).toBeNull();
    expect(at(0.033).unseen['pelvis-lift']).toBeUndefined();
    expect(at(0.033).pelvis.lift).not.toBeNull();
  });

  it('do not include a twist that is measured reliably', () => {
    const { unseen, pelvis } = fittedBody(inputOf(watched, undefined, { pelvis: twisted(-9) }));
    expect(unseen['pelvis-twist']).toBeUndefined();
    expect(pelvis.twist).toEqual({ value: -9, sd: 1 });
  });
});

const LYING = { pelvis: rotationX(-90), thorax: rotationX(-90) };
const BONES = boneLengths(1.75);

/** A person on the back, hips and knees at right angles plus these changes. */
function lying(hip = 0, knee = 0) {
  const pose: Pose = new Float64Array(POSE_SIZE);
  for (const k of [LEG_START.left, LEG_START.right]) pose.set([90 + hip, 0, 0, 90 + knee], k);
  return bodyOf(pose, LYING, BONES);
}

const sd = new Float64Array(POSE_SIZE).fill(2);
const base = { plan: {}, widening: 1, footShift: null } as const;
const lyingInput = (body = lying()) => ({ ...base, referencePose: { body: lying() }, fit: { body, sd } });

describe('the optional channels', () => {
  it('contain only what the plan names', () => {
    expect(formReading(lyingInput())).toBeUndefined();
    expect(formReading({ ...lyingInput(), plan: { optionalChannels: [] } })).toBeUndefined();
    const asked = formReading({ ...lyingInput(), plan: { optionalChannels: ['foot-shift'] } });
    expect(asked).toEqual({ footShift: null });
  });
});

describe('the shin drop', () => {
  const dropOf = (hip: number, knee: number) =>
    formReading({ ...lyingInput(lying(hip, knee)), plan: { optionalChannels: ['shin-drop'] } })?.shinDrop?.value;

  it('rises when the knees bend further and when the thighs tip away from the trunk', () => {
    expect(dropOf(0, 15)).toBeCloseTo(15, 6);
    expect(dropOf(-12, 0)).toBeCloseTo(12, 6);
    expect(dropOf(-5, 8)).toBeCloseTo(13, 6);
  });

  it('stays zero when thighs and knees move together, and is negative when the knees straighten', () => {
    expect(dropOf(10, 10)).toBeCloseTo(0, 6);
    expect(dropOf(0, -9)).toBeCloseTo(-9, 6);
  });
});
