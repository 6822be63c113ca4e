import { describe, expect, it, vi } from 'vitest';
import { greyCrop } from '../../../src/instrument/checks/grey-picture.ts';
import type { SurfaceMotion, SurfaceTracker } from '../../../src/instrument/surface/surface-follower.ts';
import { chooseSurfacePoints, covers, smoothed, surfaceMask } from '../../../src/instrument/surface/surface-points.ts';
import { surfaceTracker, trunkBox } from '../../../src/instrument/surface/surface-tracker.ts';
import { fittedPerson } from '../support/fitted-person.ts';
import { plain } from '../support/paint.ts';
import { liftBy, pictureOf, type TrunkLook, trunkScene, type TrunkScene, twistBy } from '../support/synthetic-trunk.ts';

// The real search, fit and optical flow run here, which may take long on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const DEG = 180 / Math.PI;
const scenes = { left: trunkScene(), right: trunkScene('supine-sleeper-clean-far', 'in a mirror') };
const scene = scenes.left;
/** Noise of an ordinary webcam after averaging over its own pixels, grey levels. */
const NOISE = 2;

function trackerOf(s: TrunkScene, look: TrunkLook = {}): SurfaceTracker | null {
  const picture = pictureOf(s, { noise: NOISE, ...look });
  return surfaceTracker(
    s.referencePose,
    s.plan,
    greyCrop(picture, trunkBox(s.referencePose, s.width, s.height)),
    [],
    s,
  );
}

function started(s: TrunkScene): SurfaceTracker {
  const tracker = trackerOf(s);
  if (!tracker) throw new Error('the printed cloth gives nothing to hold on to');
  return tracker;
}

function see(tracker: SurfaceTracker, s: TrunkScene, look: TrunkLook, lift = 0): SurfaceMotion | null {
  const picture = pictureOf(s, { noise: NOISE, seed: 7, ...look });
  return tracker.step(greyCrop(picture, tracker.box), [], lift);
}

const pixel = (l: number): readonly [number, number] => [
  scene.still.points[2 * l] ?? 0,
  scene.still.points[2 * l + 1] ?? 0,
];
const twistOf = (motion: SurfaceMotion | null): number => (motion?.vector[1] ?? NaN) * DEG;

describe.each(['left', 'right'] as const)('a textured trunk with the %s leg working', (side) => {
  const s = scenes[side];

  it('that twists by up to 15° is tracked with a response between 0.8 and 1.2', () => {
    const tracker = started(s);
    const truth = [4, 9, 15, 8, 0, -5, -10, -15];
    const found = truth.map((twist) => twistOf(see(tracker, s, { motion: twistBy(twist) })));
    const slope = truth.reduce((a, t, i) => a + t * (found[i] ?? NaN), 0) / truth.reduce((a, t) => a + t * t, 0);
    expect(slope).toBeGreaterThan(0.8);
    expect(slope).toBeLessThan(1.2);
    truth.forEach((t, i) => expect(Math.abs((found[i] ?? NaN) - t)).toBeLessThan(1.5));
  });

  it('that lies still reads less than one degree', () => {
    const tracker = started(s);
    for (const seed of [1, 2, 3, 4]) expect(Math.abs(twistOf(see(tracker, s, { seed })))).toBeLessThan(1);
  });

  it('is found again at once after a twist between two frames', () => {
    const tracker = started(s);
    see(tracker, s, {});
    expect(twistOf(see(tracker, s, { motion: twistBy(12) }))).toBeCloseTo(12, -0.5);
    expect(Math.abs(twistOf(see(tracker, s, {})))).toBeLessThan(1);
  });

  it('that lifts by 4 cm is tracked within 0.5 cm, or 1 cm without the landmarks’ lift, and not as a twist', () => {
    // The landmarks’ lift has a standard deviation of 1 cm, so a wrong one of 4 cm leaves an error below 1 cm.
    for (const [told, within] of [
      [0, 0.01],
      [0.04, 0.005],
    ] as const) {
      const tracker = started(s);
      const motion = see(tracker, s, { motion: liftBy(s, 0.04) }, told);
      expect(Math.abs((motion?.vector[5] ?? NaN) - 0.04)).toBeLessThan(within);
      expect(Math.abs(twistOf(motion))).toBeLessThan(1);
    }
  });

  it('that lies still is not lifted by a wrong lift of the landmarks', () => {
    const motion = see(started(s), s, {}, 0.04);
    expect(Math.abs(motion?.vector[5] ?? NaN)).toBeLessThan(0.005);
  });
});

