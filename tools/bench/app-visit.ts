import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDist } from '../browser/serve-dist.ts';
import { root } from '../shared/paths.mjs';
import * as steps from '../soak/app-browser.ts';

/** What the camera shows: a set of 23 s at its own speed, again and again. So the person never lies still for long. */
const CLIP = join(root, 'tests', 'clips', 'supine-sleeper-clean-far.webm');

/** The drill of the sets that are measured: the one that the camera shows. */
export const DRILL = 'supine-sleeper';

type AppBrowser = typeof steps;

type OpenBrowser = Awaited<ReturnType<AppBrowser['openBrowser']>>;

export interface AppVisit {
  /** Of the served app. */
  url: string;
  /** What a person does in it. */
  steps: AppBrowser;
  /** A browser, always with the same profile. */
  open: (camera?: Partial<Parameters<AppBrowser['openBrowser']>[0]>) => Promise<OpenBrowser>;
}

/** Serves the built app for browsers with a profile of their own, and takes everything away again. */
export async function visitApp<T>(work: (visit: AppVisit) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'truehip-bench-app-'));
  const server = await serveDist();
  const browsers: OpenBrowser[] = [];
  try {
    return await work({
      url: server.url,
      steps,
      open: async (camera = {}) => {
        const open = await steps.openBrowser({ profile, clip: CLIP, ...camera });
        browsers.push(open);
        return open;
      },
    });
  } finally {
    for (const open of browsers) await open.kill();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
