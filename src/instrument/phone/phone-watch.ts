import { angleBetween, type Mat3, type Vec3 } from '../geometry/rotation.ts';
import {
  angleOf,
  headingOf,
  inverse,
  isDead,
  meanUp,
  PhoneBuffer,
  type PhoneSample,
  product,
  type Quaternion,
  stillUp,
  turned,
  upIn,
} from './phone-buffer.ts';
import type { Degrees, Seconds } from '../geometry/units.ts';
import type { MeasurementPlan, StartPosture } from '../input/measurement-plan.ts';
import type { PhonePelvis, PhoneProblem, PhoneReading, PhoneState } from '../output/reading.ts';
import { type FoundAxis, GuidedMove, olderBy, pelvisOf, type PhoneZero, zeroAfter } from './pelvis-of-phone.ts';

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

/** What the pipeline uses of a phone. It outlives a measurement, because the phone stays where it lies. */
export type PhoneSight = Pick<PhoneWatch, 'take' | 'begin' | 'step' | 'zero'>;

/** Still for this long before the move is asked for, and after a slide. */
const STILL: Seconds = 1.5;
const LAID: Seconds = 2;
/** A phone that lies within this of its place for so long has not slid. */
const BACK_FOR: Seconds = 0.6;
const AS_BEFORE: Degrees = 3;
/** The zero is a mean over a whole breath where the phone was still for so long, else over the hold. */
const BREATH_LONG: Seconds = 5;
const HOLD: Seconds = 2.6;
/** Nothing moves for this long: not worn, or a sensor that hangs. */
const DEAD_AFTER: Seconds = 3;
/** Nothing has come for this long. After a longer gap the heading is not trusted any more. */
const SILENT_AFTER: Seconds = 1;
/** Before a slide was noticed, the phone may have been sliding for this long. */
const SLID_UNSEEN: Seconds = 0.4;
/** Of the zero of a hold, and of the axis after a slide. */
const ZERO_SD: Degrees = 0.5;
/** Of the zero of a later still moment: the pelvis is about where it was in the hold. */
const LATE_SD: Degrees = 1;
const NEW_AXIS_SD: Degrees = 8;

export const newPhoneWatch = (): PhoneSight => new PhoneWatch();

/** Where the phone lies. `orientation`: a recent one of this place, because the heading drifts. */
interface Place {
  readonly up: Vec3;
  readonly orientation: Quaternion | null;
  readonly at: Seconds;
}

/** The heading of a place is taken anew after this time, when the phone lies as at the start. */
const FRESH: Seconds = 20;

const refreshed = (place: Place, { time, orientation }: PhoneSample): Place =>
  place.orientation === null || (time - place.at > FRESH && angleBetween(place.up, upIn(orientation)) < AS_BEFORE)
    ? { ...place, orientation, at: time }
    : place;

/** From the first sample on the pelvis to its angles: still, guided move, zero, slides. Says what is missing in between. */
class PhoneWatch {
  readonly #buffer = new PhoneBuffer();
  #reach: PelvisReach = UPRIGHT;
  #slide = new SlideWatch(UPRIGHT);
  #now: Seconds = 0;
  #newest: Seconds | null = null;
  #place: Place | null = null;
  #move: GuidedMove | null = null;
  #axis: FoundAxis | null = null;
  /** Moves that went against the nominal way; a second one is believed. */
  #against = 0;
  #plan: Pick<MeasurementPlan, 'posture' | 'side'> | null = null;
  #zero: PhoneZero | null = null;
  /** Of a start that was held without the phone: its "up" in the pelvis. The next still moment gives the zero. */
  #wanted: Vec3 | null = null;
  #slidAt: Seconds | null = null;
  #beforeSlide: Quaternion | null = null;
  #problem: PhoneProblem | null = null;
  #last: { readonly pelvis: PhonePelvis; readonly at: Seconds } | null = null;

  take(samples: readonly PhoneSample[]): void {
    this.#buffer.add(samples, this.#now);
  }

