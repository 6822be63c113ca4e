import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayReadMotion, type Quaternion, quaternionOf, watchMotion } from '../../../src/app/phone/motion-source.ts';

let page = new EventTarget();
let ends: (() => void)[] = [];
const got: { readonly orientation: readonly number[]; readonly at: number }[] = [];
const swings: string[] = [];

beforeEach(() => {
  page = new EventTarget();
  got.length = 0;
  swings.length = 0;
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  for (const end of ends) end();
  ends = [];
  vi.unstubAllGlobals();
});

const watch = () =>
  ends.push(
    watchMotion({
      onOrientation: (orientation, at) => got.push({ orientation, at }),
      onSwing: (why) => swings.push(why),
    }),
  );
const turn = (alpha: number | null, beta: number | null, gamma: number | null) =>
  page.dispatchEvent(Object.assign(new Event('deviceorientation'), { alpha, beta, gamma }));

class FakeSensor extends EventTarget {
  static made: FakeSensor[] = [];
  quaternion: readonly number[] | null = null;
  timestamp: number | null = null;
  constructor() {
    super();
    FakeSensor.made.push(this);
  }
  start(): void {}
  stop(): void {
    this.quaternion = null;
  }
  /** @param timestamp of the sensor's own clock */
  reads(timestamp: number | null): void {
    this.quaternion = [0, 0, 1, 0];
    this.timestamp = timestamp;
    this.dispatchEvent(new Event('reading'));
  }
}

/** Watches in a browser with a sensor. */
function sensed(): FakeSensor {
  FakeSensor.made = [];
  vi.stubGlobal('RelativeOrientationSensor', FakeSensor);
  watch();
  const [sensor] = FakeSensor.made;
  if (sensor === undefined) throw new Error('no sensor was made');
  return sensor;
}

const MINUTE = 60_000;
/** The clocks of sensors that are not the page's, in milliseconds ahead of it. */
const OTHER_CLOCKS: readonly (readonly [what: string, ahead: number])[] = [
  ['half a second ahead', 500],
  ['two minutes ahead, as on an Android phone that has slept', 2 * MINUTE],
  ['three hours ahead', 180 * MINUTE],
  ['twenty days ahead', 20 * 24 * 60 * MINUTE],
  ['one of 1970', Date.UTC(2026, 10, 30)],
  ['ten minutes behind', -10 * MINUTE],
  ['no number', Number.NaN],
];

