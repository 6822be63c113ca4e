import { describe, expect, it } from 'vitest';
import type { OutlinePlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { ReferencePoseFit } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { ArchWatch, withArch } from '../../../src/instrument/outline/arch-watch.ts';
import { pinholeCamera } from '../../../src/instrument/geometry/pinhole-camera.ts';
import type { Mat3, Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import { fittedPerson, inputOf } from '../../../lab/made/fitted-person.ts';
import { drawnMask, trunkPoints } from './drawn-mask.ts';

const BACK: OutlinePlan = { lowerEnd: 1, contourPerExtension: 1, sd: 3, averagingTime: 0.5 };
const STEP = 0.25;

/** A person on hands and knees, seen from the left: head on the left of the picture, back up. */
const THORAX: Mat3 = [0, -1, 0, 0, 0, -1, 1, 0, 0];
const at = (x: number): Vec3 => [x, 0.6, -2.5];
const referencePoseFrom = (azimuth: number): ReferencePoseFit =>
  ({
    azimuth,
    camera: pinholeCamera({ height: 0.8, pitch: 0, roll: 0, focal: 0.77 }, 960, 540),
    body: { thorax: THORAX, joints: [at(-0.3), at(-0.3), at(0.3), at(0.3)] },
  }) as unknown as ReferencePoseFit;

const landmarks = (length = 200) => seenAt(trunkPoints([580 - length, 270], [580, 270]), 1);

/** A contour with this sagitta of the back, pixels; the belly stays flat. */
const back = (sagitta: number) =>
  drawnMask((x, y) => Math.min(y - 220 - sagitta * (1 - ((x - 510) / 60) ** 2), 320 - y));

/** Runs a hold of 2.5 s as the reference pose; then the clock stands at 2.5 s. */
function held(plan: OutlinePlan = BACK, azimuth = 90, length = 200) {
  const watch = new ArchWatch(plan);
  for (let t = 0; t < 2.5; t += STEP) watch.addMask(back(0), landmarks(length), t);
  const noise = watch.settle(referencePoseFrom(azimuth), 960);
  return { watch, noise };
}

function after(watch: ArchWatch, from: number, seconds: number, sagittaAt: (t: number) => number): number {
  let t = from;
  for (; t < from + seconds; t += STEP) watch.addMask(back(sagittaAt(t)), landmarks(), t);
  return t - STEP;
}

describe('the arch of the back from the outline', () => {
  it('is positive for a hollow back, negative for a rounded one and zero for an unchanged one', () => {
    for (const [sagitta, expected] of [
      [5, 19],
      [-5, -19],
      [0, 0],
    ] as const) {
      const { watch } = held();
      const now = after(watch, 2.5, 1.5, () => sagitta);
      const { extension, unseen } = watch.observation(now);
      expect(unseen).toBeNull();
      expect(Math.abs((extension?.value ?? Number.NaN) - expected)).toBeLessThan(2);
    }
  });

  it('counts from the person’s own start, so that a naturally hollow back is no arch', () => {
    const watch = new ArchWatch(BACK);
    for (let t = 0; t < 2.5; t += STEP) watch.addMask(back(6), landmarks(), t);
    watch.settle(referencePoseFrom(90), 960);
    const now = after(watch, 2.5, 1, () => 6);
    expect(Math.abs(watch.observation(now).extension?.value ?? Number.NaN)).toBeLessThan(1);
  });

  it('is divided by the contour’s response and less certain the larger it is', () => {
    const { watch } = held({ ...BACK, contourPerExtension: 0.5 });
    const small = watch.observation(after(watch, 2.5, 1, () => 1)).extension;
    const large = watch.observation(after(watch, 3.5, 1.5, () => 5)).extension;
    expect(large?.value).toBeGreaterThan(34);
    expect(large?.sd ?? 0).toBeGreaterThan(small?.sd ?? Infinity);
    expect(small?.sd).toBeGreaterThanOrEqual(3);
  });

  it('also gives the hollow that corrects hip flexion: a mean, never negative, 8° at most', () => {
    const hollowAfter = (seconds: number, sagitta: number): number => {
      const { watch } = held();
      return watch.observation(after(watch, 2.5, seconds, () => sagitta)).hollow;
    };
    // A sagitta of one pixel is an arch of 3.8°.
    expect(hollowAfter(4, 1)).toBeGreaterThan(3);
    expect(hollowAfter(4, 1)).toBeLessThan(4.6);
    expect(hollowAfter(0.75, 1)).toBeLessThan(2);
    expect(hollowAfter(4, 5)).toBeCloseTo(8, 6);
    expect(hollowAfter(4, -5)).toBe(0);
  });

  it('keeps the last hollow while the back is hidden', () => {
    const { watch } = held();
    const until = after(watch, 2.5, 4, () => 5);
    for (let t = until; t < until + 6; t += STEP) watch.addMask(null, landmarks(), t);
    expect(watch.observation(until + 6)).toEqual({ extension: null, unseen: 'back-hidden', hollow: 8 });
  });

  it('is averaged over the time that the plan gives', () => {
    const { watch } = held({ ...BACK, averagingTime: 4 });
    const now = after(watch, 2.5, 8, (t) => 3 * Math.sin((2 * Math.PI * t) / 4));
    expect(Math.abs(watch.observation(now).extension?.value ?? Number.NaN)).toBeLessThan(2);
  });

  it('ignores a jump of half a second and follows one that lasts a second', () => {
    const jumped = held().watch;
    const seen = [2.5, 2.75, 3, 3.25, 3.5].map((t) => {
      jumped.addMask(back(t < 3 ? 8 : 0), landmarks(), t);
      return jumped.observation(t).extension?.value ?? 0;
    });
    expect(Math.max(...seen)).toBeLessThan(3);
    const bent = held().watch;
    const now = after(bent, 2.5, 1.5, (t) => Math.min(5, 5 * (t - 2.5)));
    expect(bent.observation(now).extension?.value).toBeGreaterThan(10);
  });

  it('needs a mask four times per second, not in every frame', () => {
    const watch = new ArchWatch(BACK);
    const asked = Array.from({ length: 60 }, (_, i) => i / 15).filter((t) => {
      const wants = watch.wants(t);
      if (wants) watch.addMask(null, landmarks(), t);
      return wants;
    });
    expect(asked.length).toBeGreaterThanOrEqual(14);
    expect(asked.length).toBeLessThanOrEqual(17);
  });
});

describe('the arch of the back is null', () => {
  it('before a reference pose is set', () => {
    expect(new ArchWatch(BACK).observation(0)).toEqual({ extension: null, unseen: 'no-neutral', hollow: 0 });
  });

  it.each([0, 40, 140, 215])('from %d°, where the edge of the trunk is its flank', (azimuth) => {
    const { watch, noise } = held(BACK, azimuth);
    expect(noise).toBeNull();
    expect(watch.observation(2.5).unseen).toBe('not-seen-from-here');
  });

  it('for a person so small that an arch is less than a pixel', () => {
    expect(held(BACK, 90, 50).watch.observation(2.5).unseen).toBe('person-too-small');
  });

  it('where no mask came, and when the last one is too old', () => {
    const blind = new ArchWatch(BACK);
    for (let t = 0; t < 2.5; t += STEP) blind.addMask(null, landmarks(), t);
    blind.settle(referencePoseFrom(90), 960);
    expect(blind.observation(2.5).unseen).toBe('back-hidden');
    const { watch } = held();
    expect(watch.observation(2.6).unseen).toBeNull();
    expect(watch.observation(4).unseen).toBe('back-hidden');
  });

  it('while an arm covers the contour', () => {
    const { watch } = held();
    const arm = drawnMask((x, y) =>
      Math.max(Math.min(y - 220, 320 - y), 30 - Math.hypot((x - 520) / 1, (y - 190) / 2)),
    );
    for (let t = 2.5; t < 4; t += STEP) watch.addMask(arm, landmarks(), t);
    expect(watch.observation(3.9).unseen).toBe('back-hidden');
  });
});

const body = fittedBody(inputOf(fittedPerson('supine-sleeper-clean-far')));
const bent = (extension: number | null, hollow = 0) =>
  withArch(
    body,
    extension === null
      ? { extension, unseen: 'back-hidden', hollow }
      : { extension: { value: extension, sd: 6 }, unseen: null, hollow },
  );
const sdOf = (extension: number | null) => bent(extension).leg.left.flexion?.sd ?? NaN;
const plain = body.leg.left.flexion?.sd ?? NaN;

it('a rounded back adds half of its measured bend to the standard deviation of hip flexion', () => {
  expect(sdOf(-14)).toBeCloseTo(Math.hypot(plain, 7), 9);
  expect(bent(-14).leg.right.flexion?.sd).toBeGreaterThan(body.leg.right.flexion?.sd ?? NaN);
  expect(bent(-14).leg.left.flexion?.value).toBe(body.leg.left.flexion?.value);
  expect(bent(-14).leg.left.internalRotation).toEqual(body.leg.left.internalRotation);
});

it('a straight back, or one that is hollow for a moment, leaves the standard deviation of hip flexion', () => {
  expect(sdOf(0)).toBeCloseTo(plain, 9);
  expect(sdOf(8)).toBeCloseTo(plain, 9);
});

it('a back that stays hollow adds half of its arch to hip flexion and to its standard deviation', () => {
  const { left, right } = bent(8, 6).leg;
  expect(left.flexion?.value).toBeCloseTo((body.leg.left.flexion?.value ?? NaN) + 3, 9);
  expect(right.flexion?.value).toBeCloseTo((body.leg.right.flexion?.value ?? NaN) + 3, 9);
  expect(left.flexion?.sd).toBeCloseTo(Math.hypot(plain, 3), 9);
  expect(left.internalRotation).toEqual(body.leg.left.internalRotation);
});

it('a back that is not seen may be rounded', () => {
  expect(sdOf(null)).toBeCloseTo(Math.hypot(plain, 5), 9);
});
