import { describe, expect, it } from 'vitest';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { frameFitter } from '../../../src/instrument/fit/frame-fit.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import { jointLimits } from '../../../src/instrument/reference-pose/start-pose.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { ABDUCTION, FLEXION, KNEE, LEG_START, PELVIS } from '../../../src/instrument/geometry/skeleton.ts';
import { hipMovementSequence } from '../../../src/drills/standing/hip-movement-sequence.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { follow, meanError } from '../support/follow-clip.ts';
import { type Clip, clipOf, landmarksOf, stillOf } from '../support/truth-landmarks.ts';

const standing = clipOf('hip-movement-sequence-clean-25');
const onTheBox = clipOf('standing-hamstring-clean-28');

/** One leg of one frame, looked for from the reference pose. */
function legAt(of: Clip, plan: MeasurementPlan, seconds: number, edit = (points: Float32Array) => points) {
  const { fit: referencePose } = findReferencePose(plan, stillOf(of));
  const seen = landmarksOf(of, Math.round(seconds * of.fps));
  const frame = { ...seen, points: edit(seen.points) };
  const { pose } = frameFitter(plan, referencePose, of.width).fit(frame, referencePose.pose, 1 / of.fps);
  const at = (part: number): number => pose[LEG_START.left + part] ?? NaN;
  return { flexion: at(FLEXION), abduction: at(ABDUCTION), knee: at(KNEE) };
}

describe('a drill in which the leg swings far', () => {
  const { initialGuesses: seeds = [], ...without } = hipMovementSequence.measure.motion;
  const plan = measurementPlanFor(hipMovementSequence, 'left', standing.subject.heightMetres);
  const LIFTED = 4.75;

  it('finds a thigh that came up towards the lens, which from the last pose alone it does not', () => {
    expect(seeds.length).toBeGreaterThan(0);
    const found = legAt(standing, plan, LIFTED);
    // Ten degrees: a thigh half towards the lens is seen at its shortest.
    expect(Math.abs(found.flexion - 86)).toBeLessThan(10);
    expect(Math.abs(found.abduction - 5)).toBeLessThan(10);
    expect(legAt(standing, { ...plan, motion: without }, LIFTED).flexion).toBeLessThan(60);
  });

  it('finds it on its way up too, where it was taken for one that swings inwards', () => {
    const halfWay = [3.8, 3.9, 4, 4.1];
    const wrongBy = (motion: MeasurementPlan['motion']): number[] =>
      halfWay.map((seconds) => {
        const { hip } = standing.frames[Math.round(seconds * standing.fps)] as (typeof standing.frames)[0];
        return Math.abs(legAt(standing, { ...plan, motion }, seconds).flexion - hip.left.flexion);
      });
    // Degrees; from 29 to 66 in a third of a second.
    expect(Math.max(...wrongBy(plan.motion))).toBeLessThan(20);
    expect(Math.max(...wrongBy({ ...without, initialGuesses: seeds.filter((_, i) => i % 3 === 0) }))).toBeGreaterThan(
      25,
    );
  });
});

describe('a pelvis that stays upright while a thigh comes up', () => {
  const { pelvisTiltSd, ...without } = hipMovementSequence.measure.motion;
  const plan = measurementPlanFor(hipMovementSequence, 'left', standing.subject.heightMetres);
  /** How much of the bend the pelvis gets once the thigh is up, degrees back. */
  const givenToPelvis = (motion: MeasurementPlan['motion']): number => {
    const { frames } = follow(standing, 'as filmed', undefined, undefined, { ...plan, motion });
    const up = frames.filter(({ fit }) => (fit.pose[LEG_START.left + FLEXION] ?? 0) > 75);
    return -up.reduce((sum, { fit }) => sum + (fit.pose[PELVIS] ?? 0), 0) / up.length;
  };

  it('gets no part of the bend, of which it takes one and a half degrees where it may tip as freely as it may turn', () => {
    expect(pelvisTiltSd).toBeLessThan(without.pelvisSd);
    // Degrees, by true joints; its truth is 0 ± .5.
    expect(Math.abs(givenToPelvis(plan.motion))).toBeLessThan(0.6);
    expect(givenToPelvis(without)).toBeGreaterThan(1.2);
  });
});

describe('a shin that hangs from a thigh that comes up', () => {
  const { shinHangSd: shinHangs = 0, ...without } = hipMovementSequence.measure.motion;
  const plan = measurementPlanFor(hipMovementSequence, 'left', standing.subject.heightMetres);
  /** Mean error of the rotation while the knee is bent, degrees. */
  const wrongBy = (motion: MeasurementPlan['motion']): number => {
    const { frames } = follow(standing, 'as filmed', undefined, undefined, { ...plan, motion });
    const bent = frames.filter(({ fit }) => (fit.pose[LEG_START.left + KNEE] ?? 0) > 40);
    return meanError(standing, bent);
  };

  it('tells a foot that swings in from a knee that straightens, which look alike from half in front', () => {
    expect(shinHangs).toBeGreaterThan(0);
    // Degrees, by true joints; 6.0 without.
    expect(wrongBy(plan.motion)).toBeLessThan(5.2);
    expect(wrongBy(without)).toBeGreaterThan(5.6);
  });
});

describe('joint limits', () => {
  it('hold for both legs, from below or from above', () => {
    const limits = jointLimits({
      ...hipMovementSequence.measure.motion,
      lowerLimits: { knee: 2 },
      upperLimits: { abduction: 50 },
    });
    expect(limits).toEqual([
      { k: LEG_START.left + KNEE, sign: 1, at: 2 },
      { k: LEG_START.right + KNEE, sign: 1, at: 2 },
      { k: LEG_START.left + ABDUCTION, sign: -1, at: 50 },
      { k: LEG_START.right + ABDUCTION, sign: -1, at: 50 },
    ]);
  });

  it('keep a straight knee from bending backwards, whatever its landmark does', () => {
    const plan = measurementPlanFor(standingHamstring, 'left', onTheBox.subject.heightMetres);
    for (const lower of [20, 60, 120]) {
      const sagging = (points: Float32Array) => points.map((v, i) => (i === 2 * 25 + 1 ? v + lower : v));
      // A soft limit gives way a little.
      expect(legAt(onTheBox, plan, 1, sagging).knee).toBeGreaterThan(-1);
    }
  });
});
