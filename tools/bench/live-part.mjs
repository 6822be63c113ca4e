import { setTimeout as wait } from 'node:timers/promises';
import { DRILL, visitApp } from './app-visit.mjs';
import { latencies, spreadOf, spreadText } from './bench-report.mjs';

/** Seconds of a set that are measured, from its reference pose on. */
const MEASURED = 25;
/** If no reference pose is held within this time (ms), none will be. */
const LONGEST_HOLD = 90_000;
/** A gap before a reading that is longer than this (ms), and longer than twice the reading's own work, means spared frames. */
const SPARED = 150;

/**
 * @typedef {import('../../src/instrument/output/reading.ts').StageTimings} StageTimings
 *
 * What `noteLife` leaves in the page.
 * @typedef {object} Life
 * @property {{ source: number, at: number }[]} frames by their source's clock and on the page's, ms
 * @property {LiveReading[]} readings
 * @property {number[]} longTasks ms each
 */

/**
 * `measuring`: a reference pose is set.
 * @typedef {{ time: number, arrived: number, timings: StageTimings, measuring: boolean }} LiveReading
 */

/**
 * Runs in the page before the app: notes tasks over 50 ms. A test camera that plays a file seldom tells when it captured a frame, so
 * every frame is given the time at which the browser had it. Then the frame of each reading can be found.
 */
function noteLife() {
  /** @type {Life} */
  const life = { frames: [], readings: [], longTasks: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) life.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  Object.assign(window, { life });
  const video = HTMLVideoElement.prototype;
  /** @type {(callback: VideoFrameRequestCallback) => number} */
  const request = Reflect.get(video, 'requestVideoFrameCallback');
  video.requestVideoFrameCallback = function (callback) {
    return request.call(this, (now, frame) => callback(now, { ...frame, captureTime: frame.presentationTime }));
  };
}

/** Runs in the page: notes from now on when frames were captured, and readings. */
function noteReadings() {
  const { life } = /** @type {{ life: Life }} */ (/** @type {unknown} */ (window));
  const session = document.querySelector('th-app')?.services.session;
  session?.onReading(({ time, timings, referencePose }) => {
    life.readings.push({ time, arrived: performance.now(), timings, measuring: referencePose.kind === 'set' });
  });
  /** @type {VideoFrameRequestCallback} */
  const note = (_now, { presentationTime }) => {
    life.frames.push({ source: presentationTime, at: presentationTime });
    session?.video.requestVideoFrameCallback(note);
  };
  session?.video.requestVideoFrameCallback(note);
}

/** Runs in the page. @returns {Life} what was noted since the last call */
function takeLife() {
  const { life } = /** @type {{ life: Life }} */ (/** @type {unknown} */ (window));
  const copy = structuredClone(life);
  for (const list of [life.frames, life.readings, life.longTasks]) list.length = 0;
  return copy;
}

/**
 * Two sets of one visit in front of a camera of this size.
 * @param {object} options
 * @param {readonly [width: number, height: number]} options.size
 * @param {import('../../src/storage/storage-contract.ts').ModelChoice} options.model
 * @param {(line: string) => void} options.say
 */
