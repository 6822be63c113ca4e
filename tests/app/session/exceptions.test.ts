import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/app/app-error.ts';
import type { SourceRequest } from '../../../src/app/session/session-contract.ts';
import { ArmSwitch } from '../../../src/app/session/arm-switch.ts';
import { SetFeed } from '../../../src/app/session/set-feed.ts';
import { SetRun } from '../../../src/app/session/set-run.ts';
import { SetWriter } from '../../../src/app/session/set-writer.ts';
import { SessionClock } from '../../../src/app/session/session-clock.ts';
import { SleepWatch } from '../../../src/app/session/running-set.ts';
import { SourceLink } from '../../../src/app/sources/source-link.ts';
import { SetRecorder } from '../../../src/coach/record/set-recorder.ts';
import { noticeWords } from '../../../src/i18n/en/notices.ts';
import { planFor } from '../../../lab/made/run-set.ts';
import { CAMERA, SessionBench, settled } from './session-bench.ts';

const NONE: SourceRequest = { kind: 'none' };
const SOURCES = [CAMERA, NONE];

let bench: SessionBench;

beforeEach(() => {
  bench = new SessionBench();
});

afterEach(() => vi.restoreAllMocks());

/** From now on this method of a class throws. */
const breaks = (owner: { readonly prototype: object }, method: string) =>
  vi.spyOn(owner.prototype as Record<string, () => void>, method).mockImplementation(() => {
    throw new Error('on purpose');
  });

const stage = () => bench.session.snapshot.stage;

const open = async (request: SourceRequest): Promise<void> => {
  await bench.session.open(planFor(), request);
  await settled();
};

/** Begins the set and lets it go on until its work has begun and has been written. */
const work = async (request: SourceRequest): Promise<void> => {
  await open(request);
  await bench.start();
  await goOn(request, 30);
};

const goOn = async (request: SourceRequest, seconds: number): Promise<void> => {
  const from = bench.session.snapshot.frames.measured;
  for (let tick = 0; tick < seconds * 5; tick += 1) {
    if (request.kind === 'camera') bench.read({ time: (now += 0.2), referencePoseAt: 0, internalRotation: 10 + from });
    await bench.time.pass(200);
  }
};

let now = 0;
beforeEach(() => {
  now = 0;
});

/** The set is over, its end is stored, and the card shows. */
const expectCard = (): void => expect(bench.session.snapshot).toMatchObject({ stage: 'failed', error: 'unexpected' });

const expectKept = (): void => {
  expectCard();
  expect(bench.session.snapshot.recordId).toBe('a-set');
  expect(bench.stored.begun).toHaveLength(1);
  expect(bench.said().at(-1)).toBe(noticeWords().spoken.broke);
};

/** Nothing of the session runs on behind the card. */
const expectQuiet = async (request: SourceRequest): Promise<void> => {
  const heard = bench.heard.length;
  const chunks = bench.stored.chunks.length;
  await goOn(request, 10);
  for (const act of ['pause', 'resume', 'skip', 'count'] as const) bench.session[act]();
  expect([bench.heard.length, bench.stored.chunks.length]).toEqual([heard, chunks]);
  bench.breaks = null;
  await bench.session.close();
  expect(stage()).toBe('idle');
};

/** What the start of a session calls and awaits, in order. Nothing is kept, since nothing has begun. */
const OF_START: readonly (readonly [string, readonly SourceRequest[]])[] = [
  ['announcer.unlock', SOURCES],
  ['makeClient', [CAMERA]],
  ['client.load', [CAMERA]],
  ['openSource', [CAMERA]],
  ['makePump', [CAMERA]],
  ['pump.start', [CAMERA]],
  ['client.begin', [CAMERA]],
  ['newId', SOURCES],
  ['date', SOURCES],
  ['ticks.set', SOURCES],
  ['pageNow', SOURCES],
];

describe('an exception between the click and the first phase', () => {
  const rows = OF_START.flatMap(([name, requests]) => requests.map((request) => ({ name, request })));
  it.each(rows)('of $name ends in the error card, $request.kind', async ({ name, request }) => {
    bench.breaks = name;
    await open(request);
    await bench.start();
    await bench.time.pass(1000);
    expect(bench.broke).toBe(true);
    expectCard();
    await expectQuiet(request);
  });

  it.each(['client.load', 'openSource'])('that comes as a rejection of %s ends in the error card', async (name) => {
    const reject = () => Promise.reject(new TypeError('on purpose'));
    if (name === 'client.load') bench.load = reject;
    else bench.openSource = reject;
    await open(CAMERA);
    expectCard();
  });

  it('of the placing’s reading ends in the error card', async () => {
    await open(CAMERA);
    bench.breaks = 'pageNow';
    bench.read({ time: 0, referencePoseAt: null });
    expectCard();
    await expectQuiet(CAMERA);
  });

  it('of a screen that listens ends in the error card', async () => {
    bench.session.subscribe(() => {
      if (stage() === 'running') throw new Error('a screen broke');
    });
    await open(NONE);
    expectCard();
    await expectQuiet(NONE);
  });
});

/** Classes of the running set, the method in each that breaks, and what calls it. */
const OF_RUN = [
  ['the coach’s step and its record', SetRecorder, 'observe', SOURCES],
  ['the time of a tick', SessionClock, 'now', SOURCES],
  ['the look for a sleep', SleepWatch, 'look', SOURCES],
  ['a tick', SetWriter, 'tick', SOURCES],
  ['the writing', SetWriter, 'flush', SOURCES],
  ['what is new for the store', SetRecorder, 'takeChunk', SOURCES],
  ['a frame’s time', SessionClock, 'observe', [CAMERA]],
  ['a reading', SetRun, 'observe', [CAMERA]],
  ['a raised arm', ArmSwitch, 'observe', [CAMERA]],
] as const;

