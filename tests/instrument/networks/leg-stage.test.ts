import { describe, expect, it, vi } from 'vitest';
import { landmarkAt, midJoint, pixelDistance } from '../../../src/instrument/geometry/picture-points.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { LegModel } from '../../../src/instrument/networks/leg-model.ts';
import { CropScaleFilter, LegStage } from '../../../src/instrument/networks/leg-stage.ts';
import { KNEE_IN_THE_MIDDLE, KNEE_MODEL } from '../../workers/fixtures.ts';
import { clipOf, landmarksOf } from '../support/truth-landmarks.ts';

const PICTURE = { width: 96, height: 54, rgba: new Uint8ClampedArray(4 * 96 * 54) };
const landmarks: Landmarks = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
const KNEE = 25;

/** The same person with the shoulders nearer to the hips in the picture. */
const FOLD = 0.9;
const shortened = (() => {
  const points = landmarks.points.slice();
  const [hip, shoulder] = [midJoint(points, 'hip'), midJoint(points, 'shoulder')];
  for (const l of [11, 12])
    for (const k of [0, 1])
      points[2 * l + k] = (points[2 * l + k] ?? 0) + (1 - FOLD) * ((hip[k] ?? 0) - (shoulder[k] ?? 0));
  return { ...landmarks, points };
})();
const apartOf = ({ points }: Landmarks): number => pixelDistance(landmarkAt(points, KNEE), midJoint(points, 'hip'));

const stageWith = (model: LegModel = KNEE_MODEL) => {
  const run = vi.fn(async () => KNEE_IN_THE_MIDDLE);
  return { run, stage: new LegStage({ model, run }, { side: 'left' }) };
};

describe('the leg network', () => {
  it('moves the working knee to its own keypoint and leaves the landmarks of other parts', async () => {
    const seen = await stageWith().stage.locate(PICTURE, landmarks, 0, null);
    expect(seen?.points[2 * KNEE]).not.toBeCloseTo(landmarks.points[2 * KNEE] ?? NaN, 1);
    expect(seen?.points[2 * KNEE + 2]).toBe(landmarks.points[2 * KNEE + 2]);
    expect(seen?.legsFromNetwork).toBe(true);
  });

  it('gives its out-of-plane angles with its keypoints only', async () => {
    const { stage, run } = stageWith();
    const seen = await stage.locate(PICTURE, landmarks, 0, null);
    expect(seen?.outOfPlaneAngles).toEqual([null, { value: 0.25, sd: 0.1 }, null]);
    run.mockRejectedValueOnce(new Error('lost'));
    expect((await stage.locate(PICTURE, landmarks, 1, null))?.outOfPlaneAngles).toBeUndefined();
  });

  it('leaves the landmarks as they are where it is missing, where it fails and where nobody is', async () => {
    const missing = new LegStage(null, { side: 'left' });
    expect(await missing.locate(PICTURE, landmarks, 0, null)).toBe(landmarks);
    const { stage, run } = stageWith();
    run.mockRejectedValueOnce(new Error('lost'));
    expect(await stage.locate(PICTURE, landmarks, 1, null)).toBe(landmarks);
    expect(await stage.locate(PICTURE, null, 2, null)).toBeNull();
  });

  it('leaves the landmarks as they are where BlazePose sees other legs', async () => {
    const points = landmarks.points.slice();
    points.set([points[0] ?? 0, -400], 2 * KNEE);
    const far = { ...landmarks, points };
    const kept = await stageWith().stage.locate(PICTURE, far, 0, null);
    expect(kept).toMatchObject(far);
    expect(kept?.legsFromNetwork).toBeUndefined();
  });

  it('leaves the landmarks as they are where its answer is not finite', async () => {
    const { stage, run } = stageWith();
    run.mockResolvedValueOnce({ ...KNEE_IN_THE_MIDDLE, spreads: Float32Array.of(Number.NaN) });
    expect(await stage.locate(PICTURE, landmarks, 0, null)).toBe(landmarks);
    expect((await stage.locate(PICTURE, landmarks, 1, null))?.legsFromNetwork).toBe(true);
  });

  it('leaves the landmarks as they are while the reference pose was taken without it', async () => {
    const { stage } = stageWith();
    const kept = await stage.locate(PICTURE, landmarks, 0, false);
    expect(kept).toMatchObject(landmarks);
    expect(kept?.kneesApart?.left).toBeGreaterThanOrEqual(0);
    expect(kept?.legsFromNetwork).toBeUndefined();
    expect((await stage.locate(PICTURE, landmarks, 1, null))?.legsFromNetwork).toBe(true);
  });

  it('looks at the legs of a folded trunk through the window of the reference pose, where its card says so', async () => {
    /** Distance from the mid-hip to the middle of the crop: a share of the trunk that sizes the crop. */
    const kneeFromHip = async (sizedBy: 'neutral' | undefined) => {
      const { stage } = stageWith({ ...KNEE_MODEL, ...(sizedBy && { sizedBy }) });
      const start = await stage.locate(PICTURE, landmarks, 0, null);
      const seen = await stage.locate(PICTURE, shortened, 0.1, true);
      return [start, seen].map((of) => apartOf(of ?? landmarks));
    };
    const [start, still] = await kneeFromHip('neutral');
    expect(still).toBeCloseTo(start ?? NaN, 3);
    const [, own] = await kneeFromHip(undefined);
    expect(own).toBeCloseTo(FOLD * (start ?? NaN), 3);
  });
});

/** Two seconds of a trunk of 200 px that is a few per cent off in every frame. */
function started(): CropScaleFilter {
  const filter = new CropScaleFilter();
  for (let i = 0; i <= 20; i++) filter.step(200 + (i % 2 === 0 ? 8 : -8), i / 10, false);
  return filter;
}

describe('the unit of the crop', () => {
  it('is each frame’s own while no reference pose is set', () => {
    expect(started().step(150, 2.1, false)).toBe(150);
  });

  it('stays at the mean of the hold’s last second while a reference pose is set', () => {
    const filter = started();
    // Pixels. The mean of the last second still wavers by a fraction of one frame's 8.
    expect(Math.abs(filter.step(120, 2.1, true) - 200)).toBeLessThan(2);
    expect(filter.step(90, 60, true)).toBe(filter.step(120, 61, true));
  });

  it('follows the frames again once the reference pose is gone', () => {
    const filter = started();
    filter.step(120, 2.1, true);
    for (let i = 0; i < 40; i++) filter.step(140, 3 + i / 10, false);
    // Pixels: after five time constants nothing is left of the old unit.
    expect(Math.abs(filter.step(70, 8, true) - 140)).toBeLessThan(0.5);
  });

  it('is this frame’s own if the reference pose was set before the first frame of the filter', () => {
    expect(new CropScaleFilter().step(170, 0, true)).toBe(170);
  });
});
