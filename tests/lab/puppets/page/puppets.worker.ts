import { expose } from 'comlink';
import { measurementPlanFor } from '../../../../src/app/session/set-plans.ts';
import { hipTestSeated } from '../../../../src/drills/hip-test/hip-test-seated.ts';
import { createFramePipeline, type FrameReader, NO_NETWORKS } from '../../../../src/instrument/frame-pipeline.ts';
import { landmarkAt } from '../../../../src/instrument/geometry/picture-points.ts';
import { medianOrNaN } from '../../../../src/instrument/geometry/statistics.ts';
import { otherSide, type Pixels, type Seconds, type Side } from '../../../../src/instrument/geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks, scaledLandmarks } from '../../../../src/instrument/input/landmarks.ts';
import type { Reading } from '../../../../src/instrument/output/reading.ts';
import { createEngineFactory } from '../../../../workers/engine/engine-factory.ts';
import { EngineLoader, type LoadedEngine } from '../../../../workers/engine/engine-loader.ts';
import { OrientationSearch } from '../../../../workers/engine/orientation-search.ts';
import { isMirrored } from '../../../../workers/engine/pose-instrument.ts';
import { FramePixels, fittedSize, LONGEST_SIDE } from '../../../../workers/pictures/frame-pixels.ts';
import { chanceOf } from '../../chance.ts';
import {
  type Place,
  type Source,
  SOURCES,
  type Take,
  type TakeFrame,
  type TakeReading,
} from '../../../../tools/scoring/puppet-take.mjs';

/** A still is shown as a camera would: swaying by a pixel, with the noise of a webcam. */
const SWAY: Pixels = 1;
const NOISE = 4;
/** Where the start's landmarks lie: the medians of so many frames before the leg moves. */
const MEDIAN_OF = 8;
const RATE = 6;

let engine: Promise<LoadedEngine> | null = null;
const startEngine = () =>
  new EngineLoader(createEngineFactory()).load({ model: 'full', backend: 'wasm', targetRate: RATE }, () => undefined);

/** Draws frames as a webcam shows them. */
class Camera {
  readonly #known = new Map<string, ImageBitmap>();
  readonly #pixels = new FramePixels();
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #context = this.#canvas.getContext('2d', { willReadFrequently: true, alpha: false });
  readonly #between = chanceOf('webcam').between;
  readonly #isLively: boolean;

  constructor(isLively: boolean) {
    this.#isLively = isLively;
  }

  swayAt(index: number): Place {
    return this.#isLively ? [SWAY * Math.sin(index / 2), SWAY * Math.cos(index / 3)] : [0, 0];
  }

