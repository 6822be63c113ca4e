import { beforeEach, describe, expect, it } from 'vitest';
import type { TrackerInput } from '../../src/body/body-tracker.ts';
import type { MeasurementPlan } from '../../src/body/measurement-plan.ts';
import type { NeutralQuality, NeutralState, Reading } from '../../src/body/reading.ts';
import type { LoadableEngine, LoadedEngine } from '../../workers/engine-loader.ts';
import type { EngineInfo, LoadOptions, ModelSize } from '../../workers/pose.api.ts';
import { PoseInstrument } from '../../workers/pose-instrument.ts';
import { emptyImage, landmarksAt } from './fixtures.ts';

const PLAN = { drill: 'test' } as MeasurementPlan;
const AUTO: LoadOptions = { model: 'auto', backend: 'wasm', targetRate: 12 };

/** An instrument whose model takes `modelTime` on a clock of its own and sees a person at (10, 20) of a 64 px picture. */
const setUp = () => {
  let clock = 0;
  let neutral: NeutralState = { kind: 'none' };
  const state = {
    modelTime: 40,
    steps: [] as TrackerInput[],
    plans: 0,
    changes: [] as ModelSize[],
    looks: 0,
    closed: 0,
  };
  const engineOf = (size: ModelSize): LoadableEngine => ({
    name: 'own',
    size,
    estimate: async () => {
      clock += state.modelTime;
      return landmarksAt(10, 20);
    },
    peopleIn: async () => {
      state.looks++;
      clock += 70;
      return [];
    },
    reset: () => undefined,
    check: async () => null,
    frame: async () => undefined,
    dispose: () => undefined,
  });
  const infoOf = (model: ModelSize, why: string): EngineInfo => ({
    model,
    backend: 'wasm',
    why,
    version: 'test',
    threads: 1,
    isolated: false,
    trials: [],
  });
  const instrument = new PoseInstrument({
    now: () => clock,
    readPixels: (frame) => {
      clock += 5;
      frame.close();
      return { measured: emptyImage(96, 54), forModel: emptyImage(64, 36) };
    },
    loader: {
      load: async (): Promise<LoadedEngine> => ({ engine: engineOf('full'), info: infoOf('full', 'start') }),
      change: async (_from, size, why) => {
        state.changes.push(size);
        return { engine: engineOf(size), info: infoOf(size, why) };
      },
      fetchAhead: async () => undefined,
    },
    createTracker: () => {
      state.plans++;
      neutral = { kind: 'none' };
      return {
        beginNeutral: () => {
          neutral = { kind: 'holding', progress: 0, problem: null };
        },
        step: (input) => {
          state.steps.push(input);
          clock += 10;
          const reading = { time: input.time, person: { seen: true }, framing: {}, neutral } as Omit<
            Reading,
            'timings'
          >;
          return { reading, surfaceMilliseconds: 4, fitMilliseconds: 6 };
        },
      };
    },
  });
  const frame = () => ({ close: () => state.closed++ }) as unknown as ImageBitmap;
  const completeNeutral = () => {
    neutral = { kind: 'set', at: 1, quality: {} as NeutralQuality };
  };
  return { instrument, state, frame, completeNeutral };
};

