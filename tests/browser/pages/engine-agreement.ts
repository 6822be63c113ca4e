import { transfer, wrap } from 'comlink';
import { openClip } from '../../../src/app/sources/clip-reader.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';
import type { EngineAgreement, FoundByBoth } from './engine-agreement.worker.ts';

/** Address of each clip, by name. */
const CLIPS: Record<string, string> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(
      '../../clips/{supine-sleeper-clean-far,quadruped-band-ir-clean-high,ninety-ninety-pails-rails-lean-front}.webm',
      { query: '?url', import: 'default', eager: true },
    ),
  ).map(([path, url]) => [path.split('/').at(-1)?.replace('.webm', '') ?? path, url]),
);

const engines = wrap<EngineAgreement>(
  new Worker(new URL('./engine-agreement.worker.ts', import.meta.url), { type: 'module' }),
);

/** Called through `page.evaluate` by own-engine.spec.ts. */
const engineAgreement = {
  start: (backend: BackendName, size: ModelSize) => engines.start(backend, size),
  /** Shows every `step`th frame of a clip to both engines, `count` frames at most. */
  run: async (name: string, step: number, count: number): Promise<readonly FoundByBoth[]> => {
    const url = CLIPS[name];
    if (!url) throw new Error(`there is no clip "${name}"`);
    await engines.begin();
    const clip = await openClip(url);
    const found: FoundByBoth[] = [];
    let index = 0;
    for await (const { frame } of clip.frames()) {
      if (index++ % step !== 0) frame.close();
      else found.push(await engines.find(transfer(frame, [frame])));
      if (found.length === count) break;
    }
    clip.close();
    return found;
  },
};

declare global {
  interface Window {
    engineAgreement: typeof engineAgreement;
  }
}
window.engineAgreement = engineAgreement;
