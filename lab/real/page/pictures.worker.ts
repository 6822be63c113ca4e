import { expose } from 'comlink';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { DRILLS_AND_TESTS, findDrill } from '../../../src/drills/index.ts';
import { createFramePipeline, type CreateFrameReader } from '../../../src/instrument/frame-pipeline.ts';
import { landmarkAt, midJoint, pixelDistance } from '../../../src/instrument/geometry/picture-points.ts';
import { medianOrNaN } from '../../../src/instrument/geometry/statistics.ts';
import type { BySide, Metres, Seconds, Side, WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { poseModelLegSd } from './leg-sd.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { EngineLoader, type LoadedEngine } from '../../../workers/engine/engine-loader.ts';
import { createEngineFactory } from '../../../workers/engine/pose-and-networks.ts';
import { PoseInstrument } from '../../../workers/engine/pose-instrument.ts';
import type { FramePictures } from '../../../workers/pictures/frame-pixels.ts';
import type { Leg as LegPoints } from '../../scoring/leg-marks.ts';
import type { StartJoints } from '../../scoring/score-joints.ts';
import type { TriedStart } from '../../scoring/score-starts.ts';
import { heldFrames, RATE, RememberingEstimator } from './held-picture.ts';

/** A picture whose posture is not accepted by now shows no start: the search for what differs from it has ended. */
const DECIDED_AFTER: Seconds = 2;
/** Joints are the medians of the last frames of the hold. */
const MEDIAN_OF = 8;
const SUBJECT_HEIGHT: Metres = 1.7;

/** Every drill and test that uses the camera. */
const TRIED: readonly DrillDefinition[] = DRILLS_AND_TESTS.filter(({ camera }) => camera !== 'none');

interface Engine {
  readonly loaded: LoadedEngine;
  readonly remembering: RememberingEstimator;
}

let engine: Promise<Engine> | null = null;

async function startEngine(): Promise<Engine> {
  const loader = new EngineLoader(createEngineFactory());
  const loaded = await loader.load({ model: 'full', backend: 'wasm', targetRate: RATE }, () => undefined);
  const remembering = new RememberingEstimator(loaded.engine);
  const { size, check, frame } = loaded.engine;
  const shared = {
    size,
    check,
    frame,
    get mask() {
      return remembering.mask;
    },
    estimate: remembering.estimate.bind(remembering),
    reset: remembering.reset.bind(remembering),
    dispose: () => undefined,
  };
  return { loaded: { engine: shared, info: loaded.info }, remembering };
}

/** A pipeline that also keeps the pose model's landmarks of each frame, in pixels of the measured picture. */
const watchedPipeline =
  (found: Landmarks[]): CreateFrameReader =>
  (plan, clock, pipelineNetworks) => {
    const reader = createFramePipeline(plan, clock, pipelineNetworks);
    const read: typeof reader.read = (frame) =>
      reader.read({
        ...frame,
        findPerson: async (withMask) => {
          const person = await frame.findPerson(withMask);
          if (person.landmarks) found.push({ ...person.landmarks, points: person.landmarks.points.slice() });
          return person;
        },
      });
    return new Proxy(reader, {
      get: (target, name: keyof typeof reader) => {
        const value = name === 'read' ? read : target[name];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };

async function tryStart(
  { loaded }: Engine,
  frames: readonly FramePictures[],
  drill: DrillDefinition,
  side: WorkingSide,
  scale: number,
): Promise<TriedStart> {
  const found: Landmarks[] = [];
  let next = 0;
  const instrument = new PoseInstrument({
    loader: {
      prepare: async () => undefined,
      load: async () => loaded,
      change: async () => loaded,
      fetchAhead: async () => undefined,
    },
    createPipeline: watchedPipeline(found),
    readPixels: () => frames[next] as FramePictures,
    now: () => performance.now(),
    loadPelvisNetwork: async () => null,
    loadPhone: () => Promise.reject(new Error('no phone here')),
    fetchNetworksAhead: () => undefined,
    forgetSizes: () => undefined,
    onMeasuring: () => undefined,
    takeAside: () => 0,
  });
  await instrument.load({ model: 'full', backend: 'wasm', targetRate: RATE }, () => undefined);
  await instrument.begin(measurementPlanFor(drill, side, SUBJECT_HEIGHT));
  await instrument.beginReferencePose();
  const of = { drill: drill.id, side };
  let cause = 'no frame';
  for (; next < frames.length; next++) {
    const time = next / RATE;
    const reading = await instrument.analyse(await createImageBitmap(new ImageData(1, 1)), time);
    if (reading.referencePose.kind === 'set') return { ...of, cause: null, joints: jointsOf(found, scale) };
    cause = causeOf(reading);
    if (time > DECIDED_AFTER && reading.framing.posture !== 'ok') break;
  }
  return { ...of, cause, joints: null };
}

/** Why there is no reference pose yet, with what differs from the start. */
function causeOf({ person, referencePose, framing }: Reading): string {
  const held = referencePose.kind === 'holding' ? referencePose.problem : null;
  const problem = (person.seen ? null : person.reason) ?? framing.problem ?? held ?? 'not held for long enough';
  const difference = problem === 'wrong-posture' ? (framing.difference?.kind ?? null) : null;
  return difference === null ? problem : `${problem}: ${difference}`;
}

function jointsOf(found: readonly Landmarks[], scale: number): StartJoints {
  const points = medianPoints(found);
  return {
    trunk: scale * pixelDistance(midJoint(points, 'shoulder'), midJoint(points, 'hip')),
    legs: legsOf(points, scale),
    sd: poseModelLegSd(found.at(-1)?.visibility ?? []),
  };
}

const medianPoints = (frames: readonly Landmarks[]): number[] => {
  const last = frames.slice(-MEDIAN_OF);
  return Array.from({ length: last[0]?.points.length ?? 0 }, (_, i) => medianOrNaN(last.map((f) => f.points[i] ?? 0)));
};

function legsOf(points: ArrayLike<number>, scale: number): BySide<LegPoints> {
  const leg = (side: Side): LegPoints => {
    const { hip, knee, ankle } = JOINT_LANDMARKS[side];
    const at = (landmark: number) => landmarkAt(points, landmark).map((v) => v * scale) as [number, number];
    return { hip: at(hip), knee: at(knee), ankle: at(ankle) };
  };
  return { left: leg('left'), right: leg('right') };
}

/** A drill on one side, as the truth of a rendered clip names it. */
interface OneStart {
  readonly drill: string;
  readonly variant: string | null;
  readonly side: WorkingSide;
}

/** The page's side of this worker. */
export interface PicturesApi {
  /**
   * What the app says to a picture that is held still.
   * @param picture its whole address
   * @param only null: every drill and side
   */
  startsInPicture(picture: string, only: OneStart | null): Promise<readonly TriedStart[]>;
}

async function startsInPicture(picture: string, only: OneStart | null): Promise<readonly TriedStart[]> {
  const running = await (engine ??= startEngine());
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  running.remembering.forget();
  const frames = await heldFrames(bitmap);
  const scale = bitmap.width / (frames[0]?.measured.width ?? bitmap.width);
  const tried: TriedStart[] = [];
  for (const { drill, side } of startsToTry(only)) tried.push(await tryStart(running, frames, drill, side, scale));
  return tried;
}

function startsToTry(only: OneStart | null): readonly { drill: DrillDefinition; side: WorkingSide }[] {
  if (only === null) return TRIED.flatMap((drill) => sidesOf(drill).map((side) => ({ drill, side })));
  const drill = findDrill(only.drill, only.variant);
  return drill ? [{ drill, side: only.side }] : [];
}

const sidesOf = ({ bilateral }: DrillDefinition): readonly WorkingSide[] => (bilateral ? ['both'] : ['left', 'right']);

expose({ startsInPicture } satisfies PicturesApi);
