/** @typedef {import('./soak-page.mjs').SoakHandle} SoakHandle */

/**
 * Where a fault happens.
 * @typedef {object} Scene
 * @property {import('puppeteer-core').Page} page
 * @property {import('puppeteer-core').CDPSession} client of the page
 * @property {string} origin
 * @property {() => number[]} processes of the browser
 * @property {() => number} chance from 0 to 1
 */

/**
 * A fault that begins, lasts some seconds and is over.
 * @typedef {object} Fault
 * @property {string} name
 * @property {(scene: Scene) => Promise<unknown>} begin
 * @property {(scene: Scene) => Promise<unknown>} [end] absent: nothing is to be mended
 */

/** Message of an error that is thrown on purpose. */
export const ON_PURPOSE = 'soak: thrown on purpose';

/** @param {Scene} scene @param {Partial<SoakHandle['view']>} to */
const show = ({ page }, to) =>
  page.evaluate((wanted) => {
    const { soak } = /** @type {{ soak: SoakHandle }} */ (/** @type {unknown} */ (window));
    Object.assign(soak.view, wanted);
  }, to);

/** @param {Scene} scene @param {Partial<SoakHandle['world']>} to */
const change = ({ page }, to) =>
  page.evaluate((wanted) => {
    const { soak } = /** @type {{ soak: SoakHandle }} */ (/** @type {unknown} */ (window));
    Object.assign(soak.world, wanted);
  }, to);

/** @param {Scene} scene @param {'endTrack' | 'devicesChanged' | 'mute' | 'hide'} what @param {boolean} [on] */
const act = ({ page }, what, on = true) =>
  page.evaluate(
    ([name, value]) => {
      const { soak } = /** @type {{ soak: SoakHandle }} */ (/** @type {unknown} */ (window));
      soak[name](value);
    },
    /** @type {const} */ ([what, on]),
  );

/** @param {Pick<Scene, 'page'>} scene */
export const poseWorker = ({ page }) => page.workers().find((worker) => worker.url().includes('pose.worker'));

/** @param {Scene} scene @param {NodeJS.Signals} signal */
function signalAll({ processes }, signal) {
  for (const pid of processes()) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/**
 * By the page's own connection: the browser library's switch also asks each worker, and waits for one that was killed.
 * @param {Scene} scene @param {boolean} offline
 */
const setOffline = ({ client }, offline) =>
  client.send('Network.emulateNetworkConditions', {
    offline,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });

const SIZES = [
  { width: 640, height: 360 },
  { width: 1280, height: 720 },
  { width: 540, height: 960 },
];
const HOUR = 3_600_000;
const JUMPS = [HOUR, -HOUR, 8760 * HOUR, -8760 * HOUR];

/** @type {readonly Fault[]} */
export const FAULTS = [
  {
    name: 'camera unplugged',
    begin: async (scene) => {
      await change(scene, { gone: true });
      await act(scene, 'endTrack');
      await act(scene, 'devicesChanged');
    },
    end: async (scene) => {
      await change(scene, { gone: false });
      await act(scene, 'devicesChanged');
    },
  },
  { name: 'track ended', begin: (scene) => act(scene, 'endTrack') },
  {
    name: 'camera muted',
    begin: (scene) => act(scene, 'mute', true),
    end: (scene) => act(scene, 'mute', false),
  },
  {
    name: 'permission withdrawn',
    begin: async (scene) => {
      await change(scene, { denied: true });
      await act(scene, 'endTrack');
    },
    end: (scene) => change(scene, { denied: false }),
  },
  {
    name: 'frozen picture',
    begin: (scene) => show(scene, { frozen: true }),
    end: (scene) => show(scene, { frozen: false }),
  },
  {
    name: 'another size',
    begin: (scene) => show(scene, SIZES[Math.floor(scene.chance() * SIZES.length)] ?? {}),
    end: (scene) => show(scene, { width: 960, height: 540 }),
  },
  {
    name: 'black picture',
    begin: (scene) => show(scene, { black: true }),
    end: (scene) => show(scene, { black: false }),
  },
  {
    name: 'one frame a second',
    begin: (scene) => show(scene, { interval: 1000 }),
    end: (scene) => show(scene, { interval: 33 }),
  },
  {
    name: 'worker throws',
    begin: async (scene) =>
      poseWorker(scene)?.evaluate((message) => {
        setTimeout(() => {
          throw new Error(message);
        });
      }, ON_PURPOSE),
  },
  { name: 'worker killed', begin: async (scene) => poseWorker(scene)?.close() },
  {
    name: 'tab hidden',
    begin: (scene) => act(scene, 'hide', true),
    end: (scene) => act(scene, 'hide', false),
  },
  {
    name: 'offline',
    begin: (scene) => setOffline(scene, true),
    end: (scene) => setOffline(scene, false),
  },
  {
    name: 'storage full',
    begin: ({ client, origin }) => client.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 }),
    end: ({ client, origin }) => client.send('Storage.overrideQuotaForOrigin', { origin }),
  },
  {
    name: 'clock jump',
    begin: (scene) => change(scene, { clockAhead: JUMPS[Math.floor(scene.chance() * JUMPS.length)] ?? HOUR }),
    end: (scene) => change(scene, { clockAhead: 0 }),
  },
  {
    name: 'browser asleep',
    begin: async (scene) => signalAll(scene, 'SIGSTOP'),
    end: async (scene) => signalAll(scene, 'SIGCONT'),
  },
];
