import type { Degrees, Milliseconds } from '../../instrument/geometry/units.ts';
import type { HandHint } from './phone-messages.ts';

// The phone's own motion: permission, orientation, and what no pelvis does.

/** w, x, y, z. */
export type Quaternion = readonly [number, number, number, number];

/**
 * The orientation of a `deviceorientation` event: turns about the phone's z by alpha, then its x by beta, then its y by gamma
 * (W3C, Device Orientation and Motion, worked example "quaternion"). It turns the phone's axes into a room with z up.
 */
export function quaternionOf(alpha: Degrees, beta: Degrees, gamma: Degrees): Quaternion {
  const [x, y, z] = [beta, gamma, alpha].map((angle) => (angle * Math.PI) / 360) as [number, number, number];
  const [cx, cy, cz] = [Math.cos(x), Math.cos(y), Math.cos(z)];
  const [sx, sy, sz] = [Math.sin(x), Math.sin(y), Math.sin(z)];
  return [
    cx * cy * cz - sx * sy * sz,
    sx * cy * cz - cx * sy * sz,
    cx * sy * cz + sx * cy * sz,
    cx * cy * sz + sx * sy * cz,
  ];
}

/** iOS asks for the permission, and only after a tap. */
interface Asks {
  requestPermission?(): Promise<'granted' | 'denied'>;
}

/** Of the Generic Sensor API, as far as it is used; Chromium has it. */
interface OrientationSensor extends EventTarget {
  readonly quaternion: readonly [number, number, number, number] | null;
  readonly timestamp: Milliseconds | null;
  start(): void;
  stop(): void;
}
type SensorClass = new (options: {
  readonly frequency: number;
  readonly referenceFrame: 'device';
}) => OrientationSensor;

export interface MotionEvents {
  /** @param at on the phone's clock (`performance.now()`) */
  onOrientation(orientation: Quaternion, at: Milliseconds): void;
  onSwing(why: HandHint): void;
}

/** Readings a second that are asked for. */
const FREQUENCY = 60;
/** Degrees a second and m/s²: a pelvis in these drills turns by less than 60°/s, and rises or falls at less than 3 m/s². */
const SWING = { turn: 150, push: 6 } as const;

const eventClasses = (): readonly (Asks | undefined)[] => {
  const { DeviceOrientationEvent: orientation, DeviceMotionEvent: motion } = globalThis as {
    DeviceOrientationEvent?: Asks;
    DeviceMotionEvent?: Asks;
  };
  return [orientation, motion];
};

/** Asks for permission where the browser wants to be asked. Call it from a tap. */
export async function mayReadMotion(): Promise<boolean> {
  // Both before the first wait: a browser counts a tap once.
  const answers = eventClasses().map((asks) => asks?.requestPermission?.() ?? Promise.resolve('granted'));
  const [orientation] = await Promise.all(answers.map((answer) => answer.catch(() => 'denied')));
  return orientation === 'granted';
}

/** So far before or after its arrival a reading's own time may lie, to be one of the page's clock: readings come late, never early. */
const OWN_TIME = { before: 250, after: 20 } as const;

/**
 * When a reading was taken, on the page's clock: its own time where that is near, else its arrival. Android's sensors count the time in
 * which the phone slept, the page's clock does not; so they may be minutes or weeks ahead.
 */
function onPageClock(own: Milliseconds | null): Milliseconds {
  const now = performance.now();
  return own !== null && now - own <= OWN_TIME.before && own - now <= OWN_TIME.after ? own : now;
}

/** Starts to read. The sensor is preferred: it gives quaternions at its own times. @returns ends it */
export function watchMotion(events: MotionEvents): () => void {
  const aborter = new AbortController();
  const { signal } = aborter;
  let sensed = false;
  addEventListener(
    'deviceorientation',
    (event) => {
      const { alpha, beta, gamma } = event;
      if (sensed || alpha === null || beta === null || gamma === null) return;
      events.onOrientation(quaternionOf(alpha, beta, gamma), onPageClock(event.timeStamp));
    },
    { signal },
  );
  addEventListener(
    'devicemotion',
    ({ rotationRate, acceleration }) => {
      const { alpha, beta, gamma } = rotationRate ?? {};
      const { x, y, z } = acceleration ?? {};
      const turn = Math.hypot(alpha ?? 0, beta ?? 0, gamma ?? 0);
      const push = Math.hypot(x ?? 0, y ?? 0, z ?? 0);
      if (turn > SWING.turn || push > SWING.push) events.onSwing('swung');
    },
    { signal },
  );
  const stopSensor = startSensor((orientation, at) => {
    sensed = true;
    events.onOrientation(orientation, at);
  });
  return () => {
    aborter.abort();
    stopSensor();
  };
}

/** @returns ends it; where the browser has no sensor, nothing comes */
function startSensor(take: (orientation: Quaternion, at: Milliseconds) => void): () => void {
  const { RelativeOrientationSensor: Sensor } = globalThis as { RelativeOrientationSensor?: SensorClass };
  if (Sensor === undefined) return () => undefined;
  try {
    const sensor = new Sensor({ frequency: FREQUENCY, referenceFrame: 'device' });
    sensor.addEventListener('reading', () => {
      const { quaternion, timestamp } = sensor;
      if (quaternion === null) return;
      const [x, y, z, w] = quaternion;
      take([w, x, y, z], onPageClock(timestamp));
    });
    // No such sensor, or not allowed: the events remain.
    sensor.addEventListener('error', () => undefined);
    sensor.start();
    return () => sensor.stop();
  } catch {
    return () => undefined;
  }
}
