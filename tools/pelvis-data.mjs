import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './build/ensure-installed.mjs';
import { withExitStatus } from './shared/exit-error.mjs';
import { buildForNode } from './lab/lab-builds.mjs';
import { labCache, labTools } from './lab/lab-parts.mjs';
import { nodeIsSupported } from './shared/node-version.mjs';
import { runTool } from './shared/plain-error.mjs';
import { progressLine } from './shared/progress-line.mjs';

const HELP = `npm run pelvis-data -- --drill ID --out FOLDER [options]

Renders what the pelvis networks are trained with: crops of random people in random moments of a drill, round the pelvis, with what
it does. What an earlier run has painted into the same folder stays.

  --drill ID     supine-sleeper, quadruped-band-ir or ninety-ninety-pails-rails; their -side;
                 quadruped-band-ir-dark, ninety-ninety-pails-rails-wide (both legs in the window)
  --out FOLDER   where the crops go
  --scenes N     people, each with 25 crops      (150)
  --first N      number of the first one         (0)
  --seed N       other people with every seed    (1)
  --drawn N      bodies drawn beside the nine    (0)`;

/** @param {string} code */
async function bundle(code) {
  const outDir = join(labCache, `pelvis-${code}-${process.pid}`);
  await buildForNode('tests/lab/pelvis-net/main.ts', outDir);
  return import(pathToFileURL(join(outDir, 'main.mjs')).href);
}

/** @param {readonly string[]} args */
async function renderData(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      drill: { type: 'string', default: 'supine-sleeper' },
      out: { type: 'string', default: 'pelvis-data' },
      scenes: { type: 'string', default: '150' },
      first: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      drawn: { type: 'string', default: '0' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const { say, show, clear } = progressLine();
  await ensureInstalled({ say });
  mkdirSync(labCache, { recursive: true });
  const { bundleSubject } = await import('./lab/bundle-subject.mjs');
  const { code, stageFolder } = await bundleSubject(labCache, say);
  const { renderPelvisData } = await bundle(code);
  const tools = await labTools({ code, stageFolder, say, show });
  try {
    const { drill, out } = values;
    const [scenes, first, seed, drawn] = [values.scenes, values.first, values.seed, values.drawn].map(Number);
    await renderPelvisData({ drill, scenes, first, seed, drawn, out: resolve(out) }, tools);
  } finally {
    clear();
  }
}

if (nodeIsSupported()) void runTool(() => withExitStatus(() => renderData(process.argv.slice(2))));
