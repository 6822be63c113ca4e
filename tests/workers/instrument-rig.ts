import type {
  FoundPerson,
  FrameInput,
  FrameReader,
  PhoneOf,
  PipelineNetworks,
} from '../../src/instrument/frame-pipeline.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type {
  FramingCheck,
  Reading,
  ReferencePoseQuality,
  ReferencePoseState,
} from '../../src/instrument/output/reading.ts';
import type { LoadableEngine, LoadedEngine } from '../../workers/engine/engine-loader.ts';
import type { EngineInfo, LoadOptions, ModelSize } from '../../workers/pose.api.ts';
import type { PersonMask } from '../../src/instrument/outline/trunk-contour.ts';
import { type InstrumentParts, PoseInstrument } from '../../workers/engine/pose-instrument.ts';
import { emptyImage, landmarksAt } from './fixtures.ts';

export const PLAN = { drill: 'test' } as MeasurementPlan;
export const AUTO: LoadOptions = { model: 'auto', backend: 'wasm', targetRate: 12 };

/**
 * An instrument whose model takes `modelTime` on its own clock and finds a person at (10, 20) of a picture 64 px wide.
 */
export const instrumentRig = (
  loaders: Partial<Pick<InstrumentParts, 'loadPelvisNetwork' | 'fetchNetworksAhead' | 'loadPhone'>> = {},
  onMeasuring = (): unknown => undefined,
) => {
  let clock = 0;
  let referencePose: ReferencePoseState = { kind: 'none' };
  let wasSet = false;
  const state = {
    modelTime: 40,
    shown: [] as ImageData[],
    holds: 0,
    resets: 0,
    steps: [] as (FoundPerson & Pick<FrameInput, 'time' | 'picture'>)[],
    networks: [] as PipelineNetworks[],
    restarts: 0,
    wantsMask: (_time: number): boolean => false,
    mask: null as PersonMask | null,
    lens: null as FramingCheck['lens'],
    plans: 0,
    /** The phone that the newest pipeline sees. */
    phone: (() => null) as PhoneOf,
    changes: [] as ModelSize[],
    looks: 0,
    lookTime: 70,
    others: [] as Landmarks[],
    forModel: () => emptyImage(64, 36),
    believed: true,
    closed: 0,
  };
  const engineOf = (size: ModelSize): LoadableEngine => ({
    size,
    estimate: async (picture) => {
      state.shown.push(picture);
      clock += state.modelTime;
      return landmarksAt(10, 20);
    },
    get mask() {
      return state.mask;
    },
    peopleIn: async () => {
      state.looks++;
      clock += state.lookTime;
      return state.others;
    },
    reset: () => void state.resets++,
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
      return { measured: { width: 96, height: 54, grey: new Uint8ClampedArray(96 * 54) }, forModel: state.forModel() };
    },
    loader: {
      prepare: async () => undefined,
      load: async (_options, onProgress): Promise<LoadedEngine> => {
        for (const stage of ['weights', 'weights', 'backend', 'warm-up', 'ready'] as const)
          onProgress({ stage, loaded: 0, total: 0, detail: '' });
        return { engine: engineOf('full'), info: infoOf('full', 'start') };
      },
      change: async (_from, size, why) => {
        state.changes.push(size);
        return { engine: engineOf(size), info: infoOf(size, why) };
      },
      fetchAhead: async () => undefined,
    },
    createPipeline: (_plan, now, networks = { pelvis: null }, phone): FrameReader => {
      state.plans++;
      state.phone = phone ?? state.phone;
      state.networks.push(networks);
      referencePose = { kind: 'none' };
      wasSet = false;
      return {
        get referencePose() {
          return referencePose;
        },
        get hasMeasured() {
          return wasSet;
        },
        beginReferencePose: () => {
          state.holds++;
          referencePose = { kind: 'holding', progress: 0, problem: null };
        },
        restart: () => {
          state.restarts++;
          referencePose = { kind: 'none' };
          wasSet = false;
        },
        read: async ({ time, picture, startedAt, findPerson, countPeople }) => {
          const pixelsRead = now();
          const found = await findPerson(state.wantsMask(time));
          const modelDone = now();
          state.steps.push({ time, picture, ...found });
          clock += 10;
          wasSet ||= referencePose.kind === 'set';
          const person = { seen: state.believed };
          const reading = { time, person, framing: { lens: state.lens }, referencePose } as Reading;
          const people = await countPeople(reading);
          const looking = now() - modelDone - 10;
          const timings = {
            pixels: pixelsRead - startedAt,
            model: modelDone - pixelsRead + looking,
            pelvis: 4,
            fit: 6,
            total: now() - startedAt,
          };
          return { ...reading, people, timings };
        },
      };
    },
    loadPelvisNetwork: async () => null,
    loadPhone: () => Promise.reject(new Error('no phone here')),
    fetchNetworksAhead: () => undefined,
    forgetSizes: () => undefined,
    takeAside: () => 0,
    ...loaders,
    onMeasuring: () => void onMeasuring(),
  });
  const frame = () => ({ close: () => state.closed++ }) as unknown as ImageBitmap;
  const completeReferencePose = () => {
    referencePose = { kind: 'set', at: 1, quality: {} as ReferencePoseQuality };
  };
  return { instrument, state, frame, completeReferencePose };
};
