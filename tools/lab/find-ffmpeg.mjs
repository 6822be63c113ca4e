import { aptInstall } from '../build/apt-install.mjs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { runCommand } from '../shared/run-command.mjs';

/**
 * Whether a file is an ffmpeg that starts and can write VP9.
 * @param {string} path
 */
async function encodesVp9(path) {
  const { status, output } = await runCommand(path, ['-hide_banner', '-encoders'], { timeoutSeconds: 30 });
  return status === 0 && output.includes('libvpx-vp9');
}

/**
 * Path of an ffmpeg that can write VP9. If there is none, one is installed. `TRUEHIP_FFMPEG` names one.
 * @param {object} [options] commands pass `say` at most; tests pass the others
 * @param {(line: string) => void} [options.say]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.usual] name or path to try
 * @param {(say: (line: string) => void) => Promise<void>} [options.bring]
 * @returns {Promise<string>}
 * @throws {ExitError} when there is none and none can be installed
 */
export async function ensureFfmpeg({
  say = (line) => console.error(`truehip: ${line}`),
  env = process.env,
  usual = 'ffmpeg',
  bring = (tell) => aptInstall('ffmpeg', tell),
} = {}) {
  const wanted = env['TRUEHIP_FFMPEG'];
  if (wanted) {
    if (await encodesVp9(wanted)) return wanted;
    throw new ExitError(
      EXIT.noEncoder,
      `TRUEHIP_FFMPEG names "${wanted}", which is not an ffmpeg that can write VP9; correct or unset it.`,
    );
  }
  if (await encodesVp9(usual)) return usual;
  await bring(say);
  if (await encodesVp9(usual)) return usual;
  throw new ExitError(
    EXIT.noEncoder,
    'no ffmpeg that can write VP9 was found and none could be installed; install ffmpeg and run again, or name it in TRUEHIP_FFMPEG.',
  );
}
