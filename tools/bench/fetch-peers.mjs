import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../shared/paths.mjs';
import { PlainError } from '../shared/plain-error.mjs';
import { runNpm } from '../shared/run-command.mjs';
import { taskBundle } from './task-bundle.mjs';

/**
 * The packages that the app is compared with. They are no dependencies: `npm run bench` fetches them into `tests/out`, at these
 * versions. `@mediapipe/pose` has the networks for tasks-vision; `flatbuffers` and `fflate` make its bundle.
 */
const PACKAGES = {
  '@vladmandic/human': '3.3.6',
  '@mediapipe/tasks-vision': '1.1.0',
  '@mediapipe/pose': '0.5.1675469404',
  flatbuffers: '25.9.23',
  fflate: '0.8.3',
};

/** They make the bundle of tasks-vision. */
const HELPERS = ['flatbuffers', 'fflate'];

const folder = join(root, 'tests', 'out', 'bench-peers');

/** Names of the peers, with the version that is measured. */
export const PEERS = Object.freeze({
  human: `@vladmandic/human ${PACKAGES['@vladmandic/human']}`,
  tasks: `@mediapipe/tasks-vision ${PACKAGES['@mediapipe/tasks-vision']}`,
  tasks640: 'the same, on pictures 640 wide',
});

/** Installs the packages, unless they are there. No script of theirs runs. */
export async function fetchPeers() {
  const wanted = JSON.stringify({ private: true, dependencies: PACKAGES });
  const listed = join(folder, 'package.json');
  const isThere =
    existsSync(join(folder, 'node_modules', '.package-lock.json')) && (await readFile(listed, 'utf8')) === wanted;
  if (isThere) return;
  await mkdir(folder, { recursive: true });
  await writeFile(listed, wanted);
  const { status, output } = await runNpm(
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel', 'error'],
    { cwd: folder },
  );
  if (status !== 0) throw new PlainError(`The packages to compare with could not be fetched:\n${output}`);
  await writeFile(listed, wanted);
}

/**
 * Lays the files of the peers into the folder of a built page, as `peers/`.
 * @param {string} page
 * @param {string} size of the model
 */
export async function layOutPeers(page, size) {
  const packages = join(folder, 'node_modules');
  const fetched = createRequire(join(folder, 'package.json'));
  const to = join(page, 'peers');
  for (const part of ['human', 'tasks', 'weights']) await mkdir(join(to, part), { recursive: true });
  await copyFile(join(packages, '@vladmandic/human/dist/human.esm.js'), join(to, 'human/human.esm.js'));
  const wasm = join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist');
  for (const kind of ['', '-simd', '-threaded-simd'])
    await copyFile(join(wasm, `tfjs-backend-wasm${kind}.wasm`), join(to, `human/tfjs-backend-wasm${kind}.wasm`));
  await cp(join(root, 'models/weights'), join(to, 'weights'), { recursive: true });
  await copyFile(join(packages, '@mediapipe/tasks-vision/vision_bundle.mjs'), join(to, 'tasks/vision_bundle.mjs'));
  await cp(join(packages, '@mediapipe/tasks-vision/wasm'), join(to, 'tasks/wasm'), { recursive: true });
  // The packed assets are one file: the detector.
  const [detector, landmarks] = await Promise.all([
    readFile(join(packages, '@mediapipe/pose/pose_solution_packed_assets.data')),
    readFile(join(packages, `@mediapipe/pose/pose_landmark_${size}.tflite`)),
  ]);
  const [flatbuffers, fflate] = HELPERS.map((name) => fetched(name));
  const bundle = taskBundle({ detector, landmarks, flatbuffers, fflate });
  await writeFile(join(to, `tasks/pose_landmarker_${size}.task`), bundle);
}
