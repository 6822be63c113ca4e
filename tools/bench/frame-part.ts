import { withBuiltPage } from '../lab/lab-page.ts';
import type { Page } from 'playwright-core';
import type { BenchFrame } from './bench-report.ts';
import { say } from '../shared/progress.ts';

type Backend = 'wasm' | 'webgl' | 'webgpu';

type Size = 'lite' | 'full' | 'heavy';

/** What the page has as `window.frameBench`. */
interface FrameBench {
  clips: readonly string[];
  start: (backend: string, size: string) => Promise<void>;
  run: (clip: string, step: number, count: number) => Promise<readonly BenchFrame[]>;
}

type BenchWindow = typeof window & { frameBench: FrameBench };

/** The page `frame-bench`, built with the app's settings. */
const withFramePage = <T>(use: (page: Page) => Promise<T>): Promise<T> =>
  withBuiltPage(
    'tests/browser/pages/frame-bench.html',
    { ready: 'frameBench', called: 'the bench’s page' },
    ({ page }) => use(page),
  );

/** Every fifth frame is measured, so that the person moves between two frames. */
const STEP = 5;
/** The first measured frames warm the caches. */
const WARM_UP = 3;

/**
 * Every frame by everybody, in turns.
 * @param options.frames of each clip
 * @returns of all clips
 */
export async function measureFrames({
  size,
  backend,
  frames,
}: {
  size: Size;
  backend: Backend;
  frames: number;
}): Promise<readonly BenchFrame[]> {
  return withFramePage(async (page) => {
    const clips = await page.evaluate(
      async ([name, model]) => {
        const { frameBench } = window as BenchWindow;
        await frameBench.start(name, model);
        return [...frameBench.clips];
      },
      [backend, size] as const,
    );
    const measured: BenchFrame[] = [];
    for (const clip of clips) {
      say(`frames of ${clip}, ${size}`);
      const all = await page.evaluate(
        ([name, step, count]) => (window as BenchWindow).frameBench.run(name, step, count),
        [clip, STEP, frames + WARM_UP] as const,
      );
      measured.push(...all.slice(WARM_UP));
    }
    return measured;
  });
}