describe('the motion of the phone', () => {
  it.each(OTHER_CLOCKS)(
    'has the time of its arrival where the clock of the sensor or the event is %s',
    (_what, ahead) => {
      const before = performance.now();
      watch();
      const event = Object.assign(new Event('deviceorientation'), { alpha: 0, beta: 90, gamma: 0 });
      Object.defineProperty(event, 'timeStamp', { value: performance.now() + ahead });
      page.dispatchEvent(event);
      const sensor = sensed();
      for (let i = 0; i < 3; i += 1) sensor.reads(performance.now() + ahead);
      expect(got).toHaveLength(4);
      for (const { at } of got) {
        expect(at).toBeGreaterThanOrEqual(before);
        expect(at).toBeLessThanOrEqual(performance.now());
      }
    },
  );

  it('is asked for once, where the browser wants to be asked, and a no is a no', async () => {
    expect(await mayReadMotion()).toBe(true);
    const asked: string[] = [];
    const asks = (name: string, answer: string) => ({
      requestPermission: async () => {
        asked.push(name);
        return answer;
      },
    });
    vi.stubGlobal('DeviceOrientationEvent', asks('orientation', 'granted'));
    vi.stubGlobal('DeviceMotionEvent', asks('motion', 'denied'));
    expect(await mayReadMotion()).toBe(true);
    expect(asked).toEqual(['orientation', 'motion']);
    vi.stubGlobal('DeviceOrientationEvent', asks('orientation', 'denied'));
    expect(await mayReadMotion()).toBe(false);
    vi.stubGlobal('DeviceOrientationEvent', {
      requestPermission: async () => {
        throw new DOMException('no tap', 'NotAllowedError');
      },
    });
    expect(await mayReadMotion()).toBe(false);
  });

  it('comes as a quaternion with its time, and not at all from a computer without sensors', () => {
    watch();
    turn(null, null, null);
    expect(got).toEqual([]);
    turn(0, 90, 0);
    expect(got[0]?.orientation.map((part) => part.toFixed(3))).toEqual(['0.707', '0.707', '0.000', '0.000']);
    expect(Math.abs((got[0]?.at ?? 0) - performance.now())).toBeLessThan(1000);
  });

  it('comes from the sensor alone where the browser has one that works', () => {
    const sensor = sensed();
    turn(1, 2, 3);
    expect(got).toHaveLength(1);
    sensor.dispatchEvent(new Event('reading'));
    const taken = performance.now() - 30;
    sensor.reads(taken);
    turn(1, 2, 3);
    expect(got.slice(1)).toEqual([{ orientation: [0, 0, 0, 1], at: taken }]);
  });

  it('comes from the events where the sensor is forbidden', () => {
    vi.stubGlobal('RelativeOrientationSensor', function refuse() {
      throw new DOMException('not allowed', 'SecurityError');
    });
    watch();
    turn(1, 2, 3);
    expect(got).toHaveLength(1);
  });

  it('hints at a hand when it turns or jumps as no pelvis does', () => {
    watch();
    const move = (rate: number, push: number) =>
      page.dispatchEvent(
        Object.assign(new Event('devicemotion'), {
          rotationRate: { alpha: rate, beta: 0, gamma: null },
          acceleration: { x: push, y: 0, z: 0 },
        }),
      );
    move(60, 2);
    page.dispatchEvent(Object.assign(new Event('devicemotion'), { rotationRate: null, acceleration: null }));
    expect(swings).toEqual([]);
    move(200, 0);
    move(0, 9);
    expect(swings).toEqual(['swung', 'swung']);
  });
});

/** A direction of the phone in the room. */
function turned([w, x, y, z]: Quaternion, [a, b, c]: readonly [number, number, number]): readonly number[] {
  const [tx, ty, tz] = [2 * (y * c - z * b), 2 * (z * a - x * c), 2 * (x * b - y * a)];
  return [a + w * tx + y * tz - z * ty, b + w * ty + z * tx - x * tz, c + w * tz + x * ty - y * tx].map(
    (value) => Math.round(value * 1e6) / 1e6 + 0,
  );
}

const up = (q: Quaternion): readonly number[] => turned(q, [0, 0, 1]);

describe('the orientation of a phone from its three angles', () => {
  it('is none for a phone that lies flat, its screen up', () => {
    expect(up(quaternionOf(0, 0, 0))).toEqual([0, 0, 1]);
  });

  it('raises the top edge by beta, the left edge by gamma, and turns to the left by alpha', () => {
    expect(turned(quaternionOf(0, 90, 0), [0, 1, 0])).toEqual([0, 0, 1]);
    expect(turned(quaternionOf(0, 0, 90), [1, 0, 0])).toEqual([0, 0, -1]);
    expect(turned(quaternionOf(90, 0, 0), [1, 0, 0])).toEqual([0, 1, 0]);
  });

  it('has length 1 everywhere, and turns about z first, then x, then y', () => {
    const about = (axis: 1 | 2 | 3, angle: number): Quaternion => {
      const q: [number, number, number, number] = [Math.cos((angle * Math.PI) / 360), 0, 0, 0];
      q[axis] = Math.sin((angle * Math.PI) / 360);
      return q;
    };
    for (const [alpha, beta, gamma] of [
      [10, 20, 30],
      [350, -170, 80],
      [123, 90, -89],
    ] as const) {
      const q = quaternionOf(alpha, beta, gamma);
      expect(Math.hypot(...q)).toBeCloseTo(1, 12);
      const step = turned(about(2, gamma), [1, 2, 3]) as readonly [number, number, number];
      const second = turned(about(1, beta), step) as readonly [number, number, number];
      const third = turned(about(3, alpha), second);
      for (const [index, value] of turned(q, [1, 2, 3]).entries()) expect(value).toBeCloseTo(third[index] ?? 0, 4);
    }
  });
});
