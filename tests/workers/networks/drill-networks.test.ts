import { describe, expect, it, vi } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { PelvisModel } from '../../../src/instrument/networks/pelvis-model.ts';
import { landmarkAt, midJoint, pixelsApart } from '../../../src/instrument/geometry/picture-points.ts';
import { type NetworkLoaders, DrillNetworks } from '../../../workers/networks/drill-networks.ts';
import { clipOf, landmarksOf } from '../../instrument/truth-landmarks.ts';
import { KNEE_IN_THE_MIDDLE, KNEE_MODEL } from '../fixtures.ts';

const PLAN = { pelvisModel: 'watched', legsModel: 'watched', side: 'left' } as MeasurementPlan;
const PLAIN = { side: 'left' } as MeasurementPlan;
const PICTURE = { width: 96, height: 54, rgba: new Uint8ClampedArray(4 * 96 * 54) };
const landmarks = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
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
const apartOf = ({ points }: Landmarks): number => pixelsApart(landmarkAt(points, KNEE), midJoint(points, 'hip'));

const networks = () => {
  const run = vi.fn(async () => KNEE_IN_THE_MIDDLE);
  const dispose = vi.fn<() => void>();
  const loadLegNetwork = vi.fn<NonNullable<NetworkLoaders['loadLegNetwork']>>(async () => ({
    model: KNEE_MODEL,
    run,
    dispose,
  }));
  const loadPelvisNetwork = async () => ({
    model: { version: 'pelvis1' } as PelvisModel,
    run: async () => new Float32Array(2),
    dispose: () => undefined,
  });
  const parts: NetworkLoaders = { loadLegNetwork, loadPelvisNetwork };
  return { run, dispose, loadLegNetwork, drill: new DrillNetworks(parts) };
};

describe('the networks of a drill', () => {
  it('put the legs where theirs sees them', async () => {
    const { drill } = networks();
    await drill.load(PLAN);
    const seen = await drill.seeLegs(PICTURE, landmarks, 0);
    expect(seen?.points[2 * KNEE]).not.toBeCloseTo(landmarks.points[2 * KNEE] ?? NaN, 1);
    expect(seen?.points[2 * KNEE + 2]).toBe(landmarks.points[2 * KNEE + 2]);
    expect(seen?.legsFromNetwork).toBe(true);
  });

  it('tell which way they point beside where they are, and nothing where they are not believed', async () => {
    const { drill, run } = networks();
    await drill.load(PLAN);
    const seen = await drill.seeLegs(PICTURE, landmarks, 0);
    expect(seen?.outOfPlaneAngles).toEqual([null, { value: 0.25, sd: 0.1 }, null]);
    run.mockRejectedValueOnce(new Error('lost'));
    expect((await drill.seeLegs(PICTURE, landmarks, 1))?.outOfPlaneAngles).toBeUndefined();
  });

  it('leave the legs as they are where there is none, where it fails, and where nobody is', async () => {
    const { drill, run } = networks();
    await drill.load(PLAIN);
    expect(await drill.seeLegs(PICTURE, landmarks, 0)).toBe(landmarks);
    await drill.load(PLAN);
    run.mockRejectedValueOnce(new Error('lost'));
    expect(await drill.seeLegs(PICTURE, landmarks, 1)).toBe(landmarks);
    expect(await drill.seeLegs(PICTURE, null, 2)).toBeNull();
  });

  it('leave the legs as they are where theirs sees others than the pose model', async () => {
    const { drill } = networks();
    await drill.load(PLAN);
    const points = landmarks.points.slice();
    points.set([points[0] ?? 0, -400], 2 * KNEE);
    const far = { ...landmarks, points };
    expect(await drill.seeLegs(PICTURE, far, 0)).toBe(far);
  });

  it('leave the legs as they are where theirs says what is no number', async () => {
    const { drill, run } = networks();
    await drill.load(PLAN);
    run.mockResolvedValueOnce({ ...KNEE_IN_THE_MIDDLE, spreads: Float32Array.of(Number.NaN) });
    expect(await drill.seeLegs(PICTURE, landmarks, 0)).toBe(landmarks);
    expect((await drill.seeLegs(PICTURE, landmarks, 1))?.legsFromNetwork).toBe(true);
  });

  it('look at a folded trunk’s legs through the window of the start, where the card says so', async () => {
    /** How far from the mid-hip the middle of the crop lies: a share of the trunk that sizes it. */
    const kneeFromHip = async (sizedBy: 'neutral' | undefined) => {
      const { run } = networks();
      const drill = new DrillNetworks({
        loadLegNetwork: async () => ({
          model: { ...KNEE_MODEL, ...(sizedBy && { sizedBy }) },
          run,
          dispose: () => undefined,
        }),
      });
      await drill.load(PLAN);
      const start = await drill.seeLegs(PICTURE, landmarks, 0);
      drill.settle(true);
      const seen = await drill.seeLegs(PICTURE, shortened, 0.1);
      return [start, seen].map((of) => apartOf(of ?? landmarks));
    };
    const [start, still] = await kneeFromHip('neutral');
    expect(still).toBeCloseTo(start ?? NaN, 3);
    const [, own] = await kneeFromHip(undefined);
    expect(own).toBeCloseTo(FOLD * (start ?? NaN), 3);
  });

  it('leave the legs as they are while a neutral measures that was taken without theirs', async () => {
    const { drill } = networks();
    await drill.load(PLAN);
    drill.settle(false);
    expect(await drill.seeLegs(PICTURE, landmarks, 0)).toBe(landmarks);
    drill.settle(null);
    expect((await drill.seeLegs(PICTURE, landmarks, 1))?.legsFromNetwork).toBe(true);
  });

  it('are told to the tracker, as far as they are there', async () => {
    const { drill, loadLegNetwork } = networks();
    await drill.load(PLAN);
    expect([drill.models.pelvis?.version, drill.models.legs?.version]).toEqual(['pelvis1', 'legs1']);
    loadLegNetwork.mockRejectedValueOnce(new Error('offline'));
    await drill.load({ ...PLAN, legsModel: 'another' });
    expect([drill.models.pelvis?.version, drill.models.legs]).toEqual(['pelvis1', null]);
  });

  it('are asked for again when they could not be had, kept for the next set, and given up for another drill', async () => {
    const { drill, loadLegNetwork, dispose } = networks();
    loadLegNetwork.mockRejectedValueOnce(new Error('offline'));
    await drill.load(PLAN);
    await drill.load(PLAN);
    await drill.load(PLAN);
    expect(loadLegNetwork).toHaveBeenCalledTimes(2);
    expect(dispose).not.toHaveBeenCalled();
    await drill.load(PLAIN);
    expect(dispose).toHaveBeenCalledTimes(1);
    expect(loadLegNetwork).toHaveBeenCalledTimes(2);
  });
});
