import { expose } from 'comlink';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { createFramePipeline, type CreateFrameReader } from '../../../src/instrument/frame-pipeline.ts';
import { landmarkAt, midJoint, pixelDistance } from '../../../src/instrument/geometry/picture-points.ts';
import { medianOrNaN } from '../../../src/instrument/geometry/statistics.ts';
import type { BySide, Metres, Seconds, Side, WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { EngineLoader, type LoadedEngine } from '../../../workers/engine/engine-loader.ts';
import { createEngineFactory } from '../../../workers/engine/engine-factory.ts';
import type { PoseEstimator } from '../../../workers/engine/orientation-search.ts';
import { PoseInstrument } from '../../../workers/engine/pose-instrument.ts';
import { loadLegNetwork } from '../../../workers/networks/load-networks.ts';
import { FramePixels, type FramePictures, fittedSize, LONGEST_SIDE } from '../../../workers/pictures/frame-pixels.ts';
import { chanceOf } from '../../lab/chance.ts';
import type { AcceptedStart, LegPoints } from '../../../tools/scoring/score-joints.mjs';

/** A still is shown as a camera would: pictures a second, for so long, swaying by a pixel, with the noise of a webcam. */
const RATE = 5;
const HELD: Seconds = 4;
const SWAY = 1;
const NOISE = 4;
/** A picture whose posture is not accepted by now shows no start. */
const DECIDED_AFTER: Seconds = 0.5;
/** Joints are the medians of the last frames of the hold. */
const MEDIAN_OF = 8;
const SUBJECT_HEIGHT: Metres = 1.7;

/** One drill for each leg network: the first one that uses it. */
const TRIED: readonly DrillDefinition[] = DRILLS.filter(
  ({ measure }, i) =>
    measure.legsModel !== undefined && DRILLS.findIndex((d) => d.measure.legsModel === measure.legsModel) === i,
);

/** The picture as frames of a camera. */
async function heldFrames(picture: ImageBitmap): Promise<readonly FramePictures[]> {
  const { width, height } = fittedSize(picture, LONGEST_SIDE);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('no 2D canvas in this browser');
  context.imageSmoothingQuality = 'medium';
  const pixels = new FramePixels();
  const { between } = chanceOf('webcam');
  const frames: FramePictures[] = [];
  for (let k = 0; k < RATE * HELD; k++) {
    context.drawImage(picture, SWAY * Math.sin(k / 2), SWAY * Math.cos(k / 3), width, height);
    const drawn = context.getImageData(0, 0, width, height);
    for (let i = 0; i < drawn.data.length; i++) {
      if (i % 4 !== 3) drawn.data[i] = (drawn.data[i] ?? 0) + between(-NOISE, NOISE);
    }
    frames.push(await pixels.read(await createImageBitmap(drawn)));
  }
  return frames;
}

/** Remembers the answers to one picture's frames, because every drill and side is shown the same ones. */
class RememberingEstimator implements PoseEstimator {
  readonly #engine: PoseEstimator;
  #known = new Map<string, Landmarks | null>();

  constructor(engine: PoseEstimator) {
    this.#engine = engine;
  }

  async estimate(picture: ImageData): Promise<Landmarks | null> {
    const key = keyOf(picture);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = await this.#engine.estimate(picture);
    const kept = found && {
      ...found,
      points: found.points.slice(),
      visibility: found.visibility.slice(),
      world: found.world.slice(),
    };
    this.#known.set(key, kept);
    return kept;
  }

  reset(): void {
    this.#engine.reset();
  }

  forget(): void {
    this.#known = new Map();
    this.#engine.reset();
  }
}

/** Two frames of one picture differ in their noise, so some pixels tell them apart. */
const keyOf = ({ data, width, height }: ImageData): string => {
  const step = Math.floor(data.length / 400) * 4;
  const some = Array.from({ length: 100 }, (_, k) => data[k * step] ?? 0);
  return `${width} ${height} ${some.join(' ')}`;
};

interface Engine {
  readonly loaded: LoadedEngine;
  readonly remembering: RememberingEstimator;
}

let engine: Promise<Engine> | null = null;

async function startEngine(): Promise<Engine> {
  const loader = new EngineLoader(createEngineFactory());
  const loaded = await loader.load({ model: 'full', backend: 'wasm', targetRate: RATE }, () => undefined);
  const remembering = new RememberingEstimator(loaded.engine);
  const { name, size, check, frame } = loaded.engine;
  const shared = {
    name,
    size,
    check,
    frame,
    estimate: remembering.estimate.bind(remembering),
    reset: remembering.reset.bind(remembering),
    dispose: () => undefined,
  };
  return { loaded: { engine: shared, info: loaded.info }, remembering };
}

const networks = new Map<string, ReturnType<typeof loadLegNetwork>>();

/** Loads each network once; an instrument that is done must not take it away from the next. */
const keptNetwork = async (name: string) => {
  const network = await (networks.get(name) ?? networks.set(name, loadLegNetwork(name)).get(name));
  return network ? { model: network.model, run: network.run.bind(network), dispose: () => undefined } : null;
};

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
): Promise<AcceptedStart | null> {
  const found: Landmarks[] = [];
  const used: Landmarks[] = [];
  let next = 0;
  const instrument = new PoseInstrument({
    loader: {
      prepare: async () => undefined,
      load: async () => loaded,
      change: async () => loaded,
      fetchAhead: async () => undefined,
    },
    createPipeline: watchedPipeline(found),
    loadLegNetwork: keptNetwork,
    readPixels: () => frames[next] as FramePictures,
    now: () => performance.now(),
  });
  await instrument.load({ model: 'full', backend: 'wasm', targetRate: RATE }, () => undefined);
  await instrument.begin(measurementPlanFor(drill, side, SUBJECT_HEIGHT));
  await instrument.beginReferencePose();
  for (; next < frames.length; next++) {
    const time = next / RATE;
    const reading = await instrument.analyse(await createImageBitmap(new ImageData(1, 1)), time);
    if (reading.landmarks) used.push(reading.landmarks);
    if (reading.referencePose.kind === 'set') return startOf(drill, used, found, scale);
    if (time > DECIDED_AFTER && reading.framing.posture !== 'ok') return null;
  }
  return null;
}