describe('an exception in the running set', () => {
  const rows = OF_RUN.flatMap(([what, owner, method, requests]) =>
    requests.map((request) => ({ what, owner, method, request })),
  );
  it.each(rows)('of $what ends in the error card, $request.kind, and the set is kept', async (row) => {
    await work(row.request);
    breaks(row.owner, row.method);
    await goOn(row.request, 1);
    expectKept();
    vi.restoreAllMocks();
    await expectQuiet(row.request);
  });

  const parts = SOURCES.flatMap((request) =>
    ['pageNow', 'date', 'announcer.carryOut', 'ticks.set', 'sets.appendChunk'].map((name) => ({ name, request })),
  );
  it.each(parts)('of $name ends in the error card, $request.kind, and the set is kept', async ({ name, request }) => {
    await work(request);
    bench.breaks = name;
    await goOn(request, 90);
    expect(bench.broke).toBe(true);
    expectCard();
    expect(bench.session.snapshot.recordId).toBe('a-set');
    bench.breaks = null;
    await expectQuiet(request);
  });

  it.each(['pause', 'resume', 'skip', 'count', 'stop'] as const)('of the key for %s does the same', async (key) => {
    for (const request of SOURCES) {
      bench = new SessionBench();
      await work(request);
      breaks(SetRun, key === 'stop' ? 'stop' : 'press');
      bench.session[key]('stopped');
      await settled();
      expectKept();
      vi.restoreAllMocks();
      await expectQuiet(request);
    }
  });

  it('of a stop for pain keeps the pain', async () => {
    await work(CAMERA);
    breaks(SetRun, 'stop');
    await bench.stop('pain');
    expectKept();
    expect(bench.stored.finished[0]?.ended).toBe('pain');
  });

  const EVENTS: readonly (readonly [string, () => void])[] = [
    ['a lost camera', () => bench.source.emit({ kind: 'lost', code: 'camera-unplugged' })],
    ['a muted camera', () => bench.source.emit({ kind: 'muted', muted: true })],
    ['a worker that gave up', () => bench.client.onGiveUp?.(new AppError('worker-crashed', 'gone'))],
    ['a hidden tab', () => bench.hideTab()],
  ];
  it.each(EVENTS)('of the words about %s does the same', async (_name, happen) => {
    await work(CAMERA);
    bench.breaks = 'announcer.carryOut';
    happen();
    await settled();
    expectCard();
    expect(bench.session.snapshot.recordId).toBe('a-set');
  });

  it('of a camera that comes back does the same', async () => {
    await work(CAMERA);
    bench.source.emit({ kind: 'lost', code: 'camera-unplugged' });
    await settled();
    bench.breaks = 'makePump';
    bench.plugIn();
    await bench.time.pass(6000);
    expect(bench.broke).toBe(true);
    expectKept();
  });

  it('of a restarted worker, and of the page’s end, does the same', async () => {
    await work(CAMERA);
    breaks(SetRun, 'referencePoseLost');
    bench.client.onRestart?.({ count: 1, cause: new AppError('worker-crashed', 'again'), referencePoseLost: true });
    await settled();
    expectKept();
    bench = new SessionBench();
    await work(NONE);
    vi.spyOn(SetWriter.prototype, 'flush').mockImplementationOnce(() => {
      throw new Error('on purpose');
    });
    bench.pageHide();
    await settled();
    expectKept();
  });

  it('of a screen of the set does the same', async () => {
    await work(CAMERA);
    bench.session.fail(new Error('a screen broke'));
    await settled();
    expectKept();
  });
});

/** What the end of a set calls and awaits, in order. */
const OF_END = [
  ['the camera that is closed', SetFeed, 'close'],
  ['the link that is closed', SourceLink, 'close'],
  ['the last writing', SetWriter, 'finish'],
  ['the whole record', SetRecorder, 'finish'],
] as const;

describe('an exception at the end of the set', () => {
  const rows = OF_END.flatMap(([what, owner, method]) => SOURCES.map((request) => ({ what, owner, method, request })));
  it.each(rows)('of $what ends in the error card, $request.kind, and the set is kept', async (row) => {
    await work(row.request);
    breaks(row.owner, row.method);
    await bench.stop('numb');
    expectKept();
    const ending = bench.stored.finished[0]?.ended ?? bench.stored.chunks.at(-1)?.rest.ending;
    expect(ending).toBe('numb');
  });

  it.each(SOURCES)(
    'of the store, $kind, ends in the error card; a refusal is told, and the summary follows',
    async (request) => {
      await work(request);
      bench.breaks = 'sets.finishSet';
      await bench.stop();
      expect(bench.broke).toBe(true);
      expectKept();
      bench = new SessionBench();
      await work(request);
      bench.storageTrouble = new AppError('storage-full', 'no room');
      await bench.stop();
      expect(bench.session.snapshot).toMatchObject({ stage: 'finished', recordId: 'a-set' });
      expect(bench.session.snapshot.notice).not.toBeNull();
    },
  );

  it.each(SOURCES)('of the screen that goes to the summary ends in the error card, $kind', async (request) => {
    await work(request);
    bench.session.subscribe(() => {
      if (stage() === 'finished') throw new Error('a screen broke');
    });
    await bench.stop();
    expectKept();
    expect(bench.stored.finished).toHaveLength(1);
  });
});

it.each(SOURCES)('a wake lock or a setting that breaks ends no set, $kind', async (request) => {
  bench.breaks = 'settings.change';
  await work(request);
  bench.breaks = 'wakeLock.release';
  await bench.stop();
  expect(bench.stored.finished[0]?.ended).toBe('stopped');
});
