import { aptInstall } from '../build/apt-install.mjs';
import { EXIT, ExitError } from '../shared/exit-error.mjs';
import { runCommand } from '../shared/run-command.mjs';

const NEEDED = 'import numpy, cv2; cv2.xphoto.inpaint; print("opencv", cv2.__version__)';

/** @param {string} python */
async function hasOpenCv(python) {
  const { status } = await runCommand(python, ['-c', NEEDED], { timeoutSeconds: 60 });
  return status === 0;
}

/**
 * Path of a Python 3 with NumPy and OpenCV with its contrib part. If there is none, one is installed. `TRUEHIP_PYTHON` names one.
 * @param {object} [options] commands pass `say` at most; tests pass the others
 * @param {(line: string) => void} [options.say]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {readonly string[]} [options.usual] names or paths to try
 * @param {(say: (line: string) => void) => Promise<void>} [options.bring]
 * @returns {Promise<string>}
 * @throws {ExitError} when there is none and none can be installed
 */
export async function ensureOpenCv({
  say = (line) => console.error(`truehip: ${line}`),
  env = process.env,
  usual = ['python3', '/usr/bin/python3'],
  bring = (tell) => aptInstall('python3-opencv', tell),
} = {}) {
  const wanted = env['TRUEHIP_PYTHON'];
  if (wanted) {
    if (await hasOpenCv(wanted)) return wanted;
    throw new ExitError(
      EXIT.noAssets,
      `TRUEHIP_PYTHON names "${wanted}", which is not a Python 3 with numpy and OpenCV's contrib part; correct or unset it.`,
    );
  }
  for (const isAgain of [false, true]) {
    if (isAgain) await bring(say);
    for (const python of usual) if (await hasOpenCv(python)) return python;
  }
  throw new ExitError(
    EXIT.noAssets,
    'no Python 3 with numpy and OpenCV (with its contrib part) was found and none could be installed; run "pip install opencv-contrib-python" or install python3-opencv, or name a Python in TRUEHIP_PYTHON.',
  );
}
