import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type * as Mediabunny from 'mediabunny';
import type { Page } from 'playwright-core';
import { root } from '../shared/paths.mjs';
import { openPage } from './open-page.ts';

type MediabunnyModule = typeof Mediabunny;

const out = join(root, 'tests', 'out', 'fake-camera');
const mediabunny = join(root, 'node_modules', 'mediabunny', 'dist', 'bundles', 'mediabunny.min.cjs');

/** Frames a second at which Chromium plays an MJPEG file as a camera, independent of the clip. */
const CAMERA_RATE = 30;

/**
 * JPEG has brightness 0…255, but Chromium reads its fake camera as 16…235 and stretches it: black leggings of 18 became
 * 1. This overlay compresses each picture from 0…255 to 16…235 beforehand.
 */
const NARROWING = 'rgb(113 113 113 / 14.1%)';

/**
 * An address without a server: the command answers it. WebCodecs needs a secure address, and `localhost` counts as one.
 */
const PAGE = 'http://localhost/fake-camera';

/**
 * Flags with which Chromium has one camera, which plays a clip and needs no permission.
 * @param clip path
 * @param until repeats only this many seconds of it
 */
export const cameraArgs = async (clip: string, until?: number) => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${await fakeCameraFile(clip, until)}`,
];

/**
 * The clip as an MJPEG file for `--use-file-for-fake-video-capture`, made once and kept under `tests/out`. Chromium
 * decodes it, so no other program is needed; a clip whose codec it lacks (H.264 in Playwright's own build) rejects.
 * @param clip path; an MJPEG file is played as it is
 * @param until seconds
 * @returns path
 */
export async function fakeCameraFile(clip: string, until: number = Number.MAX_SAFE_INTEGER): Promise<string> {
  if (clip.endsWith('.mjpeg')) return clip;
  const length = until === Number.MAX_SAFE_INTEGER ? '' : `-${until}s`;
  const bytes = readFileSync(clip);
  const hash = createHash('sha256').update(bytes).update(NARROWING).digest('hex').slice(0, 12);
  const file = join(out, `${basename(clip).replace(/\.\w+$/, '')}${length}-${hash}.mjpeg`);
  if (existsSync(file)) return file;
  await mkdir(out, { recursive: true });
  const half = `${file}.${process.pid}`;
  await inPage(bytes, half, (page) =>
    page.evaluate(decodeToJpegs, { rate: CAMERA_RATE, narrowing: NARROWING, last: until }),
  );
  await rename(half, file);
  return file;
}

/**
 * @param convert decodes the clip in a page that has `Mediabunny` and the function `keepFrame`, which takes a picture and how often it
 * is shown
 */
async function inPage(bytes: Buffer, file: string, convert: (page: Page) => Promise<void>) {
  const { page, close } = await openPage();
  const sink = await open(file, 'w');
  try {
    await page.route('**/*', (route) =>
      route.request().url().endsWith('/clip')
        ? route.fulfill({ body: bytes, contentType: 'application/octet-stream' })
        : route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }),
    );
    await page.goto(PAGE);
    await page.addScriptTag({ path: mediabunny });
    await page.exposeFunction('keepFrame', async (jpeg: string, repeats: number) => {
      const picture = Buffer.from(jpeg, 'base64');
      for (let count = 0; count < repeats; count += 1) await sink.write(picture);
    });
    await convert(page);
  } finally {
    await sink.close();
    await close();
  }
}

/** Runs in the page. Each picture is repeated until the time of the next one. */
async function decodeToJpegs({ rate, narrowing, last }: { rate: number; narrowing: string; last: number }) {
  const { Mediabunny, keepFrame } = globalThis as unknown as {
    Mediabunny: MediabunnyModule;
    keepFrame: (jpeg: string, repeats: number) => Promise<void>;
  };
  const blob = await (await fetch('clip')).blob();
  const input = new Mediabunny.Input({
    source: new Mediabunny.BlobSource(blob),
    formats: Mediabunny.ALL_FORMATS,
  });
  const track = await input.getPrimaryVideoTrack();
  if (!track || !(await track.canDecode())) throw new Error('this Chromium cannot decode the clip');
  let written = 0;
  for await (const sample of new Mediabunny.VideoSampleSink(track).samples(0, last)) {
    const { displayWidth: width, displayHeight: height } = sample;
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    sample.draw(context, 0, 0, width, height);
    context.fillStyle = narrowing;
    context.fillRect(0, 0, width, height);
    const until = Math.round((sample.timestamp + sample.duration) * rate);
    sample.close();
    const jpeg = new Uint8Array(
      await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 })).arrayBuffer(),
    );
    let text = '';
    for (let at = 0; at < jpeg.length; at += 0x8000) {
      text += String.fromCharCode(...jpeg.subarray(at, at + 0x8000));
    }
    await keepFrame(btoa(text), Math.max(0, until - written));
    written = Math.max(written, until);
  }
}
