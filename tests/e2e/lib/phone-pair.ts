import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, PlaywrightWorkerArgs } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';
import { lanCertificate } from '../../../tools/build/lan-certificate.ts';
import { chromiumArgs } from '../../../tools/browser/find-chromium.ts';
import { THROTTLING_OFF } from '../../../tools/soak/app-browser.ts';
import { serveDist } from '../../../tools/browser/serve-dist.ts';
import { distFolder } from '../../../tools/shared/paths.mjs';
import { clip, SAFE } from './app.ts';
import { Tab } from './tabs.ts';

/** The app as `npm start -- --lan` serves it: to this computer, and over HTTPS to the phone; both here on this machine only. */
export async function lanSite() {
  const folder = mkdtempSync(join(tmpdir(), 'truehip-lan-'));
  const tls = await lanCertificate(['127.0.0.1'], { folder });
  const phone = await serveDist({ folder: distFolder, tls });
  const file = join(folder, 'phone-address.json');
  writeFileSync(file, JSON.stringify([phone.url]));
  const laptop = await serveDist({ folder: distFolder, also: { '/phone-address.json': file } });
  return {
    laptop: laptop.url,
    phone: phone.url,
    close: async () => {
      await Promise.all([laptop.close(), phone.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A browser whose pages may connect on this machine, as two machines do in a network, and in which hidden pages sleep. */
export const launchPair = (playwright: PlaywrightWorkerArgs['playwright']): Promise<Browser> =>
  playwright.chromium.launch({
    ...(process.env['TRUEHIP_CHROMIUM'] ? { executablePath: process.env['TRUEHIP_CHROMIUM'] } : {}),
    ignoreDefaultArgs: THROTTLING_OFF,
    args: [
      ...chromiumArgs,
      '--allow-loopback-in-peer-connection',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
      '--ignore-certificate-errors',
    ],
  });

/** Runs in both pages: keeps the connections that the app makes. */
function keepConnections(): void {
  const kept: { configuration: unknown; connection: RTCPeerConnection; channels: RTCDataChannel[] }[] = [];
  const watched = new Proxy(RTCPeerConnection, {
    construct(made, args) {
      const connection = Reflect.construct(made, args) as RTCPeerConnection;
      const channels: RTCDataChannel[] = [];
      const open = connection.createDataChannel.bind(connection);
      connection.createDataChannel = (...wish) => {
        const channel = open(...wish);
        channels.push(channel);
        return channel;
      };
      kept.push({ configuration: args[0], connection, channels });
      return connection;
    },
  });
  Object.assign(window, { RTCPeerConnection: watched, connections: kept });
}

/** Runs in the laptop's page: its camera is a canvas, in which a test holds a phone, or lets a person lie (`lieDown`). */
function canvasCamera(): void {
  const canvas = document.createElement('canvas');
  canvas.width = 960;
  canvas.height = 540;
  const context = canvas.getContext('2d');
  const view: { code: CanvasImageSource | null; person: HTMLVideoElement | null } = { code: null, person: null };
  const draw = (): void => {
    if (context === null) return;
    if (view.person !== null) {
      context.drawImage(view.person, 0, 0, 960, 540);
      return;
    }
    // A dim room with the noise of a cheap camera.
    context.filter = 'none';
    context.fillStyle = '#2a2622';
    context.fillRect(0, 0, 960, 540);
    if (view.code !== null) {
      context.save();
      context.translate(560, 300);
      // Tilted, and turned a little away.
      context.transform(1, 0.06, -0.1, 0.94, 0, 0);
      context.rotate((11 * Math.PI) / 180);
      context.fillStyle = '#000';
      context.fillRect(-95, -165, 190, 330);
      context.filter = 'brightness(0.45) contrast(0.8) blur(0.7px)';
      context.drawImage(view.code, -85, -85, 170, 170);
      context.restore();
    }
    for (let i = 0; i < 2500; i += 1) {
      context.fillStyle = `rgb(255 255 255 / ${0.06 * Math.random()})`;
      context.fillRect(960 * Math.random(), 540 * Math.random(), 3, 3);
    }
  };
  setInterval(draw, 66);
  Object.assign(window, { cameraView: view });
  navigator.mediaDevices.getUserMedia = async () => {
    draw();
    return canvas.captureStream(15);
  };
}

/**
 * Runs in the phone's page: a sensor that turns to and fro. Its beta tells the time: 1° is 100 ms of ten seconds. The clock of its events
 * is three hours ahead of the page's, as on an Android phone that has slept since it was switched on.
 */
function turningSensor(): void {
  setInterval(() => {
    if (document.hidden) return;
    const now = performance.timeOrigin + performance.now();
    const beta = ((now % 10_000) / 10_000) * 100;
    const event = new DeviceOrientationEvent('deviceorientation', { alpha: 0, beta, gamma: 0 });
    Object.defineProperty(event, 'timeStamp', { value: performance.now() + 10_800_000 });
    dispatchEvent(event);
  }, 16);
}

/** Runs in the phone's page: it lies on a belly that breathes, screen up, until a test turns it (`turnPhone`). */
export function wornSensor(): void {
  const turned = { tuck: 0, roll: 0 };
  const shown = { ...turned };
  Object.assign(window, { turned });
  setInterval(() => {
    if (document.hidden) return;
    // A pelvis takes about half a second for a turn.
    shown.tuck += 0.05 * (turned.tuck - shown.tuck);
    shown.roll += 0.05 * (turned.roll - shown.roll);
    const breath = Math.sin((2 * Math.PI * performance.now()) / 4000);
    dispatchEvent(
      new DeviceOrientationEvent('deviceorientation', { alpha: 0, beta: 0.8 * breath - shown.tuck, gamma: shown.roll }),
    );
  }, 16);
}

/** Turns a phone that is worn. Degrees: `tuck` lowers its upper edge, which points to the head, `roll` turns it about its length. */
export const turnPhone = (phone: Tab, turn: { readonly tuck?: number; readonly roll?: number }): Promise<void> =>
  phone.evaluate((now) => {
    Object.assign((window as unknown as { turned: object }).turned, now);
  }, turn);

/** Opens the app on the laptop, at the page of a drill. */
export async function openLaptop(browser: Browser, url: string, locale = 'en-GB'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block', locale });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.addInitScript(keepConnections);
  await page.addInitScript(canvasCamera);
  await page.goto(`${url}/`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate((safety) => document.querySelector('th-app')?.services.settings.change({ safety }), SAFE);
  await page.evaluate(() => (location.hash = '#/drill/supine-sleeper'));
  return page;
}

/** What a phone's camera reads off a part of a page. */
export async function readCode(page: Page, selector: string): Promise<string> {
  const picture = (await page.locator(selector).screenshot()).toString('base64');
  const { width, height, data } = await page.evaluate(async (png) => {
    const bitmap = await createImageBitmap(
      new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))], { type: 'image/png' }),
    );
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width: bitmap.width, height: bitmap.height, data: [...(pixels?.data ?? [])] };
  }, picture);
  return decodeQR({ width, height, data: Uint8ClampedArray.from(data) });
}

/** Opens what the code leads to, as a small upright phone. */
export async function openPhone(browser: Browser, url: string, sensor = turningSensor): Promise<Tab> {
  const tab = await Tab.open(browser, 'about:blank');
  await tab.send('Page.enable');
  for (const run of [keepConnections, sensor])
    await tab.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${run.toString()})()` });
  await tab.send('Emulation.setDeviceMetricsOverride', {
    width: 360,
    height: 640,
    deviceScaleFactor: 2,
    mobile: true,
  });
  await tab.send('Page.navigate', { url });
  await tab.until(() => document.querySelector('main h1') !== null, null);
  return tab;
}

/** The person taps the button. */
export const tap = (phone: Tab): Promise<void> =>
  phone.evaluate(() => document.querySelector<HTMLButtonElement>('main button')?.click(), null);

export const phoneSays = (phone: Tab): Promise<string> =>
  phone.evaluate(() => document.querySelector('main [role=status]')?.textContent ?? '', null);

/** Holds the phone's screen in front of the laptop's camera. */
export async function holdUp(phone: Tab, laptop: Page): Promise<void> {
  await phone.until(() => document.querySelector('main svg') !== null, null);
  const markup = await phone.evaluate(() => {
    const svg = document.querySelector('main svg');
    svg?.setAttribute('width', '400');
    svg?.setAttribute('height', '400');
    const text = svg === null || svg === undefined ? '' : new XMLSerializer().serializeToString(svg);
    svg?.removeAttribute('width');
    svg?.removeAttribute('height');
    return text;
  }, null);
  await showPicture(laptop, markup);
}

/** A picture on the phone's screen in front of the laptop's camera. @param svg its markup; light ground is added */
export const showPicture = (laptop: Page, svg: string): Promise<void> =>
  laptop.evaluate(async (markup) => {
    const canvas = document.createElement('canvas');
    canvas.width = 400;
    canvas.height = 400;
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 400, 400);
    const root = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
    const size = Number(root.getAttribute('viewBox')?.split(' ')[2]);
    context.scale(400 / size, 400 / size);
    context.fillStyle = '#000';
    const modules = new Path2D(root.querySelector('path')?.getAttribute('d') ?? '');
    context.clip(modules);
    context.fillRect(0, 0, size, size);
    (window as unknown as { cameraView: { code: CanvasImageSource | null } }).cameraView.code = canvas;
  }, svg);

/** The laptop's camera sees the still start of a set from now on. @param name of a clip, whose first 2.5 s repeat */
export const lieDown = (laptop: Page, name: string): Promise<void> =>
  laptop.evaluate(
    async (bytes) => {
      const video = document.createElement('video');
      const all = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      video.src = URL.createObjectURL(new Blob([all], { type: 'video/webm' }));
      video.muted = true;
      await video.play();
      const view = (window as unknown as { cameraView: { person: HTMLVideoElement | null; performs: boolean } })
        .cameraView;
      view.performs = false;
      const timer = setInterval(() => {
        if (view.performs) clearInterval(timer);
        else if (video.currentTime > 2.5) video.currentTime = 0;
      }, 50);
      view.person = video;
    },
    readFileSync(clip(name)).toString('base64'),
  );

/** Collects the samples that arrive at the laptop for a while. */
export const samplesFor = (laptop: Page, milliseconds: number) =>
  laptop.evaluate(async (wait) => {
    const link = document.querySelector('th-app')?.services.phoneNow;
    const got: { readonly time: number; readonly orientation: readonly number[] }[] = [];
    const end = link?.onSamples((samples) => got.push(...samples));
    await new Promise((done) => setTimeout(done, wait));
    end?.();
    return { samples: got, origin: performance.timeOrigin };
  }, milliseconds);

/** What the browser knows of the connections of a page. */
const wires = () => {
  const { connections } = window as unknown as {
    connections: { configuration: unknown; connection: RTCPeerConnection }[];
  };
  return connections.map(({ configuration, connection }) => ({
    configuration,
    ice: connection.iceConnectionState,
    servers: connection.getConfiguration().iceServers ?? [],
    candidates: [connection.localDescription, connection.remoteDescription].flatMap(
      (one) => one?.sdp.match(/^a=candidate:.*$/gm) ?? [],
    ),
  }));
};

export const laptopWires = (laptop: Page) => laptop.evaluate(wires);
export const phoneWires = (phone: Tab) => phone.evaluate(wires, null);

/** The process of a page: the one that works while the page is busy. */
export async function processOf(browser: Browser, page: Tab): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const times = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id, cpuTime }) => [id, cpuTime]));
  };
  const before = await times();
  await page.evaluate(() => {
    const until = performance.now() + 1500;
    while (performance.now() < until) Math.sqrt(until);
  }, null);
  const worked = [...(await times())].map(([id, time]) => ({ id, time: time - (before.get(id) ?? 0) }));
  await session.detach();
  return worked.toSorted((a, b) => b.time - a.time)[0]?.id ?? 0;
}