const liveAt = ({ size, model, say }) =>
  visitApp(async ({ url, open, steps: { openApp, startSet, untilStage } }) => {
    const { browser } = await open({ size });
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(noteLife);
    await openApp(page, url);
    await page.evaluate((name) => document.querySelector('th-app')?.services.settings.change({ model: name }), model);
    await page.evaluate(noteReadings);
    const firstReadings = [];
    /** @type {Life | null} */
    let hold = null;
    /** @type {Life | null} */
    let running = null;
    let ending = 0;
    for (const visit of ['first', 'second']) {
      say(`live, ${size.join(' × ')}, ${visit} set`);
      firstReadings.push(await untilFirstReading(page, (untilSeen) => startSet(page, DRILL, untilSeen)));
      if (!running) {
        await page.evaluate(takeLife);
        await page.waitForFunction(isMeasuring, { timeout: LONGEST_HOLD, polling: 100 });
        hold = await page.evaluate(takeLife);
        await wait(1000 * MEASURED);
        running = await page.evaluate(takeLife);
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await untilStage(page, ['finished', 'idle']);
      await wait(2000);
      ending += (await page.evaluate(takeLife)).longTasks.length;
    }
    const [first, second] = firstReadings;
    return {
      size,
      readingsPerSecond: rateOf(running?.readings ?? []),
      readingsInAll: (running?.readings.length ?? 0) / MEASURED,
      readingsInHold: rateOf(hold?.readings ?? []),
      stages: stagesOf(running?.readings ?? []),
      stagesInHold: stagesOf(hold?.readings ?? []),
      frameToReading: spreadOf(latencies(running?.frames ?? [], running?.readings ?? [])),
      longTasks: (hold?.longTasks.length ?? 0) + (running?.longTasks.length ?? 0),
      longTasksAtEnd: ending,
      firstSet: first,
      secondSet: second,
    };
  });

/** Runs in the page: whether the reference pose is set. */
function isMeasuring() {
  return document.querySelector('th-app')?.services.session.snapshot.reading?.referencePose.kind === 'set';
}

/** Readings a second where as many frames are read as the worker takes. @param {readonly LiveReading[]} readings */
function rateOf(readings) {
  const gaps = readings.slice(1).flatMap(({ arrived, timings: { total } }, i) => {
    const gap = arrived - (readings[i]?.arrived ?? arrived);
    return gap > SPARED && gap > 2 * total ? [] : [gap];
  });
  return gaps.length === 0 ? 0 : (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
}

/** Milliseconds of each stage in the worker. @param {Life['readings']} readings */
const stagesOf = (readings) =>
  Object.fromEntries(
    /** @type {const} */ (['pixels', 'model', 'pelvis', 'fit', 'total']).map((stage) => [
      stage,
      spreadOf(readings.map(({ timings }) => timings[stage])),
    ]),
  );

/**
 * Seconds from the click on the camera to its first picture and to the first reading.
 * @param {import('puppeteer-core').Page} page
 * @param {(untilSeen: () => Promise<unknown>) => Promise<void>} start a set; its key waits for the first reading, because
 *   nobody presses it within the tenth of a second that lies between
 */
export async function untilFirstReading(page, start) {
  await page.evaluate(() => {
    const times = { click: 0, picture: 0, reading: 0 };
    Object.assign(window, { firstReading: times, firstStages: null });
    const session = document.querySelector('th-app')?.services.session;
    const note = () => (times.picture ||= performance.now());
    addEventListener(
      'click',
      () => {
        times.click = performance.now();
        session?.video.requestVideoFrameCallback(note);
      },
      { capture: true, once: true },
    );
    const stop = session?.onReading(({ timings }) => {
      times.reading ||= performance.now();
      Object.assign(window, { firstStages: timings });
      stop?.();
    });
  });
  await start(() =>
    page.waitForFunction(() => 'firstReading' in window && Object.values(Object(window.firstReading)).every(Boolean)),
  );
  return page.evaluate(() => {
    const { firstReading, firstStages } =
      /** @type {{ firstReading: { click: number, picture: number, reading: number }, firstStages: StageTimings }} */ (
        /** @type {unknown} */ (window)
      );
    const { click, picture, reading } = firstReading;
    return { picture: (picture - click) / 1000, reading: (reading - click) / 1000, stages: firstStages };
  });
}

/** @typedef {Awaited<ReturnType<typeof liveAt>>} Live */

/**
 * Sets of the built app in front of cameras of two sizes.
 * @param {{ model: import('../../src/storage/storage-contract.ts').ModelChoice, say: (line: string) => void }} options
 * @returns {Promise<readonly Live[]>}
 */
export async function liveFigures({ model, say }) {
  const found = [];
  for (const size of /** @type {const} */ ([
    [640, 360],
    [1280, 720],
  ]))
    found.push(await liveAt({ size, model, say }));
  return found;
}

/** @param {readonly Live[]} live */
export const liveTable = (live) => [
  '| live, a set before the camera | readings/s: moving, in all, in the hold before | frame → reading, ms | long tasks | long tasks while two sets ended | first set: picture, reading, s | second set |',
  '|---|---|---|---|---|---|---|',
  ...live.map((one) => {
    const { frameToReading: spread } = one;
    const latency = spread.n === 0 ? spreadText(spread, 0) : `${spreadText(spread, 0)}, n ${spread.n}`;
    const rates = [one.readingsPerSecond, one.readingsInAll, one.readingsInHold]
      .map((rate) => rate.toFixed(1))
      .join(', ');
    const cells = [rates, latency, one.longTasks, one.longTasksAtEnd];
    const starts = [one.firstSet, one.secondSet].map((time) =>
      time ? `${time.picture.toFixed(2)}, ${time.reading.toFixed(2)}` : '–',
    );
    return `| ${one.size.join(' × ')} | ${[...cells, ...starts].join(' | ')} |`;
  }),
];
