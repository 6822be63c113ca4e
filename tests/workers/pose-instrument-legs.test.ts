import { describe, expect, it } from 'vitest';
import type { TrackerInput } from '../../src/instrument/body-tracker.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { Reading } from '../../src/instrument/output/reading.ts';
import type { LoadedEngine } from '../../workers/engine/engine-loader.ts';
import { PoseInstrument } from '../../workers/engine/pose-instrument.ts';
import { clipOf, landmarksOf } from '../instrument/truth-landmarks.ts';
import { emptyImage, KNEE_IN_THE_MIDDLE, KNEE_MODEL } from './fixtures.ts';

const PLAN = {
  drill: 'watched',
  pelvisModel: 'watched',
  legsModel: 'watched',
  side: 'left',
} as MeasurementPlan;
const KNEE = 25;
const person = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
const setUp = async () => {
  const steps: TrackerInput[] = [];
  const state = { referencePose: 'none', referenceUsesLegNetwork: null as boolean | null };
  const tracker = {
    beginReferencePose: () => undefined,
    get referenceUsesLegNetwork() {
      return state.referenceUsesLegNetwork;
    },
    step: (input: TrackerInput) => {
      steps.push(input);
      const { referencePose: kind } = state;
      const reading = { person: { seen: true }, referencePose: { kind }, framing: {} } as Omit<Reading, 'timings'>;
      return { reading, surfaceMilliseconds: 0, fitMilliseconds: 0 };
    },
  };
  const engine = {
    info: { model: 'full' },
    engine: { estimate: async () => person, reset: () => undefined },
  } as unknown as LoadedEngine;
  const instrument = new PoseInstrument({
    now: () => 0,
    readPixels: () => ({ measured: emptyImage(960, 540), forModel: emptyImage(960, 540) }),
    loader: { load: async () => engine, change: async () => engine, fetchAhead: async () => undefined },
    createTracker: () => tracker,
    loadLegNetwork: async () => ({
      model: KNEE_MODEL,
      run: async () => KNEE_IN_THE_MIDDLE,
      dispose: () => undefined,
    }),
  });
  await instrument.load({ model: 'full', backend: 'wasm', targetRate: 12 }, () => undefined);
  await instrument.begin(PLAN);
  const see = async () => {
    await instrument.analyse({ close: () => undefined } as unknown as ImageBitmap, 1);
    return steps.at(-1)?.landmarks;
  };
  return { state, see };
};

describe('the legs’ network in the instrument', () => {
  it('sees the legs before a frame is measured', async () => {
    const { see } = await setUp();
    const landmarks = await see();
    expect(landmarks?.legsFromNetwork).toBe(true);
    expect(landmarks?.points[2 * KNEE]).not.toBeCloseTo(person.points[2 * KNEE] ?? NaN, 1);
  });

  it('keeps out of a set whose zero was taken without it, and comes back with the next zero', async () => {
    const { state, see } = await setUp();
    Object.assign(state, { referencePose: 'set', referenceUsesLegNetwork: false });
    await see();
    expect((await see())?.legsFromNetwork).toBeUndefined();
    Object.assign(state, { referencePose: 'holding' });
    await see();
    expect((await see())?.legsFromNetwork).toBe(true);
    Object.assign(state, { referencePose: 'set', referenceUsesLegNetwork: true });
    await see();
    expect((await see())?.legsFromNetwork).toBe(true);
  });
});
