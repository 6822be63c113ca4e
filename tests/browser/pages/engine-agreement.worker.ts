import { expose } from 'comlink';
import manifest from '../../../models/manifest.json';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { activate } from '../../../workers/backend/backend.ts';
import { BlazePoseEngine, loadNetworks } from '../../../workers/blazepose/blazepose-engine.ts';
import { LANDMARK_SIDE } from '../../../workers/blazepose/landmark-decoding.ts';
import type { Region } from '../../../workers/blazepose/detection.ts';
import { FramePixels } from '../../../workers/pictures/frame-pixels.ts';
import { ModelSource, weightUrls } from '../../../workers/engine/model-source.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';
import { ReferenceEngine } from './reference-engine.ts';

/** What both engines find in a frame. Points: 33 × (x, y) in pixels of the model's picture; null without a person. */
export interface FoundByBoth {
  readonly ownPoints: readonly number[] | null;
  readonly referencePoints: readonly number[] | null;
  /** Offset from our points to those of the reference engine's pixel convention. */
  readonly toReference: readonly [x: number, y: number];
}

interface Engines {
  readonly own: BlazePoseEngine;
  readonly reference: ReferenceEngine;
}

let engines: Engines | null = null;
const pixels = new FramePixels();

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

const engineAgreement = {
  async start(backend: BackendName, size: ModelSize): Promise<void> {
    await activate(backend);
    const source = new ModelSource({ files: manifest.files, partBytes: manifest.partBytes, urls: weightUrls() });
    const own = new BlazePoseEngine(size, await loadNetworks(size, source));
    engines = { own, reference: await ReferenceEngine.create(size, source) };
  },
  begin(): void {
    engines?.own.reset();
    engines?.reference.reset();
  },
  async find(frame: ImageBitmap | VideoFrame): Promise<FoundByBoth> {
    if (!engines) throw new Error('call start first');
    const { own, reference } = engines;
    const { forModel } = await pixels.read(frame);
    const region = own.followed;
    return {
      ownPoints: pointsOf(await own.estimate(forModel)),
      referencePoints: pointsOf(await reference.estimate(forModel)),
      toReference: toReference(region ?? own.followed),
    };
  },
};

export type EngineAgreement = typeof engineAgreement;
expose(engineAgreement);
