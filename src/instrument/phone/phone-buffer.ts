import { add, angleBetween, angleOf, between, type Quaternion, unit, upIn, type Vec3 } from '../geometry/rotation.ts';
import type { Degrees, Seconds } from '../geometry/units.ts';

/** Orientation of a phone on the pelvis at one moment. */
export interface PhoneSample {
  /** Seconds on the clock of the set, as capture times of frames. */
  readonly time: Seconds;
  /** Unit quaternion w, x, y, z: turns the phone's axes (x right, y to its top edge, z out of the screen) into a room with z up. Its heading is arbitrary and drifts. */
  readonly orientation: readonly [number, number, number, number];
}

/** The same samples on a clock that is so much ahead. */
export const onClock = (samples: readonly PhoneSample[], ahead: Seconds): readonly PhoneSample[] =>
  samples.map(({ time, orientation }) => ({ time: time + ahead, orientation }));

/** Longest gap between two samples across which the orientation is still known. A pelvis turns by 40° a second at most. */
const LONGEST_GAP: Seconds = 0.25;
/** What is kept: long enough for the slowest breaths, and no more, whatever a phone sends. */
const KEPT: Seconds = 12;
const MOST = 1500;
/** How far the length of a quaternion may be from 1. */
const OFF_UNIT = 0.02;
/** A time further ahead than this is a wrong clock. */
const AHEAD: Seconds = 2;

/** The samples of the last seconds, in order of time. What cannot be a sample is left out. */
export class PhoneBuffer {
  #samples: PhoneSample[] = [];
  #taken = Number.NEGATIVE_INFINITY;

  /** @param now time of the newest frame: samples from far beyond it are refused */
  add(samples: readonly PhoneSample[], now: Seconds): void {
    for (const { time, orientation } of samples) {
      const last = this.#samples.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
      if (!Number.isFinite(time) || time <= last || time > now + AHEAD) continue;
      const size = Math.hypot(...orientation);
      if (orientation.length !== 4 || !(Math.abs(size - 1) < OFF_UNIT)) continue;
      const [w, x, y, z] = orientation;
      this.#samples.push({ time, orientation: [w / size, x / size, y / size, z / size] });
    }
    const from = this.#samples.findIndex(({ time }) => time >= now - KEPT);
    if (from > 100 || this.#samples.length > MOST)
      this.#samples = this.#samples.slice(Math.max(from, this.#samples.length - MOST));
  }

  /** The samples that came since the last call, up to a time. */
  take(until: Seconds): readonly PhoneSample[] {
    const fresh = this.#samples.filter(({ time }) => time > this.#taken && time <= until);
    this.#taken = fresh.at(-1)?.time ?? this.#taken;
    return fresh;
  }

  since(from: Seconds): readonly PhoneSample[] {
    return this.#samples.filter(({ time }) => time >= from);
  }

  /** The orientation at a time, between the samples before and after it. The newest sample stands for a moment after it. */
  at(time: Seconds): Quaternion | null {
    const next = this.#samples.findIndex((sample) => sample.time >= time);
    const after = this.#samples[next];
    const before = this.#samples.at(next < 0 ? -1 : next - 1);
    if (next === 0) return after && after.time - time < LONGEST_GAP / 5 ? after.orientation : null;
    if (!before) return null;
    if (!after) return time - before.time <= LONGEST_GAP ? before.orientation : null;
    const gap = after.time - before.time;
    return gap > LONGEST_GAP ? null : between(before.orientation, after.orientation, (time - before.time) / gap);
  }

  clear(): void {
    this.#samples = [];
    this.#taken = Number.NEGATIVE_INFINITY;
  }
}

/** A breath tips a phone on the belly by 1 to 2°, so a phone on a still body stays within this. */
const BREATH: Degrees = 2.5;

export const meanUp = (samples: readonly PhoneSample[]): Vec3 =>
  unit(samples.reduce<Vec3>((sum, { orientation }) => add(sum, upIn(orientation)), [0, 0, 0]));

/**
 * The mean "up" of a stretch in which the phone was still on a body; null: it was not, or samples are missing.
 * @param within how far a sample may be from the mean
 */
export function stillUp(
  samples: readonly PhoneSample[],
  from: Seconds,
  to: Seconds,
  within: Degrees = BREATH,
): Vec3 | null {
  const during = samples.filter(({ time }) => time >= from && time <= to);
  if (during.length < 8 * (to - from)) return null;
  const up = meanUp(during);
  return during.every(({ orientation }) => angleBetween(up, upIn(orientation)) < within) ? up : null;
}

/** Below this the samples are those of a thing that nobody wears: on a body every breath shows. */
const DEAD: Degrees = 0.06;

/** Whether nothing at all moved in a stretch, as on a table, or in a sensor that hangs. */
export function isDead(samples: readonly PhoneSample[], from: Seconds): boolean {
  const within = samples.filter(({ time }) => time >= from);
  const first: Quaternion | undefined = within[0]?.orientation;
  if (first === undefined || within.length < 10) return false;
  return within.every(({ orientation }) => angleOf(first, orientation) < DEAD);
}
