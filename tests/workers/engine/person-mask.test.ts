import { describe, expect, it, vi } from 'vitest';
import { maskAt } from '../../../src/instrument/outline/trunk-contour.ts';
import { BlazePoseEngine } from '../../../workers/blazepose/blazepose-engine.ts';
import {
  OrientationSearch,
  type QuarterTurns,
  turnLandmarksBack,
  turnMaskBack,
} from '../../../workers/engine/orientation-search.ts';
import { drawnMask } from '../../instrument/outline/drawn-mask.ts';
import { AUTO, instrumentRig, PLAN } from '../instrument-rig.ts';
import { emptyImage, FakeImageData, landmarksAt } from '../fixtures.ts';

vi.stubGlobal('ImageData', FakeImageData);

const MASK = drawnMask((x, y) => 40 - Math.hypot(x - 300, y - 200), {
  x: 320,
  y: 180,
  size: 360,
  rotation: 0.2,
});

describe('the mask of a person', () => {
  it.each<QuarterTurns>([0, 1, 2, 3])('in a picture rotated by %i quarter turns lies on the same person', (turns) => {
    const size = { width: 640, height: 360 };
    const back = turnMaskBack(MASK, size, turns);
    // The landmarks of the disc’s middle and of a point outside it, mapped back the same way.
    const found = landmarksAt(300, 200);
    found.points.set([360, 200], 2);
    const { points } = turnLandmarksBack(found, size, turns);
    expect(maskAt(back, points[0] ?? 0, points[1] ?? 0)).toBeGreaterThan(0.99);
    expect(maskAt(back, points[2] ?? 0, points[3] ?? 0)).toBeLessThan(0.01);
  });

  it('is computed only on request and lies over the region that the model was shown', async () => {
    const asked: boolean[] = [];
    const points = new Float32Array(39 * 5).fill(128);
    points.set([128, 28], 34 * 5);
    const rows = new Float32Array(2254 * 13).fill(-20);
    rows.set([5, 0, 0, 20, 20, 0, 0, 0, -60, 0, 0, 0, 0], 13 * 784);
    const engine = new BlazePoseEngine('full', {
      detect: async () => rows,
      landmarks: async (_input, withMask = false) => {
        asked.push(withMask);
        return {
          points,
          score: 0.9,
          world: new Float32Array(117),
          heatmap: new Float32Array(64 * 64 * 39),
          mask: withMask ? new Float32Array(256 * 256) : null,
        };
      },
      dispose: () => undefined,
    });
    await engine.estimate(emptyImage(640, 360));
    expect(engine.mask).toBeNull();
    const region = engine.followed;
    await engine.estimate(emptyImage(640, 360), true);
    expect(engine.mask).toMatchObject({ ...region, side: 256 });
    await engine.estimate(emptyImage(640, 360));
    expect(engine.mask).toBeNull();
    expect(asked).toEqual([false, true, false]);
  });

  it('is null for an engine without masks and for a frame without a person', async () => {
    const blind = new OrientationSearch({ estimate: async () => landmarksAt(1, 1), reset: () => undefined });
    await blind.find(emptyImage(64, 36), true);
    expect(blind.mask).toBeNull();
    let there = true;
    const search = new OrientationSearch({
      estimate: async () => (there ? landmarksAt(1, 1) : null),
      mask: MASK,
      reset: () => undefined,
    });
    await search.find(emptyImage(64, 36), true);
    expect(search.mask).toEqual(MASK);
    await search.find(emptyImage(64, 36));
    expect(search.mask).toBeNull();
    await search.find(emptyImage(64, 36), true);
    there = false;
    await search.find(emptyImage(64, 36), true);
    expect(search.mask).toBeNull();
  });
});

describe('the instrument', () => {
  it('gives the pipeline a mask in the frames for which it asks, in pixels of the measured picture', async () => {
    const { instrument, state, frame } = instrumentRig();
    state.mask = MASK;
    state.wantsMask = (time) => time > 1;
    await instrument.load(AUTO, () => undefined);
    await instrument.begin(PLAN);
    await instrument.analyse(frame(), 1);
    const reading = await instrument.analyse(frame(), 2);
    expect(state.steps.map(({ mask }) => mask?.size)).toEqual([undefined, 540]);
    expect(state.steps[1]?.mask?.x).toBe(480);
    // A mask has a quarter of a megabyte: it stays in the worker.
    expect(JSON.stringify(reading)).not.toContain('"values"');
  });
});
