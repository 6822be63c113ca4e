import { wrap } from 'comlink';
import type { Take } from '../../../../tools/scoring/puppet-take.mjs';
import type { PuppetsApi } from './puppets.worker.ts';

/** The pipeline runs in a worker, as in the app: the pose model's threads start only there. */
const worker = wrap<PuppetsApi>(new Worker(new URL('puppets.worker.ts', import.meta.url), { type: 'module' }));

Object.assign(window, {
  readTake: (take: Take) =>
    worker.readTake({
      ...take,
      frames: take.frames.map((frame) => ({ ...frame, picture: new URL(frame.picture, location.href).href })),
    }),
});
