import type { Degrees, Milliseconds } from '../../instrument/geometry/units.ts';
import type { Quaternion } from '../../instrument/phone/phone-buffer.ts';

// The phone's own motion: permission and orientation.

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

/** Asks for permission where the browser wants to be asked. Call it from a tap, before any wait: a browser counts a tap once. */
export async function mayReadMotion(): Promise<boolean> {
  const { DeviceOrientationEvent: asks } = globalThis as { DeviceOrientationEvent?: Asks };
  const answer = await asks?.requestPermission?.().catch(() => 'denied');
  return answer === undefined || answer === 'granted';
}

/** So far before or after its arrival a reading's own time may lie, to be one of the page's clock: readings come late, never early. */
const OWN_TIME = { before: 250, after: 20 } as const;

/**
 * When a reading was taken, on the page's clock: its own time where that is near, else its arrival. Android's sensors count the time in
 * which the phone slept, the page's clock does not; so they may be minutes or weeks ahead.
 */
function onPageClock(own: Milliseconds): Milliseconds {
  const now = performance.now();
  return now - own <= OWN_TIME.before && own - now <= OWN_TIME.after ? own : now;
}

/**
 * Starts to read.
 * @param take gets the time on the phone's clock (`performance.now()`)
 * @returns ends it
 */
export function watchMotion(take: (orientation: Quaternion, at: Milliseconds) => void): () => void {
  const read = (event: DeviceOrientationEvent): void => {
    const { alpha, beta, gamma } = event;
    if (alpha !== null && beta !== null && gamma !== null)
      take(quaternionOf(alpha, beta, gamma), onPageClock(event.timeStamp));
  };
  addEventListener('deviceorientation', read);
  return () => removeEventListener('deviceorientation', read);
}