  /** A measurement begins; times may begin again. */
  begin({ posture, side }: Pick<MeasurementPlan, 'posture' | 'side'>): void {
    // Whoever turns round for the other side may have laid it anew.
    if (this.#plan && this.#plan.side !== side) this.#forget();
    this.#plan = { posture, side };
    this.#buffer.clear();
    this.#reach = reachOf(posture);
    this.#slide = new SlideWatch(this.#reach);
    this.#now = 0;
    this.#newest = null;
    this.#zero = null;
    this.#wanted = null;
    this.#last = null;
    if (this.#slidAt !== null) this.#slidAt = Number.NEGATIVE_INFINITY;
    if (this.#place) this.#place = { ...this.#place, orientation: null };
  }

  #forget(): void {
    this.#last = null;
    this.#axis = null;
    this.#zero = null;
    this.#wanted = null;
    this.#move = null;
    this.#slidAt = null;
    this.#against = 0;
  }

  /**
   * Follows the phone up to a frame.
   * @param isInPlace whether the person is where the drill wants them: only there the guided move and a new zero count
   * @param isAsked whether the guided move may be asked for
   */
  step(time: Seconds, isInPlace: boolean, isAsked: boolean): PhoneReading {
    this.#now = time;
    for (const sample of this.#buffer.take(time)) {
      if (this.#newest !== null && sample.time - this.#newest > SILENT_AFTER) this.#loseHeading();
      this.#newest = sample.time;
      this.#follow(sample, isInPlace, isAsked);
      if (isInPlace) this.#catchUp(sample);
    }
    const orientation = this.#buffer.at(time);
    const isSilent = this.#newest === null ? time > SILENT_AFTER : time - this.#newest > SILENT_AFTER;
    const isDeadNow = isDead(this.#buffer.since(time - DEAD_AFTER), time - DEAD_AFTER) && this.#hasLasted(DEAD_AFTER);
    const state = isSilent || (isDeadNow && this.#axis !== null) ? 'silent' : this.#state;
    const pelvis = state === 'ready' ? this.#pelvis(orientation, time) : null;
    return { state, problem: isDeadNow ? 'table' : state === 'ready' ? null : this.#problem, pelvis };
  }

  /**
   * A start position was held until now: angles count from it. A phone that was silent or had slid has no zero until it lies still again,
   * which counts as the start then. @param pelvis its orientation in the room (y up)
   */
  zero(time: Seconds, pelvis: Mat3): void {
    this.#last = null;
    this.#zero = null;
    this.#wanted = [pelvis[3], pelvis[4], pelvis[5]];
    const held = this.#buffer.since(time - HOLD);
    // In a gap the newest of the hold stands for it: the phone was still.
    const orientation = this.#buffer.at(time) ?? held.at(-1)?.orientation ?? null;
    if (this.#axis === null || this.#slidAt !== null || orientation === null) return;
    const up = stillUp(this.#buffer.since(time - BREATH_LONG), time - BREATH_LONG, time) ?? meanUp(held);
    this.#countFrom(time, up, orientation, ZERO_SD);
  }

  #countFrom(time: Seconds, up: Vec3, orientation: Quaternion, sd: Degrees): void {
    if (this.#wanted === null) return;
    this.#zero = { up, orientation, at: time, upInPelvis: this.#wanted, sd, hasHeading: true, turned: 0 };
    this.#place = { up, orientation, at: time };
    this.#wanted = null;
  }

  /** A zero that was missed is taken as soon as the phone is mounted and lies still. */
  #catchUp({ time, orientation }: PhoneSample): void {
    if (this.#wanted === null || this.#axis === null || this.#slidAt !== null) return;
    const since = this.#buffer.since(time - LAID);
    const up = stillUp(since, time - LAID, time);
    if (up !== null && !isDead(since, time - LAID)) this.#countFrom(time, up, orientation, LATE_SD);
  }

  get #state(): PhoneState {
    if (this.#slidAt !== null) return 'slid';
    if (this.#axis !== null) return 'ready';
    return this.#move === null ? 'asks-still' : 'asks-move';
  }

  /** Through a gap the last angles stand, less and less certain, so that the fit of a frame does not jump. */
  #pelvis(orientation: Quaternion | null, time: Seconds): PhonePelvis | null {
    if (!this.#zero || !this.#axis) return null;
    if (orientation === null) return this.#last && olderBy(this.#last.pelvis, time - this.#last.at);
    const pelvis = pelvisOf(this.#zero, this.#axis, orientation, time);
    this.#last = { pelvis, at: time };
    return pelvis;
  }

  #hasLasted(long: Seconds): boolean {
    const first = this.#buffer.since(this.#now - long - 0.5)[0];
    return first !== undefined && this.#now - first.time >= long;
  }

  #follow(sample: PhoneSample, isInPlace: boolean, isAsked: boolean): void {
    if (this.#slidAt !== null) {
      if (isInPlace) this.#settle(sample);
    } else if (this.#axis === null) this.#findAxis(sample, isInPlace && isAsked);
    else if (this.#place && this.#slide.hasSlid(sample, this.#place)) this.#slides(sample.time);
    else if (this.#place) this.#place = refreshed(this.#place, sample);
  }

  /** Until the phone is mounted: still, then the move. A move that nobody has asked for does not count. */
  #findAxis(sample: PhoneSample, isAsked: boolean): void {
    if (!isAsked) {
      this.#move = null;
      return;
    }
    if (this.#move === null) {
      const up = stillUp(this.#buffer.since(sample.time - STILL), sample.time - STILL, sample.time);
      if (up === null || !this.#hasLasted(STILL)) return;
      this.#place = { up, orientation: null, at: sample.time };
      this.#move = new GuidedMove(up);
    }
    const end = this.#move.step(sample);
    if (end === null) return;
    if (end === 'too-much' || end === 'crooked') {
      this.#problem = end === 'crooked' ? 'crooked' : 'hand';
      this.#move = null;
    } else if (this.#isAgainst(end) && this.#against === 0) {
      this.#against = 1;
      this.#problem = 'again';
    } else {
      this.#axis = end;
      this.#move = null;
      this.#problem = null;
      this.#slide.forget();
    }
  }

  /**
   * Whether the move contradicts a phone that lies with its top towards the head. It may lie the other way round, or the person arched
   * instead of tucking, which would turn every sign round.
   */
  #isAgainst({ left }: FoundAxis): boolean {
    const { up } = this.#place ?? { up: [0, 0, 0] };
    const pitch = this.#plan?.posture.pelvis.pitch ?? 0;
    // Screen up on the belly: the phone's right edge is at the person's left. On the back it is at the right.
    const isFlat = Math.abs(pitch) > 45 && Math.abs(up[2]) > 0.7;
    return isFlat && left[0] * (pitch < 0 ? 1 : -1) * Math.sign(up[2]) < -0.5;
  }

  #slides(time: Seconds): void {
    this.#last = null;
    this.#slidAt = time;
    this.#beforeSlide = this.#buffer.at(time - SLID_UNSEEN);
    this.#slide.forget();
  }

  /** A phone that has slid gets a new zero when it lies still. Its own turn since then tells how it lies now. */
  #settle({ time, orientation }: PhoneSample): void {
    const from = time - LAID;
    if (this.#slidAt === null) return;
    if (this.#isBack(time, orientation)) {
      this.#slidAt = null;
      return;
    }
    if (from < this.#slidAt) return;
    const up = stillUp(this.#buffer.since(from), from, time);
    const [after, before] = [this.#buffer.at(time), this.#beforeSlide];
    if (up === null || after === null || isDead(this.#buffer.since(from), from)) return;
    this.#slidAt = null;
    this.#place = { up, orientation: after, at: time };
    this.#slide.forget(time);
    if (before === null || this.#axis === null) return this.#forget();
    const left = turned(product(inverse(after), before), this.#axis.left);
    const axis = { left, sd: Math.hypot(this.#axis.sd, NEW_AXIS_SD) };
    if (this.#zero)
      this.#zero = zeroAfter(this.#zero, this.#axis, { ...this.#reach, before, after, up, left, at: time });
    this.#axis = axis;
  }

  /** Whether it lies as before, so that it was the pelvis after all, or hardly slid. */
  #isBack(time: Seconds, orientation: Quaternion): boolean {
    const place = this.#place;
    const up = stillUp(this.#buffer.since(time - BACK_FOR), time - BACK_FOR, time);
    if (!place?.orientation || up === null || angleBetween(place.up, up) > AS_BEFORE) return false;
    return Math.abs(headingOf(place.orientation, orientation)) < AS_BEFORE;
  }

  #loseHeading(): void {
    if (this.#zero) this.#zero = { ...this.#zero, hasHeading: false };
    if (this.#place) this.#place = { ...this.#place, orientation: null };
    this.#slide.forget();
  }
}
