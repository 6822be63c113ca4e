import { describe, expect, it } from 'vitest';
import { fittedBody, twistIntoRotation } from '../../../src/instrument/fit/fitted-body.ts';
import type { PelvisObservation } from '../../../src/instrument/fit/pelvis-observation.ts';
import { angleBetween, subtract, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { bodyOf, JOINT, LEG_START, type Pose, ROOT, THORAX } from '../../../src/instrument/geometry/skeleton.ts';
import { band90, type Side } from '../../../src/instrument/geometry/units.ts';
import { type FittedPerson, fittedPerson, inputOf, LOST, twisted } from '../../../lab/made/fitted-person.ts';

const [FLEXION, ABDUCTION, ROTATION, KNEE] = [0, 1, 2, 3] as const;
const sleeper = fittedPerson('supine-sleeper-clean-far');
const quadruped = fittedPerson('quadruped-band-ir-clean-high');
const seated = fittedPerson('ninety-ninety-pails-rails-lean-front');

/** Changes an angle of a leg by degrees. */
const turned =
  (side: Side, part: number, by: number) =>
  (pose: Pose): void => {
    const k = LEG_START[side] + part;
    pose[k] = (pose[k] ?? 0) + by;
  };

describe('the angles of a leg', () => {
  it('are changes since the reference pose, except the absolute knee flexion', () => {
    const body = fittedBody(
      inputOf(sleeper, (pose) => {
        turned('left', ROTATION, 17)(pose);
        turned('left', FLEXION, -6)(pose);
        turned('left', ABDUCTION, 4)(pose);
        turned('left', KNEE, -10)(pose);
      }),
    );
    const referencePoseKnee = sleeper.referencePose.pose[LEG_START.left + KNEE] ?? NaN;
    expect(body.leg.left.internalRotation?.value).toBeCloseTo(17, 9);
    expect(body.leg.left.flexion?.value).toBeCloseTo(-6, 9);
    expect(body.leg.left.abduction?.value).toBeCloseTo(4, 9);
    expect(body.leg.left.knee?.value).toBeCloseTo(referencePoseKnee - 10, 9);
    expect(body.leg.right.internalRotation?.value).toBeCloseTo(0, 9);
    expect([body.valid, body.reasons]).toEqual([true, []]);
  });

  it('have the fit’s standard deviation times the factors of the drill and of the view', () => {
    const { hipSdScale: spread } = sleeper.plan.motion;
    const at = (widening: number) => fittedBody(inputOf(sleeper, undefined, { widening })).leg.left;
    expect(at(1).internalRotation?.sd).toBeCloseTo(2 * spread, 9);
    expect(at(1.5).internalRotation?.sd).toBeCloseTo(3 * spread, 9);
    expect(at(1.5).flexion?.sd).toBeCloseTo(3 * spread, 9);
    expect(at(1.5).knee?.sd).toBeCloseTo(3, 9);
  });

  it('get a larger standard deviation the farther the hip bends either way, if the plan says so', () => {
    const plan = { ...sleeper.plan, motion: { ...sleeper.plan.motion, flexionSdShare: 0.05 } };
    const sdAt = (bend: number) =>
      fittedBody(inputOf({ ...sleeper, plan }, turned('left', FLEXION, bend))).leg.left.flexion?.sd;
    const fitSd = 2 * plan.motion.hipSdScale;
    expect(sdAt(0)).toBeCloseTo(fitSd, 9);
    expect([sdAt(80), sdAt(-20)]).toEqual([4, 1].map((more) => expect.closeTo(Math.hypot(fitSd, more), 9)));
  });

  it.each(['left', 'right'] as const)('include no rotation while the knee is straighter than 30° (%s)', (side) => {
    const referencePoseKnee = sleeper.referencePose.pose[LEG_START[side] + KNEE] ?? NaN;
    const at = (knee: number) => fittedBody(inputOf(sleeper, turned(side, KNEE, knee - referencePoseKnee)));
    expect(at(29).leg[side].internalRotation).toBeNull();
    expect(at(31).leg[side].internalRotation).not.toBeNull();
    expect(at(29).leg[side].flexion).not.toBeNull();
    // Only the working side has the rotation channel.
    expect(at(29).unseen['hip-internal-rotation']).toBe(side === 'left' ? 'knee-straight' : undefined);
  });

  it('include no rotation while the thigh points at the lens or away from it', () => {
    for (const away of [false, true]) {
      const { change, angle } = thighAlongSight(sleeper, away);
      expect(angle).toBeLessThan(15);
      const body = fittedBody(inputOf(sleeper, change));
      expect(body.leg.left.internalRotation).toBeNull();
      expect(body.unseen['hip-internal-rotation']).toBe('thigh-towards-lens');
    }
  });
});

describe('a knee that cannot be read', () => {
  it('hides the rotation of its leg, and says why', () => {
    const body = fittedBody(inputOf(sleeper, undefined, { kneeProblem: { left: 'knee-hidden', right: null } }));
    expect(body.leg.left.internalRotation).toBeNull();
    expect(body.unseen['hip-internal-rotation']).toBe('knee-hidden');
    expect(body.leg.right.internalRotation).not.toBeNull();
    expect(body.leg.left.flexion).not.toBeNull();
  });
});

describe('the standard deviation of the rotation', () => {
  const share = twistIntoRotation(sleeper.referencePose.body, 'left');
  const own = 2 * sleeper.plan.motion.hipSdScale;
  const sdWith = (pelvis: PelvisObservation) =>
    fittedBody(inputOf(sleeper, undefined, { pelvis })).leg.left.internalRotation?.sd;

  it('includes a possible twist of 6° while the pelvis is not seen', () => {
    expect(share).toBeGreaterThan(0.5);
    // A bound: half the width of the 90 % band, not a standard deviation.
    expect(sdWith(LOST)).toBeCloseTo(Math.hypot(own, (6 * share) / band90(1)), 6);
  });

  it('includes what hips that have hardly shifted let the pelvis turn, as far as the turn rolls the thigh', () => {
    const measured = (sd: number, person = sleeper) => {
      const pelvis = { ...LOST, held: { twist: { value: 0, sd }, obliquity: null } };
      return fittedBody(inputOf(person, undefined, { pelvis })).leg.left.internalRotation?.sd ?? Number.NaN;
    };
    const added = (sd: number, person = sleeper) => Math.sqrt(measured(sd, person) ** 2 - measured(0, person) ** 2);
    expect(added(4.5)).toBeCloseTo(share * 4.5, 6);
    // On hands and knees the thigh stands across the trunk.
    expect(added(4.5, quadruped)).toBeLessThan(0.25 * 4.5);
  });

  it('ignores an unseen pelvis in a drill whose plan does not count a twist', () => {
    const sd = fittedBody(inputOf(seated, undefined, { pelvis: LOST })).leg.left.internalRotation?.sd;
    expect(sd).toBeCloseTo(2 * seated.plan.motion.hipSdScale, 6);
  });

  it('is all that a twist changes: it is never subtracted from the value', () => {
    const valueWith = (twist: number) =>
      fittedBody(inputOf(sleeper, turned('left', ROTATION, 20), { pelvis: twisted(twist) })).leg.left.internalRotation
        ?.value;
    expect(valueWith(-12)).toBe(valueWith(0));
  });
});

describe('a leaning trunk', () => {
  const leaning = (degrees: number) => (pose: Pose) => void (pose[THORAX + 2] = degrees);

  it('beyond the limit of the drill removes the rotation of both hips and gives the reason', () => {
    const body = fittedBody(inputOf(seated, leaning(25)));
    expect(body.trunkLean?.value).toBeGreaterThan(seated.plan.motion.leanLimit ?? NaN);
    expect([body.leg.left.internalRotation, body.leg.right.internalRotation]).toEqual([null, null]);
    expect(body.reasons).toContain('trunk-leans');
    expect(body.unseen['hip-internal-rotation']).toBe('trunk-leans');
    expect(body.valid).toBe(true);
  });

  it('changes nothing below the limit or in a drill without one', () => {
    expect(fittedBody(inputOf(seated, leaning(5))).leg.left.internalRotation).not.toBeNull();
    const supine = fittedBody(inputOf(sleeper, leaning(25)));
    expect(supine.leg.left.internalRotation).not.toBeNull();
    expect(supine.reasons).toEqual([]);
  });
});

describe('the lift of the pelvis', () => {
  const raised = (metres: number) => (pose: Pose) => void (pose[ROOT + 1] = (pose[ROOT + 1] ?? 0) + metres);

  it('is the rise of the mid-hip since the reference pose, with the standard deviation of the fit', () => {
    const at = (metres: number) => fittedBody(inputOf(sleeper, raised(metres), { widening: 1.5 })).pelvis.lift;
    expect(at(0.04)?.value).toBeCloseTo(0.04, 9);
    expect(at(-0.01)?.value).toBeCloseTo(-0.01, 9);
    expect(at(0)?.sd).toBeCloseTo(3, 9);
  });

  it('is that of the sit bone where a network measures it, and null where that network is missing', () => {
    const observation = { ...LOST, lift: { value: 0.03, sd: 0.004 } };
    expect(fittedBody(inputOf(seated, undefined, { pelvis: observation })).pelvis.lift?.value).toBe(0.03);
    const { pelvis, unseen } = fittedBody(inputOf(seated, raised(0.04), { pelvis: LOST }));
    expect(pelvis.lift).toBeNull();
    expect(unseen['pelvis-lift']).toBe('pelvis-lost');
  });

  it('is null if the drill never shows it', () => {
    expect(fittedBody(inputOf(quadruped, raised(0.04))).pelvis.lift).toBeNull();
    expect(fittedBody(inputOf(seated, raised(0.04))).pelvis.lift).toBeNull();
  });
});

describe('the obliquity of the pelvis', () => {
  const showing = { ...quadruped, plan: { ...quadruped.plan, neverSeen: [] } };

  it('comes from the fitted hips where the landmarks show it, and is null elsewhere', () => {
    expect(fittedBody(inputOf(showing)).pelvis.obliquity?.value).toBeCloseTo(0, 6);
    expect(fittedBody(inputOf(sleeper)).pelvis.obliquity).toBeNull();
    expect(fittedBody(inputOf(seated)).pelvis.obliquity).toBeNull();
  });

  it('is positive when the left hip goes towards the head', () => {
    const tipped = (pose: Pose) => void (pose[5] = 8);
    expect(fittedBody(inputOf(showing, tipped)).pelvis.obliquity?.value).toBeCloseTo(8, 6);
  });
});

describe('an invalid body', () => {
  it('keeps its reasons and gets none from its trunk', () => {
    const body = fittedBody(inputOf(seated, undefined, { valid: false, reasons: ['poor-fit'] }));
    expect([body.valid, body.reasons]).toEqual([false, ['poor-fit']]);
  });
});

/** Finds, by trying, the change of the left thigh that brings it nearest to the line of sight through the hip. */
function thighAlongSight({ referencePose }: FittedPerson, away: boolean) {
  const hip = referencePose.body.joints[JOINT.leftHip] as Vec3;
  const sight = subtract(hip, referencePose.camera.place);
  let best = { flexion: 0, abduction: 0, angle: 360 };
  for (let flexion = -120; flexion <= 120; flexion += 10)
    for (let abduction = -120; abduction <= 120; abduction += 10) {
      const pose = Float64Array.from(referencePose.pose);
      turned('left', FLEXION, flexion)(pose);
      turned('left', ABDUCTION, abduction)(pose);
      const { joints } = bodyOf(pose, referencePose.reference, referencePose.bones);
      const off = angleBetween(subtract(joints[JOINT.leftKnee] as Vec3, joints[JOINT.leftHip] as Vec3), sight);
      const angle = away ? off : 180 - off;
      if (angle < best.angle) best = { flexion, abduction, angle };
    }
  const change = (pose: Pose): void => {
    turned('left', FLEXION, best.flexion)(pose);
    turned('left', ABDUCTION, best.abduction)(pose);
  };
  return { change, angle: best.angle };
}
