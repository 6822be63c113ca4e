import { type Remote, transfer, wrap } from 'comlink';
import { openClip } from '../../../src/app/sources/clip-reader.ts';
import { measurementPlanFor } from '../../../src/app/session/set-plans.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import type { Milliseconds, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { BackendName, ModelSize } from '../../../workers/pose.api.ts';
import type { BenchFrame, MemoryMark, WholeFrame } from '../../../tools/bench/bench-report.mjs';
import type { FrameBench } from './frame-bench.worker.ts';

export interface PeerWorker {
  start(base: string, size: ModelSize): Promise<void>;
  /** Finds the person in a picture, which is closed. Resolves to the time that it took. */
  find(frame: ImageBitmap): Promise<Milliseconds>;
}

/** Address of each clip, by name. */
const CLIPS: Record<string, string> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(
      '../../clips/{supine-sleeper-clean-far,quadruped-band-ir-clean-high,ninety-ninety-pails-rails-lean-front}.webm',
      { query: '?url', import: 'default', eager: true },
    ),
  ).map(([path, url]) => [path.split('/').at(-1)?.replace('.webm', '') ?? path, url]),
);

const openTasks = () => new Worker(new URL('./tasks-bench.worker.ts', import.meta.url), { type: 'module' });

/** `width`: its pictures are scaled to it; absent: they have the clip's. */
const PEERS: Readonly<Record<string, { readonly open: () => Worker; readonly width?: number }>> = {
  human: { open: () => new Worker(new URL('./human-bench.worker.ts', import.meta.url), { type: 'module' }) },
  tasks: { open: openTasks },
  tasks640: { open: openTasks, width: 640 },
};

const bench = wrap<FrameBench>(new Worker(new URL('./frame-bench.worker.ts', import.meta.url), { type: 'module' }));
const peers = new Map<string, Remote<PeerWorker>>();

const copyOf = (frame: ImageBitmap | VideoFrame, width?: number): Promise<ImageBitmap> =>
  createImageBitmap(frame, width === undefined ? {} : { resizeWidth: width });
const shown = async (name: string) => {
  const drill = DRILLS.find(({ id }) => name.startsWith(id));
  const url = CLIPS[name];
  if (!drill || !url) throw new Error(`there is no clip "${name}"`);
  await bench.begin(measurementPlanFor(drill, 'left', 1.75));
  return openClip(url);
};

/** Everybody measures the frame, each the first in his turn, because the following ones find warm caches. */
async function inTurns(frame: ImageBitmap | VideoFrame, time: Seconds, turn: number): Promise<BenchFrame> {
  const bitmap = await copyOf(frame);
  const forRival = 'clone' in frame ? frame.clone() : await copyOf(frame);
  await bench.show(transfer({ frame: forRival, bitmap, time }, [forRival, bitmap]));
  const times: Record<'bare', Milliseconds> & Record<'poseDetection' | 'poseDetectionBitmap', Milliseconds | null> = {
    bare: 0,
    poseDetection: null,
    poseDetectionBitmap: null,
  };
  const others: Record<string, Milliseconds> = {};
  let whole: WholeFrame | null = null;
  const copies = new Map<string, ImageBitmap>();
  for (const name of peers.keys()) copies.set(name, await copyOf(frame, PEERS[name]?.width));
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
    ...[...peers].map(([name, peer]) => async () => {
      const copy = copies.get(name);
      if (copy) others[name] = await peer.find(transfer(copy, [copy]));
    }),
  ];
  for (let i = 0; i < jobs.length; i++) await jobs[(i + turn) % jobs.length]?.();
  if (!whole) throw new Error('the frame was not measured');
  return { ...times, whole, peers: others };
}

/** Called through `page.evaluate` by `npm run bench`. */
const frameBench = {
  clips: Object.keys(CLIPS),
  start: (backend: BackendName, size: ModelSize) => bench.start(backend, size),
  /** Starts a package whose files lie under `base`. */
  startPeer: async (name: string, base: string, size: ModelSize): Promise<void> => {
    const known = PEERS[name];
    if (!known) throw new Error(`there is no peer "${name}"`);
    const peer = wrap<PeerWorker>(known.open());
    await peer.start(base, size);
    peers.set(name, peer);
  },
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
  /** Shows a clip again and again, and counts the memory every `every` frames. */
  remember: async (name: string, frames: number, every: number): Promise<readonly MemoryMark[]> => {
    const marks: MemoryMark[] = [];
    let shownSoFar = 0;
    let start: Seconds = 0;
    while (shownSoFar < frames) {
      const clip = await (shownSoFar === 0 ? shown(name) : openClip(CLIPS[name] ?? ''));
      let last: Seconds = 0;
      for await (const { frame, time } of clip.frames()) {
        last = time;
        await bench.whole(transfer(frame, [frame]), start + time);
        shownSoFar++;
        if (shownSoFar % every === 0) marks.push({ frames: shownSoFar, ...(await bench.memory()), heap: await heap() });
        if (shownSoFar === frames) break;
      }
      clip.close();
      start += last + 0.1;
    }
    return marks;
  },
};

/** Bytes of the page and its workers after a collection. */
async function heap(): Promise<number | null> {
  const teller = performance as { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> };
  return (await teller.measureUserAgentSpecificMemory?.())?.bytes ?? null;
}

declare global {
  interface Window {
    frameBench: typeof frameBench;
  }
}
window.frameBench = frameBench;
