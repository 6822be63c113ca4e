import type { TrackerInput } from '../../src/instrument/body-tracker.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type {
  FramingCheck,
  ReferencePoseQuality,
  ReferencePoseState,
  Reading,
} from '../../src/instrument/output/reading.ts';
import type { LoadableEngine, LoadedEngine } from '../../workers/engine/engine-loader.ts';
import type { EngineInfo, LoadOptions, ModelSize } from '../../workers/pose.api.ts';
import { PoseInstrument } from '../../workers/engine/pose-instrument.ts';
import { emptyImage, landmarksAt } from './fixtures.ts';

export const PLAN = { drill: 'test' } as MeasurementPlan;
export const AUTO: LoadOptions = { model: 'auto', backend: 'wasm', targetRate: 12 };

/** An instrument whose model takes `modelTime` on a clock of its own and sees a person at (10, 20) of a 64 px picture. */
export const instrumentRig = () => {
  let clock = 0;
  let referencePose: ReferencePoseState = { kind: 'none' };
  const state = {
    modelTime: 40,
    shown: [] as ImageData[],
    holds: 0,
    steps: [] as TrackerInput[],
    lens: null as FramingCheck['lens'],
    plans: 0,
    changes: [] as ModelSize[],
    looks: 0,
    lookTime: 70,
    others: [] as Landmarks[],
    forModel: () => emptyImage(64, 36),
    believed: true,
    closed: 0,
  };
  const engineOf = (size: ModelSize): LoadableEngine => ({
    name: 'own',
    size,
    estimate: async (picture) => {
      state.shown.push(picture);
      clock += state.modelTime;
      return landmarksAt(10, 20);
    },
    peopleIn: async () => {
      state.looks++;
      clock += state.lookTime;
      return state.others;
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
      return { measured: emptyImage(96, 54), forModel: state.forModel() };
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
      referencePose = { kind: 'none' };
      return {
        beginReferencePose: () => {
          state.holds++;
          referencePose = { kind: 'holding', progress: 0, problem: null };
        },
        step: (input) => {
          state.steps.push(input);
          clock += 10;
          const person = { seen: state.believed };
          const reading = { time: input.time, person, framing: { lens: state.lens }, referencePose } as Omit<
            Reading,
            'timings'
          >;
          return { reading, surfaceMilliseconds: 4, fitMilliseconds: 6 };
        },
      };
    },
  });
  const frame = () => ({ close: () => state.closed++ }) as unknown as ImageBitmap;
  const completeReferencePose = () => {
    referencePose = { kind: 'set', at: 1, quality: {} as ReferencePoseQuality };
  };
  return { instrument, state, frame, completeNeutral: completeReferencePose };
};
