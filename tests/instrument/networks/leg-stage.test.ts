import { describe, expect, it, vi } from 'vitest';
import { landmarkAt, midJoint, pixelDistance } from '../../../src/instrument/geometry/picture-points.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { cropLegs, type LegLook } from '../../../src/instrument/networks/leg-keypoints.ts';
import type { LegAnswer, LegModel } from '../../../src/instrument/networks/leg-model.ts';
import { CropScaleFilter, LegStage } from '../../../src/instrument/networks/leg-stage.ts';
import { networkLegSd, poseModelLegSd } from '../../../src/instrument/networks/leg-sd.ts';
import { CROP_VARIANTS } from '../../../src/instrument/networks/picture-familiarity.ts';
import { KNEE_IN_THE_MIDDLE, KNEE_MODEL, spotAt, spotNetwork } from '../../workers/fixtures.ts';
import { clipOf, landmarksOf } from '../support/truth-landmarks.ts';

const PICTURE = { width: 96, height: 54, grey: new Uint8ClampedArray(96 * 54) };
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

/** A picture with a bright spot near the working knee, and a network that takes the spot for the knee. */
const KNEE_SPOT = spotAt(960, 540, landmarks.points[2 * KNEE] ?? 0, landmarks.points[2 * KNEE + 1] ?? 0);
const spotStage = () => {
  const network = spotNetwork();
  const run = vi.fn(network.run);
  return { run, stage: new LegStage({ ...network, run }, { side: 'left' }) };
};

describe('the leg network', () => {
  it('moves the working knee to its own keypoint and leaves the landmarks of other parts', async () => {
    const seen = await stageWith().stage.locate(PICTURE, landmarks, 0, true);
    expect(seen?.points[2 * KNEE]).not.toBeCloseTo(landmarks.points[2 * KNEE] ?? NaN, 1);
    expect(seen?.points[2 * KNEE + 2]).toBe(landmarks.points[2 * KNEE + 2]);
    expect(seen?.legsFromNetwork).toBe(true);
  });

  it('gives its out-of-plane angles with its keypoints only', async () => {
    const { stage, run } = stageWith();
    const seen = await stage.locate(PICTURE, landmarks, 0, true);
    expect(seen?.outOfPlaneAngles).toEqual([null, { value: 0.25, sd: 0.1 }, null]);
    run.mockRejectedValueOnce(new Error('lost'));
    expect((await stage.locate(PICTURE, landmarks, 1, true))?.outOfPlaneAngles).toBeUndefined();
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
    expect(await stage.locate(PICTURE, landmarks, 0, true)).toBe(landmarks);
    expect((await stage.locate(PICTURE, landmarks, 1, true))?.legsFromNetwork).toBe(true);
  });

  it('leaves the landmarks as they are while the reference pose was taken without it', async () => {
    const { stage } = stageWith();
    const kept = await stage.locate(PICTURE, landmarks, 0, false);
    expect(kept).toMatchObject(landmarks);
    expect(kept?.kneeWitness?.left.apart).toBeGreaterThanOrEqual(0);
    expect(kept?.legsFromNetwork).toBeUndefined();
    expect((await stage.locate(PICTURE, landmarks, 1, true))?.legsFromNetwork).toBe(true);
  });

  it('looks at the legs of a folded trunk through the window of the reference pose, where its card says so', async () => {
    /** Distance from the mid-hip to the middle of the crop: a share of the trunk that sizes the crop. */
    const kneeFromHip = async (sizedBy: 'neutral' | undefined) => {
      const { stage } = stageWith({ ...KNEE_MODEL, ...(sizedBy && { sizedBy }) });
      const start = await stage.locate(PICTURE, landmarks, 0, true);
      const seen = await stage.locate(PICTURE, shortened, 0.1, true);
      return [start, seen].map((of) => apartOf(of ?? landmarks));
    };
    const [start, still] = await kneeFromHip('neutral');
    expect(still).toBeCloseTo(start ?? NaN, 3);
    const [, own] = await kneeFromHip(undefined);
    expect(own).toBeCloseTo(FOLD * (start ?? NaN), 3);
  });
});

