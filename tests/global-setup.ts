import { ensureChromium } from '../tools/browser/find-chromium.mjs';
import { serveDist } from '../tools/browser/serve-dist.mjs';

/**
 * Before the browser tests: a Chromium (`TRUEHIP_CHROMIUM`) and the built app served on a free port (`TRUEHIP_URL`), both
 * left in the environment for the config and the fixtures. Returns what stops the server.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  process.env['TRUEHIP_CHROMIUM'] = await ensureChromium();
  const server = await serveDist();
  process.env['TRUEHIP_URL'] = server.url;
  return server.close;
}
