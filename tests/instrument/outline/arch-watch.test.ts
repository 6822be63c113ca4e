import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { OutlinePlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { ReferencePoseFit } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { ArchWatch } from '../../../src/instrument/outline/arch-watch.ts';
import { pinholeCamera } from '../../../src/instrument/geometry/pinhole-camera.ts';
import type { Mat3, Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { drawnMask, trunkPoints } from './drawn-mask.ts';

const BACK: OutlinePlan = { until: 1, response: 1, sd: 3, averagedOver: 0.5 };
const STEP = 0.25;

/** On hands and knees, seen from the person's left: the head is on the left of the picture, the back is up. */
const THORAX: Mat3 = [0, -1, 0, 0, 0, -1, 1, 0, 0];
const at = (x: number): Vec3 => [x, 0.6, -2.5];
const referencePoseFrom = (azimuth: number): ReferencePoseFit =>
  ({
    azimuth,
    camera: pinholeCamera({ height: 0.8, pitch: 0, roll: 0, focal: 0.77 }, 960, 540),
    body: { thorax: THORAX, joints: [at(-0.3), at(-0.3), at(0.3), at(0.3)] },
  }) as unknown as ReferencePoseFit;

const landmarks = (length = 200): Landmarks => ({
  points: trunkPoints([580 - length, 270], [580, 270]),
  visibility: new Float32Array(33).fill(1),
  world: new Float32Array(99),
  score: 1,
});

/** Sagitta of the back in pixels; the belly below stays flat. */
const back = (sagitta: number) =>
  drawnMask((x, y) => Math.min(y - 220 - sagitta * (1 - ((x - 510) / 60) ** 2), 320 - y));

/** A hold of two and a half seconds, taken for the zero; then the clock stands at 2.5 s. */
function held(plan: OutlinePlan = BACK, azimuth = 90, length = 200) {
  const watch = new ArchWatch(plan);
  for (let t = 0; t < 2.5; t += STEP) watch.look(back(0), landmarks(length), t);
  const noise = watch.settle(referencePoseFrom(azimuth), 960);
  return { watch, noise };
}

function after(watch: ArchWatch, from: number, seconds: number, sagittaAt: (t: number) => number): number {
  let t = from;
  for (; t < from + seconds; t += STEP) watch.look(back(sagittaAt(t)), landmarks(), t);
  return t - STEP;
}

describe('the arch of the back, by the outline', () => {
  it('is positive where the back hollows, negative where it humps, and nothing where it stays', () => {
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

  it('counts from the person’s own start: a back that is hollow by nature is no arch', () => {
    const watch = new ArchWatch(BACK);
    for (let t = 0; t < 2.5; t += STEP) watch.look(back(6), landmarks(), t);
    watch.settle(referencePoseFrom(90), 960);
    const now = after(watch, 2.5, 1, () => 6);
    expect(Math.abs(watch.observation(now).extension?.value ?? Number.NaN)).toBeLessThan(1);
  });

  it('is divided by the share that the contour turns through, and is less sure the larger it is', () => {
    const { watch } = held({ ...BACK, response: 0.5 });
    const small = watch.observation(after(watch, 2.5, 1, () => 1)).extension;
    const large = watch.observation(after(watch, 3.5, 1.5, () => 5)).extension;
    expect(large?.value).toBeGreaterThan(34);
    expect(large?.sd ?? 0).toBeGreaterThan(small?.sd ?? Infinity);
    expect(small?.sd).toBeGreaterThanOrEqual(3);
  });

  it('tells for how hollow a back may count: the mean of what was kept, never of a hump, 8° at most', () => {
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

  it('takes a back that is hidden for as hollow as it was', () => {
    const { watch } = held();
    const until = after(watch, 2.5, 4, () => 5);
    for (let t = until; t < until + 6; t += STEP) watch.look(null, landmarks(), t);
    expect(watch.observation(until + 6)).toEqual({ extension: null, unseen: 'back-hidden', hollow: 8 });
  });

  it('averages over as long as the plan asks for', () => {
    const { watch } = held({ ...BACK, averagedOver: 4 });
    const now = after(watch, 2.5, 8, (t) => 3 * Math.sin((2 * Math.PI * t) / 4));
    expect(Math.abs(watch.observation(now).extension?.value ?? Number.NaN)).toBeLessThan(2);
  });

  it('is not what an outline jumps to for half a second, but what it goes to within one', () => {
    const jumped = held().watch;
    const seen = [2.5, 2.75, 3, 3.25, 3.5].map((t) => {
      jumped.look(back(t < 3 ? 8 : 0), landmarks(), t);
      return jumped.observation(t).extension?.value ?? 0;
    });
    expect(Math.max(...seen)).toBeLessThan(3);
    const bent = held().watch;
    const now = after(bent, 2.5, 1.5, (t) => Math.min(5, 5 * (t - 2.5)));
    expect(bent.observation(now).extension?.value).toBeGreaterThan(10);
  });

  it('asks for a mask four times a second, not with every frame', () => {
    const watch = new ArchWatch(BACK);
    const asked = Array.from({ length: 60 }, (_, i) => i / 15).filter((t) => {
      const wants = watch.wants(t);
      if (wants) watch.look(null, landmarks(), t);
      return wants;
    });
    expect(asked.length).toBeGreaterThanOrEqual(14);
    expect(asked.length).toBeLessThanOrEqual(17);
  });
});

describe('the arch of the back is not given', () => {
  it('before a start is held', () => {
    expect(new ArchWatch(BACK).observation(0)).toEqual({ extension: null, unseen: 'no-neutral', hollow: 0 });
  });

  it.each([0, 40, 140, 215])('from %d°, where the edge of the trunk is its flank', (azimuth) => {
    const { watch, noise } = held(BACK, azimuth);
    expect(noise).toBeNull();
    expect(watch.observation(2.5).unseen).toBe('not-seen-from-here');
  });

  it('of a person so small that an arch is less than a pixel', () => {
    expect(held(BACK, 90, 50).watch.observation(2.5).unseen).toBe('person-too-small');
  });

  it('where no mask came, and once the last one is too old', () => {
    const blind = new ArchWatch(BACK);
    for (let t = 0; t < 2.5; t += STEP) blind.look(null, landmarks(), t);
    blind.settle(referencePoseFrom(90), 960);
    expect(blind.observation(2.5).unseen).toBe('back-hidden');
    const { watch } = held();
    expect(watch.observation(2.6).unseen).toBeNull();
    expect(watch.observation(4).unseen).toBe('back-hidden');
  });

  it('while an arm stands in front of the contour', () => {
    const { watch } = held();
    const arm = drawnMask((x, y) =>
      Math.max(Math.min(y - 220, 320 - y), 30 - Math.hypot((x - 520) / 1, (y - 190) / 2)),
    );
    for (let t = 2.5; t < 4; t += STEP) watch.look(arm, landmarks(), t);
    expect(watch.observation(3.9).unseen).toBe('back-hidden');
  });
});
