import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import { type Measuring, startMeasuring } from '../../../src/instrument/fit/set-measurement.ts';
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

const ANKLE = 27;
const dark = plain(1, 1, 0);

const found = new Map<ClipName, ReturnType<typeof findReferencePose>>();

/** Starts a measurement from a reference pose of the clip without pictures: from the landmarks alone. */
function measuringWith(plan: MeasurementPlan, clip: Clip, finding = findReferencePose(plan, stillOf(clip))): Measuring {
  return startMeasuring(plan, { finding, still: stillOf(clip), pictures: [], at: 10, knees: null }, () => 0);
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
