import { expose } from 'comlink';
import manifest from '../../../models/manifest.json';
import { FramePipeline } from '../../../src/instrument/frame-pipeline.ts';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import type { Milliseconds, Seconds } from '../../../src/instrument/geometry/units.ts';
import { activate } from '../../../workers/backend/backend.ts';
import { BlazePoseEngine } from '../../../workers/blazepose/blazepose-engine.ts';
import { LANDMARK_SIDE } from '../../../workers/blazepose/landmark-decoding.ts';
import { loadNetworks, type Networks } from '../../../workers/blazepose/networks.ts';
import type { Region } from '../../../workers/blazepose/region.ts';
import { FramePixels } from '../../../workers/pictures/frame-pixels.ts';
import { ModelSource, weightUrls } from '../../../workers/engine/model-source.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';
import { ReferenceEngine } from '../../../workers/engine/reference-engine.ts';

/** One frame, measured by every engine. Points: 33 × (x, y) in pixels of the model's picture; null without a person. */
export interface BenchFrame {
  readonly bare: Milliseconds;
  readonly own: Milliseconds;
  readonly reference: Milliseconds;
  readonly surface: Milliseconds;
  readonly fit: Milliseconds;
  readonly ownPoints: readonly number[] | null;
  readonly referencePoints: readonly number[] | null;
  /** Offset from our points to those of the reference engine's pixel convention. */
  readonly toReference: readonly [x: number, y: number];
}

interface Rivals {
  readonly networks: Networks;
  readonly own: BlazePoseEngine;
  readonly reference: ReferenceEngine;
}

let rivals: Rivals | null = null;
let pipeline: FramePipeline | null = null;
let turn = 0;
const pixels = new FramePixels();
const noise = Float32Array.from({ length: LANDMARK_SIDE * LANDMARK_SIDE * 3 }, (_, i) => (i % 251) / 251);

const timed = async <T>(job: () => Promise<T>): Promise<readonly [T, Milliseconds]> => {
  const start = performance.now();
  const result = await job();
  return [result, performance.now() - start];
};

/**
 * pose-detection puts pixel (x, y) at (x, y), in the crop and in the picture; its centre is half a pixel further. So
 * its points are off from ours by half a pixel of the crop less half a pixel of the picture.
 */
const toReference = (region: Region | null): readonly [number, number] => {
  if (!region) return [0, 0];
  const half = region.size / LANDMARK_SIDE / 2;
  const cos = Math.cos(region.rotation);
  const sin = Math.sin(region.rotation);
  return [half * (cos - sin) - 0.5, half * (sin + cos) - 0.5];
};

const pointsOf = (found: Landmarks | null) => found && Array.from(found.points);

const engineBench = {
  async start(backend: BackendName, size: ModelSize): Promise<void> {
    await activate(backend);
    const source = new ModelSource({ files: manifest.files, urls: weightUrls() });
    const networks = await loadNetworks(size, source);
    const own = new BlazePoseEngine(size, networks);
    rivals = { networks, own, reference: await ReferenceEngine.create(size, source) };
  },
  begin(plan: MeasurementPlan): void {
    rivals?.own.reset();
    rivals?.reference.reset();
    pipeline = new FramePipeline(plan, () => performance.now());
    pipeline.beginReferencePose();
  },
  /** The engines take turns at going first, because the following ones find warm caches. */
  async measure(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<BenchFrame> {
    if (!rivals || !pipeline) throw new Error('call start and begin first');
    const { networks, own, reference } = rivals;
    const { measured, forModel } = pixels.read(frame);
    const region = own.followed;
    const times = { bare: 0, own: 0, reference: 0 };
    let ours: Landmarks | null = null;
    let theirs: Landmarks | null = null;
    const jobs = [
      async () => {
        [, times.bare] = await timed(() => networks.landmarks(noise));
      },
      async () => {
        [ours, times.own] = await timed(() => own.estimate(forModel));
      },
      async () => {
        [theirs, times.reference] = await timed(() => reference.estimate(forModel));
      },
    ];
    for (let i = 0; i < jobs.length; i++) await jobs[(i + turn) % jobs.length]?.();
    turn++;
    const { timings } = await pipeline.read({
      time,
      picture: { width: measured.width, height: measured.height, rgba: new Uint8ClampedArray(measured.data) },
      startedAt: performance.now(),
      findPerson: async () => ({ landmarks: scaled(ours, measured.width / forModel.width), mask: null }),
    });
    return {
      ...times,
      surface: timings.surface,
      fit: timings.fit,
      ownPoints: pointsOf(ours),
      referencePoints: pointsOf(theirs),
      toReference: toReference(region ?? own.followed),
    };
  },
};

const scaled = (found: Landmarks | null, scale: number): Landmarks | null =>
  found && { ...found, points: found.points.map((position) => position * scale) };

export type EngineBench = typeof engineBench;
expose(engineBench);