describe('the certainty of the tracker', () => {
  it('is right: nearly every point agrees with a rigid motion, to about half a degree', () => {
    const motion = see(started(scene), scene, { motion: twistBy(6) });
    expect(motion?.seen).toBeGreaterThan(80);
    expect(motion?.agreeing ?? NaN).toBeGreaterThan(0.9 * (motion?.seen ?? NaN));
    expect((motion?.sd[1] ?? NaN) * DEG).toBeGreaterThan(0.2);
    expect((motion?.sd[1] ?? NaN) * DEG).toBeLessThan(1.5);
  });

  it('falls when half of the trunk is covered, and the rest is measured right or not at all', () => {
    const { left, right, top, bottom } = started(scene).box;
    const halves = [
      (x: number) => x < (left + right) / 2,
      (x: number) => x > (left + right) / 2,
      (_: number, y: number) => y < (top + bottom) / 2,
      (_: number, y: number) => y > (top + bottom) / 2,
    ];
    const whole = see(started(scene), scene, { motion: twistBy(10) });
    for (const covered of halves) {
      const motion = see(started(scene), scene, { motion: twistBy(10), covered });
      expect(motion?.seen ?? 0).toBeLessThan(0.6 * (whole?.seen ?? NaN));
      if (!motion) continue;
      expect(Math.abs(twistOf(motion) - 10)).toBeLessThan(3);
      expect(motion.sd[1]).toBeGreaterThan(1.5 * (whole?.sd[1] ?? NaN));
    }
  });

  it('is null when the trunk is gone', () => {
    expect(see(started(scene), scene, { covered: () => true })).toBeNull();
  });

  it('is almost zero in a flat picture, where few points agree', () => {
    const tracker = started(scene);
    const flat = plain(scene.width, scene.height, 120);
    const motion = tracker.step(greyCrop(flat, tracker.box), [], 0);
    expect(motion?.agreeing ?? 0).toBeLessThan(0.25 * tracker.pointCount);
  });

  it('leaves out the points under an arm', () => {
    const tracker = started(scene);
    const { left, right, top, bottom } = tracker.box;
    const y = (top + bottom) / 2;
    const picture = pictureOf(scene, { noise: NOISE });
    const bare = tracker.step(greyCrop(picture, tracker.box), [], 0);
    const arm = { from: [left, y], to: [right, y], reach: 15, start: -1 } as const;
    const under = tracker.step(greyCrop(picture, tracker.box), [arm], 0);
    expect(under?.seen ?? NaN).toBeLessThan(0.8 * (bare?.seen ?? NaN));
    expect(Math.abs(twistOf(under))).toBeLessThan(1);
  });

  it('survives a tenth more or less light', () => {
    for (const exposure of [0.9, 1.1]) {
      const motion = see(started(scene), scene, { motion: twistBy(10), exposure });
      expect(Math.abs(twistOf(motion) - 10)).toBeLessThan(1.5);
    }
  });
});

describe('no tracker starts', () => {
  it('on a plain trunk in front of a bare wall', () => {
    expect(trackerOf(scene, { cloth: 'plain', room: 'bare' })).toBeNull();
  });

  it('when only the thighs have texture, since they move on their own', () => {
    // 9 cm around the line from hip to knee, less the window that reaches beyond a point.
    const perMetre = scene.referencePose.camera.focalPixels / scene.referencePose.distance;
    const thighs = ([23, 24] as const).map((hip) => ({
      from: pixel(hip),
      to: pixel(hip + 2),
      reach: 0.09 * perMetre - 10,
      start: 0.12,
    }));
    const look = {
      covered: (x: number, y: number) => !thighs.some((thigh) => covers(thigh, x, y)),
      room: 'bare' as const,
    };
    const grey = greyCrop(pictureOf(scene, look), scene.area);
    const everything = surfaceMask(scene.cylinder, scene.area, [0, 0.16], []);
    expect(chooseSurfacePoints(smoothed(grey), everything, scene.cylinder).length).toBeGreaterThan(12);
    expect(trackerOf(scene, { ...look, noise: 0 })).toBeNull();
  });

  it('when arms cover the whole trunk in the reference pose', () => {
    const { area } = scene;
    const y = (area.top + area.bottom) / 2;
    const arm = { from: [area.left, y], to: [area.right, y], reach: 200, start: -1 } as const;
    const template = greyCrop(pictureOf(scene), trunkBox(scene.referencePose, scene.width, scene.height));
    expect(surfaceTracker(scene.referencePose, scene.plan, template, [arm], scene)).toBeNull();
  });

  it('in a drill without a surface to track', () => {
    const seated = fittedPerson('ninety-ninety-pails-rails-lean-front');
    const box = trunkBox(seated.referencePose, scene.width, scene.height);
    expect(surfaceTracker(seated.referencePose, seated.plan, greyCrop(pictureOf(scene), box), [], scene)).toBeNull();
  });

  it('in a picture without pixels', () => {
    const none = greyCrop(plain(1, 1, 0), trunkBox(scene.referencePose, 1, 1));
    expect(surfaceTracker(scene.referencePose, scene.plan, none, [], { width: 1, height: 1 })).toBeNull();
  });
});

describe('the box around the trunk', () => {
  it('contains hips and shoulders with a margin and stays inside the picture', () => {
    const box = trunkBox(scene.referencePose, scene.width, scene.height);
    for (const l of [11, 12, 23, 24]) {
      expect(scene.still.points[2 * l]).toBeGreaterThan(box.left + 30);
      expect(scene.still.points[2 * l]).toBeLessThan(box.right - 30);
      expect(scene.still.points[2 * l + 1]).toBeGreaterThan(box.top + 30);
      expect(scene.still.points[2 * l + 1]).toBeLessThan(box.bottom - 30);
    }
    expect(trunkBox(scene.referencePose, 400, 260)).toMatchObject({ right: 400, bottom: 260 });
  });
});
