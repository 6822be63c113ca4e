import { angleOf, headingOf, type Quaternion, upIn } from '../geometry/quaternion.ts';
import { angleBetween, type Vec3 } from '../geometry/rotation.ts';
import type { Degrees, Seconds } from '../geometry/units.ts';
import type { PhoneSample } from '../input/phone-sample.ts';
import type { StartPosture } from '../input/measurement-plan.ts';

/** How far a pelvis can turn in the position of a drill. */
export interface PelvisReach {
  /** From the start, against gravity. */
  readonly tilt: Degrees;
  /** From the start, about the vertical. */
  readonly heading: Degrees;
  /** Degrees a second. */
  readonly speed: number;
  /** Within a gap of some tenths of a second, however long it was. */
  readonly across: Degrees;
  /** A turn up to here may last through a slide (`PhoneWatch`): in a seat the pelvis turns as it should. */
  readonly kept: Degrees;
  /** Standard deviation of what the pelvis may have turned meanwhile. */
  readonly meanwhile: Degrees;
}

/**
 * A pelvis that lies or is held up by four limbs stays near its start; an upright one may fold, and turns. The quickest cheats of the
 * rendered people turn it by 27° a second, a hinge by 37°.
 */
const SUPPORTED: PelvisReach = { tilt: 32, heading: 22, speed: 48, across: 12, kept: 4.5, meanwhile: 1.8 };
export const UPRIGHT: PelvisReach = { tilt: 75, heading: 75, speed: 50, across: 18, kept: 40, meanwhile: 4 };
/** A phone that has just slid may be laid back once more, so no fault is read from it for a moment. */
const JUST_SLID: PelvisReach = { tilt: 6, heading: 8, speed: 30, across: 6, kept: 0, meanwhile: 0 };
const SOON: Seconds = 4;

export const reachOf = ({ pelvis }: Pick<StartPosture, 'pelvis'>): PelvisReach =>
  Math.abs(pelvis.pitch) > 45 ? SUPPORTED : UPRIGHT;

const WITHIN: Seconds = 0.16;
/** Speed is measured over at least this long, because of the noise of single samples. */
const SPAN: Seconds = 0.08;

/** Tells a phone that slides, is nudged or is taken away from a pelvis that moves. */
export class SlideWatch {
  readonly #reach: PelvisReach;
  #recent: PhoneSample[] = [];
  #slidAt: Seconds = Number.NEGATIVE_INFINITY;

  constructor(reach: PelvisReach) {
    this.#reach = reach;
  }

  /** Whether the phone has left its place with this sample. @param from where it lay: its "up", and its whole orientation if known */
  hasSlid(sample: PhoneSample, from: { readonly up: Vec3; readonly orientation: Quaternion | null }): boolean {
    const { time, orientation } = sample;
    const reach = time - this.#slidAt < SOON ? JUST_SLID : this.#reach;
    const isQuick = this.#recent.some(
      (old) =>
        time - old.time >= SPAN &&
        angleOf(old.orientation, orientation) > Math.min(reach.across, reach.speed * (time - old.time)),
    );
    // The newest stays through a gap, so that a slide within it is seen too.
    const kept = this.#recent.filter((old, i, all) => time - old.time <= WITHIN || i === all.length - 1);
    this.#recent = [...kept, sample];
    if (isQuick || angleBetween(from.up, upIn(orientation)) > reach.tilt) return true;
    return from.orientation !== null && Math.abs(headingOf(from.orientation, orientation)) > reach.heading;
  }

  /** @param slidAt when the phone lay still again after a slide. Absent: it has not slid */
  forget(slidAt?: Seconds): void {
    this.#recent = [];
    this.#slidAt = slidAt ?? this.#slidAt;
  }
}