function startOf(
  { measure }: DrillDefinition,
  used: readonly Landmarks[],
  found: readonly Landmarks[],
  scale: number,
): AcceptedStart {
  const last = used.at(-1);
  const blazePose = medianPoints(found);
  const legSd = last?.legSd ?? null;
  return {
    network: measure.legsModel ?? '',
    believed: last?.legsFromNetwork ?? false,
    trunk: scale * pixelDistance(midJoint(blazePose, 'shoulder'), midJoint(blazePose, 'hip')),
    blazePose: legsOf(blazePose, scale),
    used: legsOf(medianPoints(used), scale),
    sd: legSd,
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

/** The page's side of this worker. */
export interface PicturesApi {
  /**
   * The start positions that the app accepts in a picture, at most one for each leg network.
   * @param picture its whole address
   */
  startsInPicture(picture: string): Promise<readonly AcceptedStart[]>;
}

async function startsInPicture(picture: string): Promise<readonly AcceptedStart[]> {
  const running = await (engine ??= startEngine());
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  running.remembering.forget();
  const frames = await heldFrames(bitmap);
  const scale = bitmap.width / (frames[0]?.measured.width ?? bitmap.width);
  const starts: AcceptedStart[] = [];
  for (const drill of TRIED) {
    for (const side of sidesOf(drill)) {
      const start = await tryStart(running, frames, drill, side, scale);
      if (!start) continue;
      starts.push(start);
      break;
    }
  }
  return starts;
}

const sidesOf = ({ bilateral }: DrillDefinition): readonly WorkingSide[] => (bilateral ? ['both'] : ['left', 'right']);

expose({ startsInPicture } satisfies PicturesApi);
