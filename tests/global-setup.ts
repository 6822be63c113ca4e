import { ensureChromium, ensureHeadlessShell } from '../tools/browser/find-chromium.ts';
import { serveDist } from '../tools/browser/serve-dist.ts';

/**
 * Runs before the browser tests: finds a Chromium (`TRUEHIP_CHROMIUM`, `TRUEHIP_HEADLESS_SHELL`) and serves the built app on a free port
 * (`TRUEHIP_URL`). They are left in the environment. Returns the function that stops the server.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  process.env['TRUEHIP_CHROMIUM'] = await ensureChromium();
  process.env['TRUEHIP_HEADLESS_SHELL'] ??= (await ensureHeadlessShell()) ?? '';
  const server = await serveDist();
  process.env['TRUEHIP_URL'] = server.url;
  return server.close;
}
