import { availableParallelism, loadavg } from 'node:os';
import { defineCommand, flag, oneOf, someOf, whole } from '../shared/command.ts';
import { liveFigures, liveTable } from './live-part.ts';
import { setsFigures, setsTable } from './sets-part.ts';
import { measureFrames } from './frame-part.ts';
import { frameTables } from './bench-report.ts';
import { writeMarked } from '../shared/written-files.ts';

const command = defineCommand({
  name: 'bench',
  about: `How fast the app is. Milliseconds are this machine's, so compare the ratios: each divides two times of the same frame, or of
the same run. The parts:

  frame     a whole frame beside the bare model and pose-detection
  live      readings a second before a camera, 640 and 1280 wide, and two sets of one visit
  sets      home and progress with 10,000 sets of three people, beside 100 of one`,
  options: {
    parts: someOf('A,B', 'some of the parts', ['frame', 'live', 'sets'], 'frame'),
    model: someOf('A,B', 'lite, full, heavy', ['lite', 'full', 'heavy'], 'full'),
    backend: oneOf('NAME', 'wasm, webgl or webgpu', ['wasm', 'webgl', 'webgpu'], 'wasm'),
    frames: whole('N', 'of each clip', 30),
    visits: whole('N', 'of each page with many sets', 5),
    write: flag('write the tables into docs/performance.md'),
  },
  more: 'Exit status: 0 done; 1 something unforeseen; 2 wrong use.',
});

type Wish = Exclude<ReturnType<typeof command.read>, 'help'>['values'];

const RUN: Readonly<Record<Wish['parts'][number], (wish: Wish) => Promise<readonly string[]>>> = {
  frame: frameRun,
  live: async ({ model: [model = 'full'] }) => liveTable(await liveFigures({ model })),
  sets: async ({ visits }) => setsTable(await setsFigures(visits)),
};

async function frameRun({ model: models, backend, frames }: Wish) {
  const lines: string[] = [];
  for (const size of models) {
    const all = await measureFrames({ size, backend, frames });
    lines.push(...(lines.length > 0 ? [''] : []), ...frameTables(all, `${size} on ${backend}`));
  }
  return lines;
}

/** `npm run bench`. */
export async function main(args: readonly string[]) {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  const wish = given.values;
  for (const part of wish.parts) {
    const before = loadavg()[0] ?? 0;
    const found = await RUN[part](wish);
    const machine = `${availableParallelism()} cores; load ${before.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after.`;
    const text = [...found, '', machine].join('\n');
    console.log(`\n${text}`);
    const marks = { begin: `<!-- bench:${part} -->`, end: `<!-- /bench:${part} -->` };
    if (wish.write) await writeMarked('docs/performance.md', [marks, text]);
  }
}
