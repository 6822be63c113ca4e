import { availableParallelism, loadavg } from 'node:os';
import { withBuiltPage } from '../browser/built-page.ts';
import { defineCommand, flag, oneOf } from '../shared/command.ts';
import { say } from '../shared/progress.ts';
import { writeMarked } from '../shared/written-files.ts';
import { type BenchFrame, frameTables } from './bench-report.ts';

const command = defineCommand({
  name: 'bench',
  about: `How fast the app measures a frame, beside the bare model and pose-detection. Milliseconds are this machine's, so compare the
ratios: each divides two times of the same frame.`,
  options: {
    model: oneOf('SIZE', 'lite, full or heavy', ['lite', 'full', 'heavy'], 'full'),
    backend: oneOf('NAME', 'wasm, webgl or webgpu', ['wasm', 'webgl', 'webgpu'], 'wasm'),
    write: flag('write the tables into docs/performance.md'),
  },
  more: 'Exit status: 0 done; 1 something unforeseen; 2 wrong use.',
});

/** Of each clip. */
const FRAMES = 30;
/** Every fifth frame is measured, so that the person moves between two frames. */
const STEP = 5;
/** The first measured frames warm the caches. */
const WARM_UP = 3;
const MARKS = { begin: '<!-- bench:frame -->', end: '<!-- /bench:frame -->' };

/** What the page `frame-bench` has as `window.frameBench`. */
type BenchWindow = typeof window & {
  frameBench: {
    clips: readonly string[];
    start: (backend: string, size: string) => Promise<void>;
    run: (clip: string, step: number, count: number) => Promise<readonly BenchFrame[]>;
  };
};

/** Every frame by everybody, in turns. @returns of all clips */
const measureFrames = (backend: string, size: string): Promise<readonly BenchFrame[]> =>
  withBuiltPage(
    'tests/browser/pages/frame-bench.html',
    { ready: 'frameBench', called: 'the bench’s page' },
    async ({ page }) => {
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
        say(`frames of ${clip}`);
        const all = await page.evaluate(
          ([name, step, count]) => (window as BenchWindow).frameBench.run(name, step, count),
          [clip, STEP, FRAMES + WARM_UP] as const,
        );
        measured.push(...all.slice(WARM_UP));
      }
      return measured;
    },
  );

/** `npm run bench`. */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const { model, backend, write } = given.values;
  const before = loadavg()[0] ?? 0;
  const tables = frameTables(await measureFrames(backend, model), `${model} on ${backend}`);
  const machine = `${availableParallelism()} cores; load ${before.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after.`;
  const text = [...tables, '', machine].join('\n');
  console.log(text);
  if (write) await writeMarked('docs/performance.md', [MARKS, text]);
}
