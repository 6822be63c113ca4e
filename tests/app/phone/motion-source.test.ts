import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mayReadMotion, watchMotion } from '../../../src/app/phone/motion-source.ts';

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

describe('the motion of the phone', () => {
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
    const sensors: FakeSensor[] = [];
    class FakeSensor extends EventTarget {
      quaternion: readonly number[] | null = null;
      timestamp: number | null = 77;
      constructor() {
        super();
        sensors.push(this);
      }
      start(): void {}
      stop(): void {
        this.quaternion = null;
      }
    }
    vi.stubGlobal('RelativeOrientationSensor', FakeSensor);
    watch();
    turn(1, 2, 3);
    expect(got).toHaveLength(1);
    const [sensor] = sensors;
    if (sensor === undefined) throw new Error('no sensor was made');
    sensor.dispatchEvent(new Event('reading'));
    sensor.quaternion = [0, 0, 1, 0];
    sensor.dispatchEvent(new Event('reading'));
    turn(1, 2, 3);
    expect(got.slice(1)).toEqual([{ orientation: [0, 0, 0, 1], at: 77 }]);
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
