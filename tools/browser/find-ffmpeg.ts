import { EXIT, ExitError } from '../shared/exit-error.ts';
import { aptInstall, findProgram, type Search } from '../shared/find-program.ts';
import { runCommand } from '../shared/run-command.mjs';

/** Whether a file is an ffmpeg that starts and can write VP9. */
async function works(path: string): Promise<boolean> {
  const { status, output } = await runCommand(path, ['-hide_banner', '-encoders'], { timeoutSeconds: 30 });
  return status === 0 && output.includes('libvpx-vp9');
}

const FFMPEG = {
  variables: ['TRUEHIP_FFMPEG'],
  is: 'an ffmpeg that can write VP9',
  works,
  status: EXIT.noEncoder,
};

/**
 * Path of an ffmpeg that can write VP9. If there is none, one is installed. `TRUEHIP_FFMPEG` names one.
 * @throws {ExitError} when there is none and none can be installed
 */
export async function ensureFfmpeg(search: Search = {}): Promise<string> {
  const found = await findProgram(FFMPEG, {
    candidates: () => ['ffmpeg'],
    ways: [() => aptInstall('ffmpeg')],
    ...search,
  });
  if (found) return found;
  throw new ExitError(
    EXIT.noEncoder,
    'no ffmpeg that can write VP9 was found and none could be installed; install ffmpeg and run again, or name it in TRUEHIP_FFMPEG.',
  );
}

/**
 * Runs ffmpeg.
 * @param does what it does, as in "ffmpeg could not …"
 * @throws {ExitError} with its reason when it fails
 */
export async function runFfmpeg(ffmpeg: string, args: readonly string[], does: string, timeoutSeconds = 300) {
  const { status, output } = await runCommand(ffmpeg, ['-nostdin', '-y', '-v', 'error', ...args], { timeoutSeconds });
  if (status !== 0) throw new ExitError(EXIT.noEncoder, `ffmpeg could not ${does}: ${output.trim()}`);
}