describe('the instrument', () => {
  let rig: ReturnType<typeof setUp>;

  beforeEach(() => {
    rig = setUp();
  });

  it('refuses a frame before load and before begin, and closes it', async () => {
    await expect(rig.instrument.analyse(rig.frame(), 0)).rejects.toMatchObject({ name: 'unexpected' });
    await rig.instrument.load(AUTO, () => undefined);
    await expect(rig.instrument.analyse(rig.frame(), 0)).rejects.toMatchObject({
      name: 'unexpected',
      message: expect.stringContaining('begin'),
    });
    expect(rig.state.closed).toBe(2);
  });

  it('refuses a plan and a neutral before load', async () => {
    await expect(rig.instrument.begin(PLAN)).rejects.toMatchObject({ name: 'unexpected' });
    await expect(rig.instrument.beginNeutral()).rejects.toMatchObject({ name: 'unexpected' });
  });

  it('says how long each stage took', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    await rig.instrument.begin(PLAN);
    await rig.instrument.analyse(rig.frame(), 1.4);
    const reading = await rig.instrument.analyse(rig.frame(), 1.5);
    expect(reading.timings).toEqual({ pixels: 5, model: 40, surface: 4, fit: 6, total: 55 });
    expect(reading.time).toBe(1.5);
  });

  it('counts people now and then before the neutral, and says what that took', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    await rig.instrument.begin(PLAN);
    const first = await rig.instrument.analyse(rig.frame(), 0);
    expect(first.people).toEqual({ people: 1, still: 0 });
    expect(first.timings).toMatchObject({ model: 110, total: 125 });
    const next = await rig.instrument.analyse(rig.frame(), 0.1);
    expect(next.people).toEqual({ people: 1, still: 0 });
    expect(next.timings.model).toBe(40);
    rig.completeNeutral();
    for (let time = 1; time < 5; time++)
      expect((await rig.instrument.analyse(rig.frame(), time)).people).toBeNull();
    expect(rig.state.looks).toBe(1);
  });

  it('gives the tracker landmarks in pixels of the picture it measures, not of the smaller one the model gets', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    await rig.instrument.begin(PLAN);
    await rig.instrument.analyse(rig.frame(), 0);
    const [input] = rig.state.steps;
    expect(input?.picture.width).toBe(96);
    expect(input?.landmarks?.points.slice(0, 2)).toEqual(Float32Array.of(15, 30));
  });

  it('measures frames one after the other, in the order they came', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    await rig.instrument.begin(PLAN);
    await Promise.all([1, 2, 3].map((time) => rig.instrument.analyse(rig.frame(), time)));
    expect(rig.state.steps.map(({ time }) => time)).toEqual([1, 2, 3]);
  });

  it('goes on after a frame that failed', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    const failed = rig.instrument.analyse(rig.frame(), 0);
    await rig.instrument.begin(PLAN);
    await expect(failed).rejects.toThrow();
    await expect(rig.instrument.analyse(rig.frame(), 1)).resolves.toMatchObject({ time: 1 });
  });

  it('makes a new tracker for every measurement', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    await rig.instrument.begin(PLAN);
    await rig.instrument.begin(PLAN);
    expect(rig.state.plans).toBe(2);
  });

  const slowFrames = async (count: number, modelTime = 150) => {
    rig.state.modelTime = modelTime;
    for (let time = 1; time <= count; time++) await rig.instrument.analyse(rig.frame(), time);
  };

  it('takes a smaller model when the rate is not held, says so, and goes back with the next measurement', async () => {
    const told: EngineInfo[] = [];
    await rig.instrument.load(
      AUTO,
      () => undefined,
      (info) => told.push(info),
    );
    await rig.instrument.begin(PLAN);
    await slowFrames(100);
    expect(rig.state.changes).toEqual(['lite']);
    expect(told[0]).toMatchObject({
      model: 'lite',
      why: expect.stringContaining('did not hold 12 frames a second'),
    });
    await rig.instrument.begin(PLAN);
    expect(rig.state.changes).toEqual(['lite', 'full']);
    expect(told).toHaveLength(2);
  });

  it('keeps the model once a neutral is held, unless the rate falls under half', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    await rig.instrument.begin(PLAN);
    await rig.instrument.beginNeutral();
    rig.completeNeutral();
    await slowFrames(150);
    expect(rig.state.changes).toEqual([]);
  });

  it('forgets a neutral that another model held, and goes on with a hold that was under way', async () => {
    await rig.instrument.load(AUTO, () => undefined);
    await rig.instrument.begin(PLAN);
    await rig.instrument.beginNeutral();
    await slowFrames(150, 400);
    expect(rig.state.changes).toEqual(['lite']);
    expect(rig.state.plans).toBe(2);
    expect((await rig.instrument.analyse(rig.frame(), 200)).neutral.kind).toBe('holding');

    const done = setUp();
    await done.instrument.load(AUTO, () => undefined);
    await done.instrument.begin(PLAN);
    await done.instrument.beginNeutral();
    done.completeNeutral();
    done.state.modelTime = 400;
    for (let time = 1; time <= 150; time++) await done.instrument.analyse(done.frame(), time);
    expect(done.state.changes).toEqual(['lite']);
    expect((await done.instrument.analyse(done.frame(), 200)).neutral.kind).toBe('none');
  });

  it('keeps a model that was asked for by name', async () => {
    await rig.instrument.load({ ...AUTO, model: 'full' }, () => undefined);
    await rig.instrument.begin(PLAN);
    await slowFrames(150);
    expect(rig.state.changes).toEqual([]);
  });
});
