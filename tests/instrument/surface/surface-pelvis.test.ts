import { describe, expect, it, vi } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { PelvisEstimator, PelvisObservation } from '../../../src/instrument/fit/pelvis-estimator.ts';
import { surfacePelvis } from '../../../src/instrument/surface/surface-pelvis.ts';
import { plain } from '../support/paint.ts';
import { fittedPerson } from '../support/fitted-person.ts';
import { liftBy, pictureOf, type TrunkLook, trunkScene, twistBy } from '../support/synthetic-trunk.ts';
import { seenAt } from '../support/truth-landmarks.ts';

// The real search, fit and optical flow run here, which may take long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const scene = trunkScene();
const NOISE = 2;
const referencePosePictures = [1, 2, 3].map((seed) => pictureOf(scene, { noise: NOISE, seed }));
/** No forearms: the wrists are not visible. */
const noArms = seenAt(scene.still.points, 0.2);

function started(): PelvisEstimator {
  const pelvis = surfacePelvis(scene.plan, scene.referencePose, scene.still, referencePosePictures);
  if (!pelvis) throw new Error('the printed cloth gives nothing to hold on to');
  return pelvis;
}

interface Frame extends TrunkLook {
  /** Lift of the hips by the landmarks, metres. */
  readonly told?: number;
  readonly landmarks?: Landmarks | null;
}

function see(pelvis: PelvisEstimator, { told = 0, landmarks = noArms, ...look }: Frame, times = 1): PelvisObservation {
  const picture = pictureOf(scene, { noise: NOISE, seed: 9, ...look });
  let observation = pelvis.step(picture, landmarks, told);
  for (let i = 1; i < times; i++) observation = pelvis.step(picture, landmarks, told);
  return observation;
}

describe('the twist of the pelvis', () => {
  it('is measured from the clothes against the reference pose, right-handed', () => {
    for (const degrees of [10, -10]) {
      const { twist, unseen, support } = see(started(), { motion: twistBy(degrees) }, 3);
      expect(Math.abs((twist?.value ?? NaN) - degrees)).toBeLessThan(1.5);
      expect(twist?.sd).toBeGreaterThan(0.2);
      expect(twist?.sd).toBeLessThan(3);
      expect(unseen).toBeNull();
      expect(support).toBeGreaterThan(0.8);
    }
  });

  it('is zero in the pictures of the reference pose', () => {
    const pelvis = started();
    for (const picture of referencePosePictures)
      expect(Math.abs(pelvis.step(picture, null, 0).twist?.value ?? NaN)).toBeLessThan(0.5);
  });

  it('is the median of five frames, so that two wrong ones trigger nothing', () => {
    const pelvis = started();
    see(pelvis, {}, 5);
    expect(Math.abs(see(pelvis, { motion: twistBy(14) }, 2).twist?.value ?? NaN)).toBeLessThan(1);
    expect(see(pelvis, { motion: twistBy(14) }).twist?.value).toBeGreaterThan(12);
  });

  it('returns to zero with the pelvis', () => {
    const pelvis = started();
    see(pelvis, { motion: twistBy(12) }, 5);
    expect(Math.abs(see(pelvis, {}, 5).twist?.value ?? NaN)).toBeLessThan(1);
  });
});

describe('a pelvis that lifts', () => {
  const lift = liftBy(scene, 0.04);

  it('is not judged for twist from 2 cm until it is nearly back', () => {
    const pelvis = started();
    const unseenAt = (told: number) => see(pelvis, { motion: liftBy(scene, told), told }).unseen;
    expect([0, 0.01, 0.019].map(unseenAt)).toEqual([null, null, null]);
    expect([0.021, 0.03, 0.015, 0.013].map(unseenAt)).toEqual(Array.from({ length: 4 }, () => 'other-pelvis-motion'));
    expect(unseenAt(0.011)).toBeNull();
    expect(unseenAt(0.018)).toBeNull();
  });

  it('is not measured as a twist either', () => {
    const { twist } = see(started(), { motion: lift, told: 0.04 }, 5);
    expect(Math.abs(twist?.value ?? NaN)).toBeLessThan(1.5);
  });
});

describe('a pelvis that cannot be tracked', () => {
  it('is lost while something covers it and found again afterwards', () => {
    const pelvis = started();
    see(pelvis, {}, 2);
    expect(see(pelvis, { covered: () => true })).toMatchObject({ twist: null, unseen: 'pelvis-lost' });
    const { twist, unseen } = see(pelvis, { motion: twistBy(8) }, 5);
    expect(unseen).toBeNull();
    expect(Math.abs((twist?.value ?? NaN) - 8)).toBeLessThan(1.5);
  });

  it('is lost in a flat picture, where the points do not agree', () => {
    const { twist, unseen } = started().step(plain(scene.width, scene.height, 120), noArms, 0);
    expect([twist, unseen]).toEqual([null, 'pelvis-lost']);
  });

  it('is measured right or lost when half of it is covered', () => {
    const middle = (scene.area.left + scene.area.right) / 2;
    for (const covered of [(x: number) => x < middle, (x: number) => x > middle]) {
      const { twist, unseen } = see(started(), { motion: twistBy(10), covered }, 5);
      if (twist) expect(Math.abs(twist.value - 10)).toBeLessThan(4);
      else expect(unseen).toBe('pelvis-lost');
    }
  });

  it('is not tracked through a visible forearm, while one of low visibility is ignored', () => {
    const { left, right, top, bottom } = scene.area;
    const y = (top + bottom) / 2;
    const points = Float32Array.from(scene.still.points);
    for (const [l, x] of [
      [13, left],
      [15, right],
      [19, right + 30],
    ] as const)
      points.set([x, y], 2 * l);
    const seen = see(started(), { landmarks: seenAt(points, 0.9) });
    const guessed = see(started(), { landmarks: seenAt(points, 0.4) });
    expect(guessed.support).toBeGreaterThan(0.9);
    expect(seen.support).toBeLessThan(0.7);
  });

  it('is lost in a picture of another size, without harm', () => {
    const pelvis = started();
    expect(pelvis.step(plain(1, 1, 0), noArms, 0).twist).toBeNull();
    expect(pelvis.step(plain(0, 0, 0), noArms, 0).twist).toBeNull();
    expect(see(pelvis, {}).unseen).toBeNull();
  });
});

describe('no estimator starts', () => {
  it('without a picture of the reference pose', () => {
    expect(surfacePelvis(scene.plan, scene.referencePose, scene.still, [])).toBeNull();
  });

  it('on plain clothes in front of a bare wall', () => {
    const bare = [pictureOf(scene, { cloth: 'plain', room: 'bare', noise: 1 })];
    expect(surfacePelvis(scene.plan, scene.referencePose, scene.still, bare)).toBeNull();
  });

  it('in a drill that does not track the surface', () => {
    const seated = fittedPerson('ninety-ninety-pails-rails-lean-front');
    expect(surfacePelvis(seated.plan, seated.referencePose, scene.still, referencePosePictures)).toBeNull();
  });
});
