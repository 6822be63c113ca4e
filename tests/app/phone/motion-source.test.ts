import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayReadMotion, quaternionOf, watchMotion } from '../../../src/app/phone/motion-source.ts';
import type { Quaternion } from '../../../src/instrument/phone/phone-buffer.ts';

let page = new EventTarget();
let ends: (() => void)[] = [];
const got: { readonly orientation: readonly number[]; readonly at: number }[] = [];

beforeEach(() => {
  page = new EventTarget();
  got.length = 0;
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
});
afterEach(() => {
  for (const end of ends) end();
  ends = [];
  vi.unstubAllGlobals();
});

const watch = () => ends.push(watchMotion((orientation, at) => got.push({ orientation, at })));
const turn = (alpha: number | null, beta: number | null, gamma: number | null) =>
  page.dispatchEvent(Object.assign(new Event('deviceorientation'), { alpha, beta, gamma }));

const MINUTE = 60_000;
/** The clocks of events that are not the page's, in milliseconds ahead of it. */
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
  it.each(OTHER_CLOCKS)('has the time of its arrival where the clock of the event is %s', (_what, ahead) => {
    const before = performance.now();
    watch();
    const event = Object.assign(new Event('deviceorientation'), { alpha: 0, beta: 90, gamma: 0 });
    Object.defineProperty(event, 'timeStamp', { value: performance.now() + ahead });
    page.dispatchEvent(event);
    expect(got).toHaveLength(1);
    for (const { at } of got) {
      expect(at).toBeGreaterThanOrEqual(before);
      expect(at).toBeLessThanOrEqual(performance.now());
    }
  });

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
    expect(await mayReadMotion()).toBe(true);
    expect(asked).toEqual(['orientation']);
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

  it('has the own time of the event where that is near, and comes no more after the end', () => {
    watch();
    const taken = performance.now() - 30;
    const event = Object.assign(new Event('deviceorientation'), { alpha: 0, beta: 0, gamma: 0 });
    Object.defineProperty(event, 'timeStamp', { value: taken });
    page.dispatchEvent(event);
    for (const end of ends) end();
    turn(1, 2, 3);
    expect(got).toEqual([{ orientation: [1, 0, 0, 0], at: taken }]);
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
