import { version_core } from '@tensorflow/tfjs-core';
import manifest from '../../models/manifest.json';
import { activate, BACKENDS, isWasmServed, release, threadsOf, whyNotTry } from '../backend/backend.ts';
import { BlazePoseEngine } from '../blazepose/blazepose-engine.ts';
import { codedError } from '../coded-error.ts';
import type { EngineFactory, LoadableEngine } from './engine-loader.ts';
import { FramePixels } from '../pictures/frame-pixels.ts';
import { disagreement, type KnownAnswer } from './known-answer.ts';
import knownAnswer from '../known-person.json';
import knownPictureUrl from '../known-person.webp?url';
import { ModelSource, weightUrls } from './model-source.ts';
import type { ModelSize } from '../pose.api.ts';

/** The factory of the app: TensorFlow.js, the weights of this build, and the built-in picture with its known answer. */
export const createEngineFactory = (): EngineFactory => {
  const source = new ModelSource({ files: manifest.files, partBytes: manifest.partBytes, urls: weightUrls() });
  let picture: Promise<ImageData> | null = null;
  const knownPicture = () => {
    if (picture === null) {
      picture = loadKnownPicture();
      // A failure is not kept: the next attempt loads it again.
      picture.catch(() => (picture = null));
    }
    return picture;
  };
  return {
    backends: BACKENDS,
    isolated: globalThis.crossOriginIsolated,
    whyNotTry,
    isWasmServed,
    activate,
    release,
    threadsOf,
    now: () => performance.now(),
    version: (size) => `tfjs ${version_core}, BlazePose ${size} ${source.fingerprint(size)}, own engine`,
    fetchWeights: (size, onProgress) => {
      void knownPicture();
      return source.prepare(['detector', size], onProgress);
    },
    build: async (size) => withKnownPicture(await BlazePoseEngine.create(size, source), await knownPicture()),
  };
};

const withKnownPicture = (engine: BlazePoseEngine, picture: ImageData): LoadableEngine => ({
  size: engine.size,
  estimate: (image, withMask) => engine.estimate(image, withMask),
  get mask() {
    return engine.mask;
  },
  peopleIn: engine.peopleIn.bind(engine),
  reset: () => engine.reset(),
  dispose: () => engine.dispose(),
  check: async () => {
    engine.reset();
    return disagreement(await engine.estimate(picture), expectedPoints(engine.size));
  },
  frame: async () => {
    await engine.estimate(picture);
  },
});

const expectedPoints = (size: ModelSize): readonly number[] => (knownAnswer satisfies KnownAnswer).points[size];

const loadKnownPicture = async (): Promise<ImageData> => {
  const response = await fetch(knownPictureUrl);
  if (!response.ok) throw codedError('weights-missing', `the known picture: ${response.status}`);
  const { forModel } = await new FramePixels().read(await createImageBitmap(await response.blob()));
  return forModel;
};
