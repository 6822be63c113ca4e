import { transfer, wrap } from 'comlink';
import { openClip } from '../../../src/app/sources/clip-reader.ts';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';
import type { BenchFrame, EngineBench } from './engine-bench.worker.ts';

/** Address of each clip, by name. */
const CLIPS: Record<string, string> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(
      '../../clips/{supine-sleeper-clean-far,quadruped-band-ir-clean-high,ninety-ninety-pails-rails-lean-front}.webm',
      { query: '?url', import: 'default', eager: true },
    ),
  ).map(([path, url]) => [path.split('/').at(-1)?.replace('.webm', '') ?? path, url]),
);

const bench = wrap<EngineBench>(new Worker(new URL('./engine-bench.worker.ts', import.meta.url), { type: 'module' }));

/** Called through `page.evaluate` by own-engine.spec.ts and `npm run bench`. */
const engineBench = {
  clips: Object.keys(CLIPS),
  start: (backend: BackendName, size: ModelSize) => bench.start(backend, size),
  /** Measures every `step`th frame of a clip with every engine, `count` frames at most. */
  run: async (name: string, step: number, count: number): Promise<readonly BenchFrame[]> => {
    const drill = DRILLS.find(({ id }) => name.startsWith(id));
    const url = CLIPS[name];
    if (!drill || !url) throw new Error(`there is no clip "${name}"`);
    await bench.begin(measurementPlanFor(drill, 'left', 1.75));
    const clip = await openClip(url);
    const measured: BenchFrame[] = [];
    let index = 0;
    for await (const { frame, time } of clip.frames()) {
      if (index++ % step !== 0) frame.close();
      else measured.push(await bench.measure(transfer(frame, [frame]), time));
      if (measured.length === count) break;
    }
    clip.close();
    return measured;
  },
};

declare global {
  interface Window {
    engineBench: typeof engineBench;
  }
}
window.engineBench = engineBench;
