import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import { Measuring, FloorRest, nearerAnkle, slideOf } from '../../../src/instrument/fit/set-measurement.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { checkPerson } from '../../../src/instrument/checks/person-check.ts';
import { plain } from '../../../lab/made/paint.ts';
import {
  type Clip,
  type ClipName,
  clipOf,
  landmarksOf,
  moved,
  planOf,
  seeingTwist,
  seenAt,
  stillOf,
  trueRotation,
} from '../../../lab/made/truth-landmarks.ts';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import {
  INTERNAL_ROTATION,
  LEG_START,
  type Pose,
  FITTED_LANDMARKS,
  JOINT,
} from '../../../src/instrument/geometry/skeleton.ts';
import { fittedPerson, inputOf } from '../../../lab/made/fitted-person.ts';
import { landmarkPoint } from '../../../src/instrument/fit/frame-fit.ts';

const ANKLE = 27;
const dark = plain(1, 1, 0);

const found = new Map<ClipName, ReturnType<typeof findReferencePose>>();

/** Starts a measurement from a reference pose of the clip without pictures: from the landmarks alone. */
function measuringWith(plan: MeasurementPlan, clip: Clip, finding = findReferencePose(plan, stillOf(clip))): Measuring {
  return new Measuring(plan, { finding, still: stillOf(clip), pictures: [], at: 10, knees: null }, () => 0);
}

function measuringOf(name: ClipName): Measuring {
  const clip = clipOf(name);
  const finding = found.get(name) ?? findReferencePose(planOf(clip), stillOf(clip));
  found.set(name, finding);
  return measuringWith(planOf(clip), clip, finding);
}

const step = (measuring: Measuring, landmarks: Landmarks, time: number) =>
  measuring.step(dark, landmarks, checkPerson(landmarks, 960, 540), time);

const sleeper = clipOf('supine-sleeper-clean-far');
const atReferencePose = seenAt(stillOf(sleeper).points);

describe('a measurement that starts from a reference pose', () => {
  it('reads zero in the reference pose and draws the joints on their landmarks', () => {
    const { body, skeleton } = step(measuringOf('supine-sleeper-clean-far'), atReferencePose, 10.1);
    expect(body.valid).toBe(true);
    expect(Math.abs(body.leg.left.internalRotation?.value ?? NaN)).toBeLessThan(0.2);
    expect(Math.abs(body.pelvis.lift?.value ?? NaN)).toBeLessThan(0.001);
    expect(body.trunkLean?.value).toBeLessThan(0.2);
    expect(skeleton).toHaveLength(16);
    [11, 12, 23, 24, 25, 26, 27, 28].forEach((l, j) => {
      expect(Math.abs((skeleton[2 * j] ?? NaN) - (atReferencePose.points[2 * l] ?? NaN))).toBeLessThan(1);
      expect(Math.abs((skeleton[2 * j + 1] ?? NaN) - (atReferencePose.points[2 * l + 1] ?? NaN))).toBeLessThan(1);
    });
  });

  it('starts from the reference pose again after 1.5 s without the person', () => {
    const measuring = measuringOf('supine-sleeper-clean-far');
    for (let i = 0; i < 6; i++) step(measuring, landmarksOf(clipOf('quadruped-band-ir-clean-high'), i), 10 + i / 12);
    const { body } = step(measuring, landmarksOf(sleeper, 90), 13);
    expect(Math.abs((body.leg.left.internalRotation?.value ?? NaN) - trueRotation(sleeper, 90))).toBeLessThan(3);
  });
});

describe('the twist of the pelvis', () => {
  it('is that of the fitted hips in a drill whose view shows it, and is unknown elsewhere without a network', () => {
    const plan = seeingTwist(planOf(sleeper));
    const seen = landmarksOf(sleeper, 90);
    const { body } = step(measuringWith({ ...plan, useFittedTwist: true }, sleeper), seen, 10.1);
    expect(body.pelvis.twist?.sd).toBeGreaterThan(0);
    expect(Math.abs(body.pelvis.twist?.value ?? NaN)).toBeLessThan(10);
    expect(body.unseen['pelvis-twist']).toBeUndefined();
    expect(step(measuringWith(plan, sleeper), seen, 10.1).body.pelvis.twist).toBeNull();
  });

  it('gives no mean of both hips while one thigh points at the lens or one knee is straight', () => {
    const { body } = step(measuringWith({ ...planOf(sleeper), side: 'both' }, sleeper), atReferencePose, 10.1);
    const missing = [body.leg.left, body.leg.right].some(({ internalRotation }) => internalRotation === null);
    expect(body.unseen['hip-internal-rotation'] !== undefined).toBe(missing);
  });
});

