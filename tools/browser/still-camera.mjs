import { CAMERA_RATE, keptFile, NARROWING } from './fake-camera.mjs';

/** @typedef {typeof import('mediabunny')} MediabunnyModule */

/**
 * A person who lies still but for the breath.
 * @typedef {object} StillPerson
 * @property {string} clip path; the person is still as it begins
 * @property {number} hold seconds for which the person is still
 * @property {import('./fake-camera.mjs').Size} size of the camera's picture
 * @property {number} seconds of the file: whole breaths, because it is played again and again
 * @property {number} breath seconds of one
 * @property {number} rise of the trunk in a breath, as a share of the picture's height
 * @property {readonly [left: number, right: number]} trunk where it begins and ends, as shares of the picture's width
 * @property {number} noise of the sensor: standard deviation of each pixel's grey level (0…255), before compression
 */

/**
 * The camera's file of a still person. It shows the hold of a clip forwards and backwards at its own speed, so that nothing jumps.
 * The trunk rises and sinks, and each picture has new noise.
 * @param {StillPerson} person
 * @returns {Promise<string>} path of an MJPEG file
 */
export const stillCameraFile = ({ clip, ...person }) =>
  keptFile(
    clip,
    {
      name: `-still-${person.size.join('x')}`,
      made: [JSON.stringify(person), NARROWING, decodeHold, paintStill].join('\n'),
    },
    async (page) => {
      await page.evaluate(decodeHold, person);
      await page.evaluate(paintStill, { ...person, rate: CAMERA_RATE, narrowing: NARROWING });
    },
  );

/** Runs in the page: leaves the pictures of the hold there. @param {{ hold: number, size: readonly [number, number] }} wish */
async function decodeHold({ hold, size: [width, height] }) {
  const { Mediabunny } = /** @type {{ Mediabunny: MediabunnyModule }} */ (/** @type {unknown} */ (globalThis));
  const blob = await (await fetch('clip')).blob();
  const input = new Mediabunny.Input({ source: new Mediabunny.BlobSource(blob), formats: Mediabunny.ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track || !(await track.canDecode())) throw new Error('this Chromium cannot decode the clip');
  /** @type {OffscreenCanvas[]} */
  const pictures = [];
  let clipRate = 0;
  for await (const sample of new Mediabunny.VideoSampleSink(track).samples(0, hold)) {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    sample.draw(context, 0, 0, width, height);
    clipRate = 1 / sample.duration;
    sample.close();
    pictures.push(canvas);
  }
  Object.assign(globalThis, { holdPictures: pictures, clipRate });
}

/** Runs in the page, after `decodeHold`. @param {Omit<StillPerson, 'clip'> & { rate: number, narrowing: string }} wish */
async function paintStill({ size, seconds, breath, rise, trunk, noise, rate, narrowing }) {
  const { holdPictures, clipRate, keepFrame } =
    /** @type {{ holdPictures: OffscreenCanvas[], clipRate: number, keepFrame: (jpeg: string, repeats: number) => Promise<void> }} */ (
      /** @type {unknown} */ (globalThis)
    );
  const [width, height] = size;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const [left = 0, right = 0] = trunk.map((share) => Math.round(share * width));
  const turn = 2 * (holdPictures.length - 1);
  for (let i = 0; i < seconds * rate; i += 1) {
    const at = Math.floor((i / rate) * clipRate) % turn;
    const picture = holdPictures[Math.min(at, turn - at)];
    if (!context || !picture) throw new Error('there is nothing to draw');
    context.drawImage(picture, 0, 0);
    const up = (rise * height * (1 - Math.cos((2 * Math.PI * i) / rate / breath))) / 2;
    for (let x = left; x < right; x += 2) {
      const shift = up * Math.sin((Math.PI * (x - left)) / (right - left)) ** 2;
      context.drawImage(picture, x, 0, 2, height, x, -shift, 2, height);
    }
    const image = context.getImageData(0, 0, width, height);
    const { data } = image;
    for (let pixel = 0; pixel < data.length; pixel += 4) {
      // Two uniform random numbers make one with a normal distribution.
      const grey = noise * Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
      for (let c = pixel; c < pixel + 3; c += 1) data[c] = Number(data[c]) + grey;
    }
    context.putImageData(image, 0, 0);
    context.fillStyle = narrowing;
    context.fillRect(0, 0, width, height);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    const jpeg = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (let from = 0; from < jpeg.length; from += 0x8000)
      text += String.fromCharCode(...jpeg.subarray(from, from + 0x8000));
    await keepFrame(btoa(text), 1);
  }
}