describe('a picture that the leg network is shown', () => {
  it('is familiar if the network finds each joint at the same place of the picture from every crop', async () => {
    const { stage, run } = spotStage();
    const uses: (boolean | undefined)[] = [];
    for (const time of [0, 0.1, 0.2, 0.4])
      uses.push((await stage.locate(KNEE_SPOT, landmarks, time, null))?.legsFromNetwork);
    // The first frame is not decided, so that its reading comes soon.
    expect(uses).toEqual([undefined, true, true, true]);
    // The altered crops in the next two frames, then one more, besides the crop that is read.
    expect(run).toHaveBeenCalledTimes(4 + CROP_VARIANTS.length + 1);
  });

  it('is foreign if the places change with the crop; then the legs stay where the pose model has them', async () => {
    const seen = await stageWith().stage.locate(PICTURE, landmarks, 0, null);
    expect(seen?.points).toEqual(landmarks.points);
    expect(seen?.legsFromNetwork).toBeUndefined();
    expect(seen?.kneeWitness?.left.apart).toBeGreaterThanOrEqual(0);
    // It still confirms the posture, because both see the legs in about the same places.
    expect(seen?.postureConfirmed).toBe(true);
  });

  it('is not shown in altered crops while a reference pose is set', async () => {
    const { stage, run } = spotStage();
    await stage.locate(KNEE_SPOT, landmarks, 0, true);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('is judged anew once the network’s posture has left the picture and come back', async () => {
    const { stage, run } = spotStage();
    await stage.locate(KNEE_SPOT, landmarks, 0, null);
    const points = landmarks.points.slice();
    points.set([points[0] ?? 0, -400], 2 * KNEE);
    // Seconds: long enough for the mean distance between network and pose model to follow.
    for (let time = 0.2; time < 4; time += 0.2) await stage.locate(KNEE_SPOT, { ...landmarks, points }, time, null);
    run.mockClear();
    let seen: Landmarks | null = null;
    for (let time = 4; time < 9; time += 0.2) seen = await stage.locate(KNEE_SPOT, landmarks, time, null);
    expect(seen?.legsFromNetwork).toBe(true);
    expect(run.mock.calls.length).toBeGreaterThan(25 + CROP_VARIANTS.length);
  });
});

describe('the stated standard deviation of a joint', () => {
  it('is wider if the network finds the joint at other places from other crops', () => {
    // Shares of the trunk.
    expect(networkLegSd(0.02, 0)).toBe(0.02);
    expect(networkLegSd(0.02, 0.02)).toBeGreaterThan(0.06);
  });

  it('is wider for an ankle that the pose model hardly sees, and the same for a knee', () => {
    const seen = poseModelLegSd(new Float32Array(33).fill(1));
    const hidden = poseModelLegSd(new Float32Array(33));
    expect(hidden.left.ankle).toBeGreaterThan(1.3 * seen.left.ankle);
    expect(hidden.right.knee).toBe(seen.right.knee);
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

describe('a leg network with a thread of its own', () => {
  const asideStage = (answer = async (_look: LegLook): Promise<LegAnswer> => KNEE_IN_THE_MIDDLE) => {
    const run = vi.fn(async () => KNEE_IN_THE_MIDDLE);
    const runAside = vi.fn(answer);
    return { run, runAside, stage: new LegStage({ model: KNEE_MODEL, run, runAside }, { side: 'left' }) };
  };
  /** The same person, further to the right. */
  const moved = { ...landmarks, points: landmarks.points.map((v, i) => (i % 2 === 0 ? v + 9 : v)) };

  it('looks where the legs were a frame ago, so that nobody waits for the pose model', async () => {
    const { stage, run, runAside } = asideStage();
    const first = await stage.locate(PICTURE, landmarks, 0, true);
    stage.begin(PICTURE, 0.06, true);
    expect(runAside.mock.lastCall?.[0]).toEqual({
      picture: PICTURE,
      window: cropLegs(KNEE_MODEL, 'left', PICTURE, landmarks)?.window,
    });
    const second = await stage.locate(PICTURE, moved, 0.06, true);
    expect(run).toHaveBeenCalledTimes(1);
    expect(second?.legsFromNetwork).toBe(true);
    // The middle of the window that was looked at, not of one about the new landmarks.
    expect(second?.points[2 * KNEE]).toBeCloseTo(first?.points[2 * KNEE] ?? NaN, 6);
  });

  it.each([
    ['before a reference pose', 0.06, false],
    ['after a gap', 1, true],
  ])('looks where the pose model sees the legs %s', async (_, time, isSet) => {
    const { stage, run, runAside } = asideStage();
    await stage.locate(PICTURE, landmarks, 0, isSet || null);
    stage.begin(PICTURE, time, isSet);
    run.mockClear();
    await stage.locate(PICTURE, moved, time, isSet || null);
    expect(runAside).not.toHaveBeenCalled();
    expect(run).toHaveBeenCalled();
  });

  it('looks where the pose model sees the legs after a frame without a person', async () => {
    const { stage, runAside } = asideStage();
    await stage.locate(PICTURE, landmarks, 0, true);
    await stage.locate(PICTURE, null, 0.06, true);
    stage.begin(PICTURE, 0.12, true);
    expect(runAside).not.toHaveBeenCalled();
  });

  it('keeps its last answer in a frame in which nothing has moved, for a short time', async () => {
    const { stage, run, runAside } = asideStage();
    const first = await stage.locate(PICTURE, landmarks, 0, true);
    stage.begin(PICTURE, 0.06, true, false);
    const kept = await stage.locate(PICTURE, moved, 0.06, true);
    expect([run.mock.calls.length, runAside.mock.calls.length]).toEqual([1, 0]);
    expect(kept?.points[2 * KNEE]).toBe(first?.points[2 * KNEE]);
    // All else is this frame's.
    expect(kept?.points[0]).toBe(moved.points[0]);
    stage.begin(PICTURE, 0.4, true, false);
    await stage.locate(PICTURE, moved, 0.4, true);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a frame without a person', null],
    ['a failure', new Error('lost')],
  ])('keeps no answer after %s', async (_, failure) => {
    const { stage, run, runAside } = asideStage();
    await stage.locate(PICTURE, landmarks, 0, true);
    if (failure) runAside.mockRejectedValueOnce(failure);
    stage.begin(PICTURE, 0.06, true);
    await stage.locate(PICTURE, failure && landmarks, 0.06, true);
    run.mockClear();
    runAside.mockClear();
    stage.begin(PICTURE, 0.12, true, false);
    await stage.locate(PICTURE, landmarks, 0.12, true);
    expect(run.mock.calls.length + runAside.mock.calls.length).toBe(1);
  });

  it('leaves the landmarks of one frame as they are where it fails, and goes on', async () => {
    const { stage, runAside } = asideStage();
    await stage.locate(PICTURE, landmarks, 0, true);
    runAside.mockRejectedValueOnce(new Error('lost'));
    stage.begin(PICTURE, 0.06, true);
    expect(await stage.locate(PICTURE, moved, 0.06, true)).toBe(moved);
    stage.begin(PICTURE, 0.12, true);
    expect((await stage.locate(PICTURE, moved, 0.12, true))?.legsFromNetwork).toBe(true);
  });
});
