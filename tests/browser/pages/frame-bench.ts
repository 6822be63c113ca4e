import { transfer, wrap } from 'comlink';
import { openClip } from '../../../src/app/sources/clip-reader.ts';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import type { Milliseconds, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';
import type { BenchFrame, WholeFrame } from '../../../tools/bench/bench-report.ts';
import type { FrameBench } from './frame-bench.worker.ts';

/** Address of each clip, by name. */
const CLIPS: Record<string, string> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(
      '../../clips/{supine-sleeper-clean-far,quadruped-band-ir-clean-high,ninety-ninety-pails-rails-lean-front}.webm',
      { query: '?url', import: 'default', eager: true },
    ),
  ).map(([path, url]) => [path.split('/').at(-1)?.replace('.webm', '') ?? path, url]),
);

const bench = wrap<FrameBench>(new Worker(new URL('./frame-bench.worker.ts', import.meta.url), { type: 'module' }));

const shown = async (name: string) => {
  const drill = DRILLS.find(({ id }) => name.startsWith(id));
  const url = CLIPS[name];
  if (!drill || !url) throw new Error(`there is no clip "${name}"`);
  await bench.begin(measurementPlanFor(drill, 'left', 1.75));
  return openClip(url);
};

/** Everybody measures the frame, each the first in his turn, because the following ones find warm caches. */
async function inTurns(frame: ImageBitmap | VideoFrame, time: Seconds, turn: number): Promise<BenchFrame> {
  const bitmap = await createImageBitmap(frame);
  const forRival = 'clone' in frame ? frame.clone() : await createImageBitmap(frame);
  await bench.show(transfer({ frame: forRival, bitmap, time }, [forRival, bitmap]));
  const times: Record<'bare', Milliseconds> & Record<'poseDetection' | 'poseDetectionBitmap', Milliseconds | null> = {
    bare: 0,
    poseDetection: null,
    poseDetectionBitmap: null,
  };
  let whole: WholeFrame | null = null;
  const jobs: (() => Promise<void>)[] = [
    async () => {
      times.bare = await bench.bare();
    },
    async () => {
      whole = await bench.whole(transfer(frame, [frame]), time);
    },
    async () => {
      times.poseDetection = await bench.poseDetection();
    },
    async () => {
      times.poseDetectionBitmap = await bench.poseDetectionBitmap();
    },
  ];
  for (let i = 0; i < jobs.length; i++) await jobs[(i + turn) % jobs.length]?.();
  if (!whole) throw new Error('the frame was not measured');
  return { ...times, whole };
}

/** Called through `page.evaluate` by `npm run bench`. */
const frameBench = {
  clips: Object.keys(CLIPS),
  start: (backend: BackendName, size: ModelSize) => bench.start(backend, size),
  /**
   * Measures every `step`th frame of a clip, `count` at most; the app sees the others too, as in a set. The networks' worker does not
   * look at every frame, so its time is the mean since the last measured one.
   */
  run: async (name: string, step: number, count: number): Promise<readonly BenchFrame[]> => {
    const clip = await shown(name);
    const measured: BenchFrame[] = [];
    let [index, aside] = [0, 0];
    let measuring = false;
    for await (const { frame, time } of clip.frames()) {
      if (!measuring || ++index % step !== 0) {
        const whole = await bench.whole(transfer(frame, [frame]), time);
        aside = measuring ? aside + whole.aside : 0;
        ({ measuring } = whole);
        continue;
      }
      const { whole, ...others } = await inTurns(frame, time, measured.length);
      measured.push({ ...others, whole: { ...whole, aside: (aside + whole.aside) / step } });
      aside = 0;
      if (measured.length === count) break;
    }
    clip.close();
    return measured;
  },
};

declare global {
  interface Window {
    frameBench: typeof frameBench;
  }
}
window.frameBench = frameBench;
