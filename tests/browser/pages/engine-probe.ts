import { transfer, wrap } from 'comlink';
import knownPictureUrl from '../../../workers/known-person.webp?url';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';
import type { EngineProbe, ProbeOptions } from './engine-probe.worker.ts';

const probe = wrap<EngineProbe>(new Worker(new URL('./engine-probe.worker.ts', import.meta.url), { type: 'module' }));

const bitmapOf = async (url: string) => createImageBitmap(await (await fetch(url)).blob());

/** Called by tests through `page.evaluate`. */
const engineProbe = {
  start: (backend: BackendName, size: ModelSize, options?: ProbeOptions) => probe.start(backend, size, options),
  release: (backend: BackendName) => probe.release(backend),
  tensors: () => probe.tensors(),
  estimate: async (url: string) => {
    const bitmap = await bitmapOf(url);
    return probe.estimate(transfer(bitmap, [bitmap]));
  },
  estimateKnownPicture: () => engineProbe.estimate(knownPictureUrl),
};

declare global {
  interface Window {
    engineProbe: typeof engineProbe;
  }
}
window.engineProbe = engineProbe;
