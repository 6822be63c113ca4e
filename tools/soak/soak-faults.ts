import { setTimeout as wait } from 'node:timers/promises';
import type { SoakHandle } from './soak-page.ts';
import type { CDPSession, Page } from 'puppeteer-core';

/** Where a fault happens. */
export interface Scene {
  page: Page;
  /** Of the page. */
  client: CDPSession;
  origin: string;
  /** Of the browser. */
  processes: () => number[];
  /** From 0 to 1. */
  chance: () => number;
}

/** A fault that begins, lasts some seconds and is over. */
export interface Fault {
  name: string;
  begin: (scene: Scene) => Promise<unknown>;
  /** Absent: nothing is to be mended. */
  end?: (scene: Scene) => Promise<unknown>;
}

/** Milliseconds in which a worker that lives answers, also on a busy machine. */
const ANSWERS_WITHIN = 10_000;

/** Message of an error that is thrown on purpose. */
export const ON_PURPOSE = 'soak: thrown on purpose';

const show = ({ page }: Scene, to: Partial<SoakHandle['view']>) =>
  page.evaluate((wanted) => {
    const { soak } = window as unknown as { soak: SoakHandle };
    Object.assign(soak.view, wanted);
  }, to);

const change = ({ page }: Scene, to: Partial<SoakHandle['world']>) =>
  page.evaluate((wanted) => {
    const { soak } = window as unknown as { soak: SoakHandle };
    Object.assign(soak.world, wanted);
  }, to);

const act = ({ page }: Scene, what: 'endTrack' | 'devicesChanged' | 'mute' | 'hide' | 'silence', on: boolean = true) =>
  page.evaluate(
    ([name, value]) => {
      const { soak } = window as unknown as { soak: SoakHandle };
      soak[name](value);
    },
    [what, on] as const,
  );

export const poseWorker = ({ page }: Pick<Scene, 'page'>) =>
  page.workers().find((worker) => worker.url().includes('pose.worker'));

function signalAll({ processes }: Scene, signal: NodeJS.Signals) {
  for (const pid of processes()) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  }
}

/** By the page's own connection: the browser library's switch also asks each worker, and waits for one that was killed. */
const setOffline = ({ client }: Scene, offline: boolean) =>
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

export const FAULTS: readonly Fault[] = [
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
    begin: async (scene) => {
      const thrown = poseWorker(scene)?.evaluate((message) => {
        setTimeout(() => {
          throw new Error(message);
        });
      }, ON_PURPOSE);
      // A worker that the app has just ended never answers.
      return Promise.race([thrown?.catch(() => null), wait(ANSWERS_WITHIN)]);
    },
  },
  { name: 'worker killed', begin: async (scene) => poseWorker(scene)?.close() },
  {
    name: 'tab hidden',
    begin: (scene) => act(scene, 'hide', true),
    end: (scene) => act(scene, 'hide', false),
  },
  {
    name: 'sound taken away',
    begin: (scene) => act(scene, 'silence', true),
    end: (scene) => act(scene, 'silence', false),
  },
  {
    name: 'voice fails',
    begin: (scene) => change(scene, { dumb: true }),
    end: (scene) => change(scene, { dumb: false }),
  },
  {
    name: 'page frozen',
    begin: ({ client }) => client.send('Page.setWebLifecycleState', { state: 'frozen' }),
    end: async ({ client, page }) => {
      await client.send('Page.setWebLifecycleState', { state: 'active' });
      // A page that was frozen stays hidden, and draws nothing, until it comes to the front again.
      const other = await page.browser().newPage();
      await other.bringToFront();
      await other.close();
      await page.bringToFront();
    },
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
