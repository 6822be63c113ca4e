import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CreateBodyTracker, TrackerInput } from '../../src/instrument/body-tracker.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { PelvisModel } from '../../src/instrument/networks/pelvis-model.ts';
import type { Reading } from '../../src/instrument/output/reading.ts';
import type { LoadedEngine } from '../../workers/engine/engine-loader.ts';
import { PoseInstrument } from '../../workers/engine/pose-instrument.ts';
import { emptyImage, landmarksAt } from './fixtures.ts';

const WATCHED = { drill: 'watched', pelvisModel: 'watched' } as MeasurementPlan;
const PLAIN = { drill: 'watched' } as MeasurementPlan;
const ANSWER = Float32Array.of(0.5, -1);
const NETWORK_TIME = 2;

const engine = {
  info: { model: 'full' },
  engine: { estimate: async () => landmarksAt(10, 20), reset: () => undefined },
} as unknown as LoadedEngine;

/** An instrument with a pelvis model for every drill; the tracker always has something to ask it. */
const setUp = () => {
  let clock = 0;
  const steps: TrackerInput[] = [];
  const dispose = vi.fn<() => void>();
  const run = vi.fn(async () => {
    clock += NETWORK_TIME;
    return ANSWER;
  });
  const loadPelvisNetwork = vi.fn(async (drill: string) => ({
    model: { drill } as PelvisModel,
    run,
    dispose,
  }));
  const createTracker = vi.fn<CreateBodyTracker>(() => ({
    beginReferencePose: () => undefined,
    pelvisInput: () => Float32Array.of(1),
    step: (input) => {
      steps.push(input);
      const reading = { person: { seen: true }, referencePose: { kind: 'none' }, framing: {} } as Omit<
        Reading,
        'timings'
      >;
      return { reading, surfaceMilliseconds: 4, fitMilliseconds: 6 };
    },
  }));
  const instrument = new PoseInstrument({
    now: () => clock,
    readPixels: () => ({ measured: emptyImage(96, 54), forModel: emptyImage(96, 54) }),
    loader: { load: async () => engine, change: async () => engine, fetchAhead: async () => undefined },
    createTracker,
    loadPelvisNetwork,
  });
  const see = () => instrument.analyse({ close: () => undefined } as unknown as ImageBitmap, 1);
  return { instrument, steps, dispose, run, loadPelvisNetwork, createTracker, see };
};

describe('the pelvis model in the instrument', () => {
  let rig: ReturnType<typeof setUp>;

  beforeEach(async () => {
    rig = setUp();
    await rig.instrument.load({ model: 'full', backend: 'wasm', targetRate: 12 }, () => undefined);
  });

  it('is neither loaded nor asked in a drill that does not switch it on', async () => {
    await rig.instrument.begin(PLAIN);
    await rig.see();
    expect(rig.loadPelvisNetwork).not.toHaveBeenCalled();
    expect(rig.createTracker.mock.lastCall?.[2]?.pelvis).toBeNull();
    expect(rig.run).not.toHaveBeenCalled();
    expect(rig.steps[0]?.pelvisAnswer).toBeNull();
  });

  it('answers before the frame is measured, and its time counts as time spent on the pelvis’ surface', async () => {
    await rig.instrument.begin(WATCHED);
    const { timings } = await rig.see();
    expect(rig.createTracker.mock.lastCall?.[2]?.pelvis).toEqual({ drill: 'watched' });
    expect(rig.steps[0]?.pelvisAnswer).toBe(ANSWER);
    expect(timings.surface).toBe(4 + NETWORK_TIME);
  });

  it('leaves the pelvis unseen in a frame on which it fails, and the frame is measured all the same', async () => {
    await rig.instrument.begin(WATCHED);
    rig.run.mockRejectedValueOnce(new Error('lost'));
    await rig.see();
    await rig.see();
    expect(rig.steps.map(({ pelvisAnswer }) => pelvisAnswer)).toEqual([null, ANSWER]);
  });

  it('is done without when it cannot be loaded', async () => {
    rig.loadPelvisNetwork.mockRejectedValueOnce(new Error('offline'));
    await rig.instrument.begin(WATCHED);
    expect(rig.createTracker.mock.lastCall?.[2]?.pelvis).toBeNull();
    await rig.see();
    expect(rig.steps[0]?.pelvisAnswer).toBeNull();
  });

  it('stays for the next set that wants it and is given up for another one', async () => {
    await rig.instrument.begin(WATCHED);
    await rig.instrument.begin(WATCHED);
    expect(rig.loadPelvisNetwork).toHaveBeenCalledTimes(1);
    expect(rig.dispose).not.toHaveBeenCalled();
    await rig.instrument.begin({ ...WATCHED, pelvisModel: 'another' });
    expect(rig.dispose).toHaveBeenCalledTimes(1);
    expect(rig.loadPelvisNetwork).toHaveBeenLastCalledWith('another');
    await rig.instrument.begin(PLAIN);
    expect(rig.dispose).toHaveBeenCalledTimes(2);
  });
});
