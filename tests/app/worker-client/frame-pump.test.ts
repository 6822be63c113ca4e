import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FramePump } from '../../../src/app/worker-client/frame-pump.ts';
import type { SourceFrame } from '../../../src/app/sources/frame-source.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { readingAt } from './fake-worker.ts';

interface FakeFrame {
  readonly of: number;
  closed: boolean;
  close(): void;
}

const settle = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

/** Source, client and page driven by the test: frames and answers come one by one. */
const setUp = () => {
  let show: ((time: number) => void) | null = null;
  let shown = 0;
  let clock = 0;
  const visibility: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' };
  const page = Object.assign(new EventTarget(), visibility);
  const grabbed: FakeFrame[] = [];
  const asked: {
    frame: FakeFrame;
    time: number;
    answer: (reading: Reading) => void;
    fail: (e: Error) => void;
  }[] = [];
  const rig = {
    ready: true,
    interval: 0,
    grabFails: false,
    grabbed,
    asked,
    readings: [] as number[],
    errors: [] as string[],
    hidden: [] as boolean[],
    onReading: (_reading: Reading): void => undefined,
    listening: () => show !== null,
    show: async (time: number) => {
      shown = time;
      show?.(time);
      await settle();
    },
    passTime: (milliseconds: number) => {
      clock += milliseconds;
    },
    setVisibility: (state: DocumentVisibilityState) => {
      page.visibilityState = state;
      page.dispatchEvent(new Event('visibilitychange'));
    },
  };
  const pump = new FramePump({
    page,
    now: () => clock,
    interval: () => rig.interval,
    source: {
      onFrame: (listener) => {
        show = listener;
        return () => {
          show = null;
        };
      },
      grab: async () => {
        if (rig.grabFails) throw new Error('no picture');
        const frame: FakeFrame = {
          of: shown,
          closed: false,
          close() {
            this.closed = true;
          },
        };
        grabbed.push(frame);
        return frame as unknown as SourceFrame;
      },
    },
    client: {
      get ready() {
        return rig.ready;
      },
      analyse: (frame, time) =>
        new Promise<Reading>((answer, fail) => {
          asked.push({ frame: frame as unknown as FakeFrame, time, answer, fail });
        }),
    },
    onReading: (reading) => {
      rig.readings.push(reading.time);
      rig.onReading(reading);
    },
    onError: (error) => rig.errors.push(error.name),
    onHidden: (hidden) => rig.hidden.push(hidden),
  });
  return { pump, rig };
};

