import { describe, expect, it } from 'vitest';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import {
  ABDUCTION,
  type Body,
  bodyOf,
  boneLengths,
  INTERNAL_ROTATION,
  LEG_START,
  PELVIS,
  type Pose,
  shinAngles,
  showsSlope,
} from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { startPose } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';

const SIDES = ['left', 'right'] as const;
const HEIGHT = 1.7;

const planOf = (id: string, side: Side): MeasurementPlan => {
  const drill = DRILLS_AND_TESTS.find((one) => one.id === id);
  if (!drill) throw new Error(`no drill ${id}`);
  return { drill: id, side, subjectHeight: HEIGHT, ...drill.measure };
};

/** The drill's start position, and the same after a change of some parameters of the working leg and of the pelvis. */
function bodies(id: string, side: Side, leg: Readonly<Record<number, number>>, twist = 0): { start: Body; now: Body } {
  const reference = startPose(planOf(id, side));
  const pose = reference.pose.slice();
  pose[PELVIS + 1] = twist;
  for (const [offset, by] of Object.entries(leg)) {
    const at = LEG_START[side] + Number(offset);
    pose[at] = (pose[at] ?? 0) + by;
  }
  const of = (given: Pose): Body => bodyOf(given, reference, boneLengths(HEIGHT));
  return { start: of(reference.pose), now: of(pose) };
}

const turned = (id: string, side: Side, leg: Readonly<Record<number, number>>, twist = 0) => {
  const { now, start } = bodies(id, side, leg, twist);
  return shinAngles(now, start)[side];
};

describe.each(SIDES)('an instrument on the %s shin', (side) => {
  it('shows the hip rotation degree for degree where the thigh lies level (90/90)', () => {
    for (const angle of [8, 20, 33])
      expect(turned('ninety-ninety-lift-off', side, { [INTERNAL_ROTATION]: angle }).slope).toBeCloseTo(angle, 0);
  });

  it('turns a phone that lies anywhere on it degree for degree where the thigh lies level, inwards positive', () => {
    // Thighs and knees of a start are a few degrees from level and square.
    for (const id of ['ninety-ninety-lift-off', 'hip-test-seated'])
      for (const angle of [-20, 8, 20, 33])
        expect((turned(id, side, { [INTERNAL_ROTATION]: angle }).tip ?? 0) / angle).toBeCloseTo(1, 1);
    expect(turned('quadruped-band-ir', side, { [INTERNAL_ROTATION]: 25 }).tip).toBeNull();
  });

  it('shows nothing as an inclinometer on hands and knees', () => {
    expect(turned('quadruped-band-ir', side, { [INTERNAL_ROTATION]: 25 }).slope).toBeNull();
  });

  it('shows clearly more than the hip rotation where the foot stays planted and the knee falls in', () => {
    // The stretched position that the drill itself states: 24° of rotation, 18° less abduction.
    const { slope } = turned('supine-sleeper', side, { [INTERNAL_ROTATION]: 24, [ABDUCTION]: -18 });
    expect(slope).toBeGreaterThan(24 * 1.3);
    expect(slope).toBeLessThan(24 * 1.6);
    const { tip } = turned('supine-sleeper', side, { [INTERNAL_ROTATION]: 24, [ABDUCTION]: -18 });
    expect(tip).toBeGreaterThan(20);
    expect(tip).toBeLessThan(slope ?? 0);
  });

  it('shows a pelvis that rolls along, although the hip has not turned', () => {
    const towards = side === 'left' ? -12 : 12;
    expect(turned('supine-sleeper', side, {}).slope).toBe(0);
    expect(turned('supine-sleeper', side, {}, towards).slope).toBeGreaterThan(8);
  });

  it('shows the slope only in positions that an inclinometer can read', () => {
    const works = (id: string): boolean => showsSlope(bodies(id, side, {}).start, side);
    expect(works('supine-sleeper')).toBe(true);
    expect(works('ninety-ninety-stretch')).toBe(true);
    expect(works('knee-to-knee-wall')).toBe(false);
    expect(works('quadruped-band-ir')).toBe(false);
  });
});