  async show({ picture }: TakeFrame, index: number) {
    const bitmap = this.#known.get(picture) ?? (await createImageBitmap(await (await fetch(picture)).blob()));
    this.#known.set(picture, bitmap);
    const { width, height } = fittedSize(bitmap, LONGEST_SIDE);
    if (!this.#context) throw new Error('no 2D canvas in this browser');
    if (this.#canvas.width !== width) Object.assign(this.#canvas, { width, height });
    this.#context.imageSmoothingQuality = 'medium';
    this.#context.drawImage(bitmap, ...this.swayAt(index), width, height);
    const drawn = this.#context.getImageData(0, 0, width, height);
    if (this.#isLively) {
      for (let i = 0; i < drawn.data.length; i++) {
        if (i % 4 !== 3) drawn.data[i] = (drawn.data[i] ?? 0) + this.#between(-NOISE, NOISE);
      }
    }
    const { measured, forModel } = await this.#pixels.read(await createImageBitmap(drawn));
    return { measured, forModel, scale: bitmap.width / width };
  }
}

/** The landmarks of the start, and where they truly are later. */
class TruePlaces {
  readonly #held: Float64Array[] = [];
  #start: number[] | null = null;
  readonly #side: Side;

  constructor(side: Side) {
    this.#side = side;
  }

  hold({ points }: Landmarks, sway: Place): void {
    this.#held.push(Float64Array.from(points, (v, i) => v - (sway[i % 2] ?? 0)));
  }

  /** @param ankle its true way since the start, pixels of the measured picture */
  landmarks(found: Landmarks, source: Source, ankle: Place, sway: Place): Landmarks {
    if (source === 'app') return found;
    const held = this.#held.slice(-MEDIAN_OF);
    this.#start ??= Array.from(found.points, (_, i) => medianOrNaN(held.map((frame) => frame[i] ?? 0)));
    const start = this.#start;
    const joints = JOINT_LANDMARKS[this.#side];
    const points = found.points.slice();
    const isReplaced = (landmark: number) => source === 'exact' || landmark === joints[source];
    points.forEach((_, i) => {
      const landmark = Math.floor(i / 2);
      if (!isReplaced(landmark)) return;
      points[i] = (start[i] ?? 0) + (sway[i % 2] ?? 0) + (landmark === joints.ankle ? (ankle[i % 2] ?? 0) : 0);
    });
    return { ...found, points };
  }
}

async function readTake({ side, height, lively, frames }: Take): Promise<TakeReading[]> {
  const { engine: model } = await (engine ??= startEngine());
  model.reset();
  const plan = measurementPlanFor(hipTestSeated, side, height);
  const search = new OrientationSearch(model, isMirrored(plan, null, false));
  const camera = new Camera(lively);
  const places = new TruePlaces(side);
  const readers = SOURCES.map((source): readonly [Source, FrameReader] => [
    source,
    createFramePipeline(plan, () => performance.now(), NO_NETWORKS),
  ]);
  for (const [, reader] of readers) reader.beginReferencePose();
  const readings: TakeReading[] = [];
  for (const [index, frame] of frames.entries()) {
    const { measured, forModel, scale } = await camera.show(frame, index);
    const inModel = await search.find(forModel);
    const found = inModel && scaledLandmarks(inModel, measured.width / forModel.width);
    const sway = camera.swayAt(index);
    if (found && !frame.ankle) places.hold(found, sway);
    const moved = (frame.ankle ?? [0, 0]).map((v) => v / scale) as [Pixels, Pixels];
    const read = async ([source, reader]: readonly [Source, FrameReader]) => {
      const landmarks = found && frame.ankle ? places.landmarks(found, source, moved, sway) : found;
      const findPerson = async () => ({ landmarks, mask: null });
      return reader.read({ time: frame.time, picture: measured, startedAt: performance.now(), findPerson });
    };
    const all = new Map<Source, Reading>();
    for (const one of readers) all.set(one[0], await read(one));
    if (found) search.judge(all.get('app')?.person.seen ?? false);
    readings.push(readingOf(all, frame.time, side, found && legOf(found, side, scale, sway)));
  }
  return readings;
}

function readingOf(all: ReadonlyMap<Source, Reading>, time: Seconds, side: Side, leg: TakeReading['leg']): TakeReading {
  const of = (source: Source, which: Side) => {
    const body = all.get(source)?.body ?? null;
    return body?.valid ? body.leg[which] : null;
  };
  const turn = (source: Source) => of(source, side)?.internalRotation ?? null;
  return {
    time,
    turn: { app: turn('app'), knee: turn('knee'), ankle: turn('ankle'), exact: turn('exact') },
    other: of('app', otherSide(side))?.internalRotation ?? null,
    leg,
    bend: of('app', side)?.knee?.value ?? null,
  };
}

function legOf({ points }: Landmarks, side: Side, scale: number, sway: Place): NonNullable<TakeReading['leg']> {
  const at = (joint: 'hip' | 'knee' | 'ankle'): Place => {
    const [x, y] = landmarkAt(points, JOINT_LANDMARKS[side][joint]);
    return [(x - sway[0]) * scale, (y - sway[1]) * scale];
  };
  return { hip: at('hip'), knee: at('knee'), ankle: at('ankle') };
}

/** The page's side of this worker. */
export interface PuppetsApi {
  /** What the app reads in each frame of a take. */
  readTake(take: Take): Promise<readonly TakeReading[]>;
}

expose({ readTake } satisfies PuppetsApi);