describe('the frame pump', () => {
  let pump: FramePump;
  let rig: ReturnType<typeof setUp>['rig'];

  beforeEach(() => {
    ({ pump, rig } = setUp());
    pump.start();
  });

  const answer = async () => {
    const newest = rig.asked.at(-1);
    newest?.answer(readingAt(newest.time));
    await settle();
  };

  it('skips frames while the next one is early enough, and does not count them as dropped', async () => {
    rig.interval = 0.11;
    for (let i = 0; i < 7; i++) {
      await rig.show(10 + i / 30);
      await answer();
    }
    expect(rig.asked.map(({ time }) => Math.round(30 * (time - 10)))).toEqual([0, 3, 6]);
    expect(pump.counts.dropped).toBe(0);
    rig.interval = 0;
    await rig.show(10.24);
    expect(rig.asked.at(-1)?.time).toBe(10.24);
  });

  it('never waits longer than the interval for a camera that gives few frames', async () => {
    rig.interval = 0.22;
    for (let i = 0; i < 5; i++) {
      await rig.show(10 + i / 8);
      await answer();
    }
    expect(rig.asked.map(({ time }) => 8 * (time - 10))).toEqual([0, 1, 2, 3, 4]);
  });

  it('has one frame in flight, keeps the newest that comes meanwhile, and drops and closes the others', async () => {
    await rig.show(1);
    await rig.show(2);
    await rig.show(3);
    expect(rig.asked).toHaveLength(1);
    expect(rig.grabbed.map(({ of, closed }) => [of, closed])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(pump.counts).toMatchObject({ measured: 0, dropped: 1 });
  });

  it('drops and counts frames whose time goes back or repeats, and never measures them', async () => {
    for (const time of [1, 0.9, 1, 1.1, 0.2, 1.2]) {
      await rig.show(time);
      await answer();
    }
    expect(rig.readings).toEqual([1, 1.1, 1.2]);
    expect(pump.counts).toMatchObject({ measured: 3, dropped: 3 });
  });

  it('starts the newest frame the moment the worker is free, with the time at which it was taken', async () => {
    await rig.show(1);
    await rig.show(2);
    await rig.show(3);
    await answer();
    expect(rig.asked.map(({ time, frame }) => [time, frame.of])).toEqual([
      [1, 1],
      [3, 3],
    ]);
    await answer();
    expect(rig.asked).toHaveLength(2);
    expect(rig.readings).toEqual([1, 3]);
  });

  it('starts the waiting frame after a failed one, but not while the worker restarts', async () => {
    await rig.show(1);
    await rig.show(2);
    rig.asked[0]?.fail(Object.assign(new Error('hangs'), { name: 'worker-stalled' }));
    await settle();
    expect(rig.asked.map(({ time }) => time)).toEqual([1, 2]);
    expect(rig.errors).toEqual(['worker-stalled']);

    await rig.show(3);
    rig.ready = false;
    rig.asked[1]?.fail(Object.assign(new Error('hangs'), { name: 'worker-stalled' }));
    await settle();
    expect(rig.asked).toHaveLength(2);
    expect(rig.grabbed[2]?.closed).toBe(true);
    expect(pump.counts.dropped).toBe(1);
  });

  it('closes the waiting frame when it is stopped', async () => {
    await rig.show(1);
    await rig.show(2);
    pump.stop();
    await answer();
    expect(rig.grabbed[1]?.closed).toBe(true);
    expect(rig.asked).toHaveLength(1);
  });

  it('goes on when a frame could not be grabbed', async () => {
    rig.grabFails = true;
    await rig.show(1);
    expect(rig.errors).toEqual(['unexpected']);
    rig.grabFails = false;
    await rig.show(2);
    expect(rig.asked).toHaveLength(1);
  });

  it('goes on when a reading could not be used', async () => {
    rig.onReading = vi.fn(() => {
      throw new Error('coach');
    });
    await rig.show(1);
    await answer();
    expect(rig.errors).toEqual(['unexpected']);
    await rig.show(2);
    expect(rig.asked).toHaveLength(2);
  });

  it('drops frames without grabbing them while the worker restarts', async () => {
    rig.ready = false;
    await rig.show(1);
    expect(rig.grabbed).toHaveLength(0);
    expect(pump.counts.dropped).toBe(1);
    rig.ready = true;
    await rig.show(2);
    expect(rig.asked).toHaveLength(1);
  });

  it('delivers nothing after a stop, and closes a frame that was being grabbed', async () => {
    await rig.show(1);
    pump.stop();
    await answer();
    expect(rig.readings).toEqual([]);
    expect(rig.listening()).toBe(false);

    ({ pump, rig } = setUp());
    pump.start();
    const showing = rig.show(1);
    pump.stop();
    await showing;
    expect(rig.asked).toHaveLength(0);
    expect(rig.grabbed[0]?.closed).toBe(true);
  });

  it('reports when the tab is hidden and shown', () => {
    rig.setVisibility('hidden');
    rig.setVisibility('visible');
    expect(rig.hidden).toEqual([true, false]);
    pump.stop();
    rig.setVisibility('hidden');
    expect(rig.hidden).toHaveLength(2);
  });

  it('gives the rate of the last three seconds', async () => {
    for (let i = 0; i < 60; i++) {
      await rig.show(i);
      await answer();
      rig.passTime(i < 30 ? 50 : 100);
    }
    // In the last three seconds the frames are 100 ms apart.
    expect(pump.counts.perSecond).toBeCloseTo(10, 5);
    rig.passTime(5000);
    expect(pump.counts.perSecond).toBe(0);
  });
});