describe('after wrong landmarks', () => {
  const wild = fc.double({ min: -500, max: 1500, noNaN: true });
  const spoilt = fc.array(fc.tuple(fc.nat(32), wild, wild), { maxLength: 10 });
  const truth = landmarksOf(sleeper, 90);

  it('the right value is back within a second', () => {
    fc.assert(
      fc.property(fc.array(spoilt, { minLength: 1, maxLength: 10 }), (frames) => {
        const measuring = measuringOf('supine-sleeper-clean-far');
        let time = 10;
        for (const places of frames) {
          const points = truth.points.slice();
          for (const [l, x, y] of places) points.set([x, y], 2 * l);
          step(measuring, { ...truth, points }, (time += 1 / 12));
        }
        let { body } = step(measuring, truth, (time += 1 / 12));
        for (let i = 0; i < 11; i++) ({ body } = step(measuring, truth, (time += 1 / 12)));
        expect(body.valid).toBe(true);
        expect(Math.abs((body.leg.left.internalRotation?.value ?? NaN) - trueRotation(sleeper, 90))).toBeLessThan(3);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a frame is invalid', () => {
  const frame = landmarksOf(sleeper, 90);

  it('when the body in the picture is not that of the reference pose', () => {
    const kneeling = landmarksOf(clipOf('quadruped-band-ir-clean-high'), 0);
    const { body } = step(measuringOf('supine-sleeper-clean-far'), kneeling, 10.1);
    expect(body.valid).toBe(false);
    expect(body.reasons).toContain('poor-fit');
  });

  it('when the legs are mixed up and do not fit either way', () => {
    const crossed = moved(frame, [25, 26, 27, 28], 60, -40);
    const legs = crossed.points.slice();
    for (const l of [25, 27, 29, 31]) {
      crossed.points.set(legs.subarray(2 * l + 2, 2 * l + 4), 2 * l);
      crossed.points.set(legs.subarray(2 * l, 2 * l + 2), 2 * l + 2);
    }
    const { body } = step(measuringOf('supine-sleeper-clean-far'), crossed, 10.1);
    expect([body.valid, body.reasons]).toEqual([false, ['left-right-mixed']]);
  });

  it('when a needed joint is outside the picture', () => {
    const { body } = step(measuringOf('supine-sleeper-clean-far'), moved(frame, [25], 0, 400), 10.1);
    expect(body.valid).toBe(false);
    expect(body.reasons).toContain('out-of-frame');
  });
});

describe('the planted foot', () => {
  const slide = (name: ClipName, dx: number) => {
    const seen = moved(seenAt(stillOf(clipOf(name)).points), [ANKLE], dx, 0);
    return step(measuringOf(name), seen, 10.1).body.footSlide;
  };

  it('has not slid when it stays', () => {
    expect(slide('supine-sleeper-clean-far', 0)?.value).toBeLessThan(0.002);
  });

  it('has slid by metres at its own distance, either way', () => {
    // 960 pixels across 66° at 2.4 m are about 3.1 m, so 30 pixels are 10 cm.
    expect(slide('supine-sleeper-clean-far', 30)?.value).toBeGreaterThan(0.09);
    expect(slide('supine-sleeper-clean-far', 30)?.value).toBeLessThan(0.12);
    expect(slide('supine-sleeper-clean-far', -30)?.value).toBeCloseTo(
      slide('supine-sleeper-clean-far', 30)?.value ?? NaN,
      2,
    );
  });

  it('is not measured where the drill moves it', () => {
    expect(slide('quadruped-band-ir-clean-high', 30)).toBeNull();
  });
});

describe('without a picture of the reference pose', () => {
  it('the noise of the pelvis is unknown, and background and still parts are not watched', () => {
    const measuring = measuringOf('supine-sleeper-clean-far');
    const { body } = step(measuring, atReferencePose, 10.1);
    expect(measuring.quality.noise).toEqual({});
    expect([body.form, body.anchors]).toEqual([undefined, undefined]);
    for (let i = 0; i < 10; i++) expect(measuring.camera.step(dark, null, 11 + i).change).toBeNull();
  });
});

describe('without a pelvis network', () => {
  it.each(['supine-sleeper-clean-far', 'ninety-ninety-pails-rails-lean-front'] as const)(
    'no twist is seen from here: %s',
    (name) => {
      const { body } = step(measuringOf(name), seenAt(stillOf(clipOf(name)).points), 10.1);
      expect(body.pelvis.twist).toBeNull();
      expect(body.unseen['pelvis-twist']).toBe('not-seen-from-here');
    },
  );
});

/** Five frames per second, seconds. */
const PITCH = 0.2;
/** Length of the shank, metres. */
const SHANK = 0.42;
/** Decimals to which a median of equal values is exact. */
const SAME = 9;

interface Stretch {
  readonly seconds: number;
  readonly rotation: number;
  /** Displacement of the ankle, metres. */
  readonly slide: number;
}

/** Feeds steady stretches one after the other; returns the drift after the last frame. */
function after(...stretches: readonly Stretch[]): number {
  const rest = new FloorRest(SHANK);
  let [time, drift] = [0, 0];
  for (const { seconds, rotation, slide } of stretches) {
    for (const end = time + seconds; time < end - 1e-9; time += PITCH) drift = rest.step(rotation, slide, time);
  }
  return drift;
}

const LIES = { seconds: 2, rotation: 0, slide: 0.005 };
const FOLDED = { seconds: 2, rotation: -6.5, slide: 0.02 };
const LIFTED = { seconds: 3, rotation: 4, slide: 0.1 };

describe('the drift of a leg that lies at its start', () => {
  it('is the rotation that a folding trunk adds to its landmarks', () => {
    expect(after(LIES)).toBe(0);
    expect(after(LIES, FOLDED)).toBeCloseTo(-6.5, SAME);
  });

  it('is kept for as long as the leg is up', () => {
    expect(after(LIES, FOLDED, LIFTED)).toBeCloseTo(-6.5, SAME);
    expect(after(LIES, FOLDED, { ...LIFTED, seconds: 30 })).toBeCloseTo(-6.5, SAME);
  });

  it('returns to zero when the trunk does', () => {
    expect(after(LIES, FOLDED, LIFTED, FOLDED, { ...LIES, rotation: -0.5 })).toBeCloseTo(-0.5, SAME);
  });

  it('does not follow a leg on its way up or down near the floor', () => {
    const rest = new FloorRest(SHANK);
    for (let i = 0; i <= 10; i++) rest.step(0, 0.005, i * PITCH);
    for (let i = 1; i <= 8; i++) rest.step(2.5 * i, 0.025, 2 + i * PITCH);
    expect(rest.step(20, 0.3, 4)).toBeLessThan(0.5);
  });

  it('is limited to what leaves the rotation that the ankle’s displacement allows, plus 1°', () => {
    const rest = new FloorRest(SHANK);
    // 2 cm of 42 cm are 2.7°.
    expect(7 - rest.step(7, 0.02, 0)).toBeCloseTo(3.73, 2);
    expect(-7 - rest.step(-7, 0.02, 0.2)).toBeCloseTo(-3.73, 2);
    expect(rest.step(14, 0.11, 0.4)).toBe(0);
  });

  it('does not follow a leg that pauses in the air', () => {
    expect(after(LIES, { ...LIFTED, slide: 0.035, seconds: 10 })).toBe(0);
  });
});

it('a frame that comes twice or out of order does not change the drift', () => {
  const rest = new FloorRest(SHANK);
  for (let i = 0; i <= 10; i++) rest.step(-6, 0.01, i * PITCH);
  const known = rest.step(-6, 0.01, 2.2);
  expect(known).toBeCloseTo(-6, SAME);
  expect(rest.step(30, 0.3, 2.2)).toBe(known);
  expect(rest.step(30, 0.3, 1)).toBe(known);
});

it('the drift is zero before the leg has rested', () => {
  expect(new FloorRest(SHANK).step(12, 0.1, 0)).toBe(0);
});

describe('the drift', () => {
  const person = fittedPerson('ninety-ninety-pails-rails-lean-front');
  const turned = (pose: Pose) => {
    pose[LEG_START.left + INTERNAL_ROTATION] = (pose[LEG_START.left + INTERNAL_ROTATION] ?? 0) + 4;
  };
  const legs = (drift?: number) => fittedBody(inputOf(person, turned, drift === undefined ? {} : { drift })).leg;

  it('is subtracted from the working hip’s rotation and from nothing else', () => {
    expect(legs().left.internalRotation?.value).toBeCloseTo(4, SAME);
    expect(legs(-6.5).left.internalRotation?.value).toBeCloseTo(10.5, SAME);
    expect(legs(-6.5).left.internalRotation?.sd).toBe(legs().left.internalRotation?.sd);
    expect(legs(-6.5).left.flexion).toEqual(legs().left.flexion);
    expect(legs(-6.5).right).toEqual(legs().right);
  });
});

// Filmed from the person’s right.
const { referencePose } = fittedPerson('supine-sleeper-clean-far');

/** The landmarks of the reference pose, with the right ankle moved in the picture. */
function ankleMoved(right: number, down: number): Landmarks {
  const points = new Float32Array(66);
  for (const joint of [JOINT.leftAnkle, JOINT.rightAnkle]) {
    const [x, y] = referencePose.camera.project(landmarkPoint(referencePose.body, referencePose.offsets, joint));
    const by = joint === JOINT.rightAnkle ? [right, down] : [0, 0];
    points.set([x + (by[0] ?? 0), y + (by[1] ?? 0)], 2 * (FITTED_LANDMARKS[joint] ?? 0));
  }
  return seenAt(points);
}

describe('a planted foot', () => {
  it('is measured on the lens’s side, where no knee hides it', () => {
    expect(nearerAnkle(referencePose)).toBe(JOINT.rightAnkle);
  });

  it('has slid by the displacement of its ankle, in whichever direction', () => {
    expect(slideOf(referencePose, ankleMoved(0, 0), JOINT.rightAnkle).value).toBeCloseTo(0, 3);
    const along = slideOf(referencePose, ankleMoved(20, 0), JOINT.rightAnkle).value;
    const up = slideOf(referencePose, ankleMoved(0, -20), JOINT.rightAnkle).value;
    expect(along).toBeGreaterThan(0.03);
    expect(up).toBeCloseTo(along, 3);
    expect(slideOf(referencePose, ankleMoved(20, 0), JOINT.leftAnkle).value).toBeCloseTo(0, 3);
  });
});
