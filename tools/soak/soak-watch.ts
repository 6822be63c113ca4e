import { ON_PURPOSE } from './soak-faults.ts';
import type { Browser, CDPSession, Page } from 'puppeteer-core';

/** A frame that was given to a worker cannot be closed any more when that worker dies. */
const UNCLOSED = /VideoFrame was garbage collected without being closed/;

/** What the console says about a request while the network is cut on purpose. */
const CUT_OFF = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED/;

/**
 * Listens to everything that a page, its workers and its service worker say and ask for.
 * @param origin of the app
 */
export function watchPage(browser: Browser, page: Page, origin: string) {
  const seen = {
    errors: [] as string[],
    consoleErrors: [] as string[],
    foreign: [] as string[],
    requests: 0,
    /** Frames of the camera that nobody closed. */
    unclosed: 0,
    /** Errors of requests are no complaint while this is true. */
    cutOff: false,
  };
  const note = (url: string) => {
    seen.requests += 1;
    if (!/^(blob|data):/.test(url) && new URL(url).origin !== origin) seen.foreign.push(url);
  };
  const noteRequests = async (client: CDPSession) => {
    client.on('Network.requestWillBeSent', ({ request }) => note(request.url));
    await client.send('Network.enable');
  };
  page.on('request', (request) => note(request.url()));
  page.on('workercreated', (worker) => {
    // A worker that ends at once takes its connection along.
    noteRequests(worker.client).catch(() => undefined);
  });
  browser.on('targetcreated', (target) => {
    if (!/^service_worker$/.test(target.type())) return;
    target
      .createCDPSession()
      .then(noteRequests)
      .catch(() => undefined);
  });
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!text.includes(ON_PURPOSE)) seen.errors.push(text);
  });
  // A page that asks before it is left is answered: leave.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  page.on('error', (error) => seen.errors.push(`the page crashed: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (UNCLOSED.test(text)) seen.unclosed += 1;
    else if (message.type() === 'error' && !text.includes(ON_PURPOSE) && !(seen.cutOff && CUT_OFF.test(text)))
      seen.consoleErrors.push(`${text} (${message.location().url ?? ''})`);
  });
  return seen;
}
