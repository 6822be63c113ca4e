import { setTimeout as wait } from 'node:timers/promises';
import { DRILL, visitApp } from './app-visit.ts';
import { latencies, spreadOf, spreadText } from './bench-report.ts';
import type { StageTimings } from '../../src/instrument/output/reading.ts';
import type { ModelChoice } from '../../src/storage/storage-contract.ts';
import type { Page } from 'puppeteer-core';
import { say } from '../shared/progress.ts';

/** Seconds of a set that are measured, from its reference pose on. */
const MEASURED = 25;
/** If no reference pose is held within this time (ms), none will be. */
const LONGEST_HOLD = 90_000;
/** A gap before a reading that is longer than this (ms), and longer than twice the reading's own work, means spared frames. */
const SPARED = 150;

/** What `noteLife` leaves in the page. */
interface Life {
  /** By their source's clock and on the page's, ms. */
  frames: { source: number; at: number }[];
  readings: LiveReading[];
  /** Ms each. */
  longTasks: number[];
}

type LiveReading = { time: number; arrived: number; timings: StageTimings };

/**
 * Runs in the page before the app: notes tasks over 50 ms. A test camera that plays a file seldom tells when it captured a frame, so
 * every frame is given the time at which the browser had it. Then the frame of each reading can be found.
 */
function noteLife() {
  const life: Life = { frames: [], readings: [], longTasks: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) life.longTasks.push(duration);
  }).observe({ type: 'longtask' });
  Object.assign(window, { life });
  const video = HTMLVideoElement.prototype;
  const request: (callback: VideoFrameRequestCallback) => number = Reflect.get(video, 'requestVideoFrameCallback');
  video.requestVideoFrameCallback = function (callback) {
    return request.call(this, (now, frame) => callback(now, { ...frame, captureTime: frame.presentationTime }));
  };
}

/** Runs in the page: notes from now on when frames were captured, and readings. */
function noteReadings() {
  const { life } = window as unknown as { life: Life };
  const session = document.querySelector('th-app')?.services.session;
  session?.onReading(({ time, timings }) => {
    life.readings.push({ time, arrived: performance.now(), timings });
  });
  const note: VideoFrameRequestCallback = (_now, { presentationTime }) => {
    life.frames.push({ source: presentationTime, at: presentationTime });
    session?.video.requestVideoFrameCallback(note);
  };
  session?.video.requestVideoFrameCallback(note);
}

/**
 * Runs in the page.
 * @returns what was noted since the last call
 */
function takeLife(): Life {
  const { life } = window as unknown as { life: Life };
  const copy = structuredClone(life);
  for (const list of [life.frames, life.readings, life.longTasks]) list.length = 0;
  return copy;
}

/** Two sets of one visit in front of a camera of this size. */
const liveAt = ({ size, model }: { size: readonly [width: number, height: number]; model: ModelChoice }) =>
  visitApp(async ({ url, open, steps: { openApp, startSet, untilStage } }) => {
    const { newPage } = await open({ size });
    const page = await newPage();
    await page.evaluateOnNewDocument(noteLife);
    await openApp(page, url);
    await page.evaluate((name) => document.querySelector('th-app')?.services.settings.change({ model: name }), model);
    await page.evaluate(noteReadings);
    const firstReadings = [];
    let hold: Life | null = null;
    let running: Life | null = null;
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

/** Readings a second where as many frames are read as the worker takes. */
function rateOf(readings: readonly LiveReading[]) {
  const gaps = readings.slice(1).flatMap(({ arrived, timings: { total } }, i) => {
    const gap = arrived - (readings[i]?.arrived ?? arrived);
    return gap > SPARED && gap > 2 * total ? [] : [gap];
  });
  return gaps.length === 0 ? 0 : (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
}

/**
 * Seconds from the click on the camera to its first picture and to the first reading.
 * @param start a set; its key waits for the first reading, because
 * nobody presses it within the tenth of a second that lies between
 */
async function untilFirstReading(page: Page, start: (untilSeen: () => Promise<unknown>) => Promise<void>) {
  await page.evaluate(() => {
    const times = { click: 0, picture: 0, reading: 0 };
    Object.assign(window, { firstReading: times });
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
    const stop = session?.onReading(() => {
      times.reading ||= performance.now();
      stop?.();
    });
  });
  await start(() =>
    page.waitForFunction(() => 'firstReading' in window && Object.values(Object(window.firstReading)).every(Boolean)),
  );
  return page.evaluate(() => {
    const { firstReading } = window as unknown as {
      firstReading: { click: number; picture: number; reading: number };
    };
    const { click, picture, reading } = firstReading;
    return { picture: (picture - click) / 1000, reading: (reading - click) / 1000 };
  });
}

type Live = Awaited<ReturnType<typeof liveAt>>;

/** Sets of the built app in front of cameras of two sizes. */
export async function liveFigures({ model }: { model: ModelChoice }): Promise<readonly Live[]> {
  const found = [];
  for (const size of [
    [640, 360],
    [1280, 720],
  ] as const)
    found.push(await liveAt({ size, model }));
  return found;
}

export const liveTable = (live: readonly Live[]) => [
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
