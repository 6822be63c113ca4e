import { wrap } from 'comlink';
import type { PicturesApi } from './pictures.worker.ts';

/** The pipeline runs in a worker, as in the app: the pose model's threads start only there. */
const worker = wrap<PicturesApi>(new Worker(new URL('pictures.worker.ts', import.meta.url), { type: 'module' }));

Object.assign(window, {
  startsInPicture: (picture: string, only: Parameters<PicturesApi['startsInPicture']>[1]) =>
    worker.startsInPicture(new URL(picture, location.href).href, only),
});
