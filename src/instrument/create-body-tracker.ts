import type { BodyTracker, CreateBodyTracker, TrackerInput, TrackerOutput } from './body-tracker.ts';
import { type DrillModels, NO_MODELS } from './input/drill-models.ts';
import type { Landmarks } from './input/landmarks.ts';
import { LaptopMotion } from './checks/laptop-motion.ts';
import { checkLight } from './checks/light-check.ts';
import type { MeasurementPlan } from './input/measurement-plan.ts';
import { type Measured, type Measuring, startMeasuring } from './fit/set-measurement.ts';
import {
  type HeldReferencePose,
  referencePoseKeeper,
  type ReferencePoseKeeper,
} from './reference-pose/reference-pose-capture.ts';
import type { Outside } from './reference-pose/reference-pose-validator.ts';
import { ArchWatch, withArch } from './outline/arch-watch.ts';
import type { NetworkInput } from './networks/network-input.ts';
import { checkPerson, type PersonCheck } from './checks/person-check.ts';
import type { Picture } from './input/picture.ts';
import type { FramingCheck, ReferencePoseQuality, ReferencePoseState, Reading } from './output/reading.ts';
import type { Reason } from './output/reason.ts';
import { isWithin, type Seconds } from './geometry/units.ts';

/** A neutral asked for so soon after the leg lay outside is asked for because of that. */
const DOUBT_LASTS: Seconds = 3;

/**
 * The instrument behind the pose model, frame by frame: light → person → neutral (until it is held) → fit and pelvis (after).
 * A new neutral may be asked for at any time; until it is held the old one goes on measuring unless the laptop has moved.
 */
export const createBodyTracker: CreateBodyTracker = (plan, clock, models = NO_MODELS): BodyTracker =>
  new Tracker(plan, clock, models);

class Tracker implements BodyTracker {
  readonly #plan: MeasurementPlan;
  readonly #clock: () => number;
  readonly #models: DrillModels;
  readonly #keeper: ReferencePoseKeeper;
  readonly #laptop = new LaptopMotion();
  readonly #arch: ArchWatch | null;
  #measuring: Measuring | null = null;
  #referencePose: ReferencePoseState = { kind: 'none' };
  #asking = false;
  #moved = false;
  /** What the last neutral was worth shows when the one is held that was asked for in doubt of it: it may stand all the same. */
  #doubted: Measuring | null = null;
  #now: Seconds = 0;

  constructor(plan: MeasurementPlan, clock: () => number, models: DrillModels) {
    this.#plan = plan;
    this.#clock = clock;
    this.#models = models;
    this.#keeper = referencePoseKeeper(plan);
    this.#arch = plan.outline ? new ArchWatch(plan.outline) : null;
  }

  beginReferencePose(): void {
    this.#asking = true;
    const doubt = freshDoubt(this.#measuring, this.#now);
    if (doubt) this.#doubted = this.#measuring;
    this.#keeper.ask(doubt?.still);
  }

  pelvisInput(picture: Picture, landmarks: Landmarks | null): NetworkInput | null {
    return (landmarks && this.#measuring?.network?.ask(picture, landmarks)) ?? null;
  }

  get referenceUsesLegNetwork(): boolean | null {
    return this.#measuring?.legsFromNetwork ?? null;
  }

  wantsMask(time: Seconds): boolean {
    return this.#arch?.wants(time) ?? false;
  }

  step(input: TrackerInput): TrackerOutput {
    const { picture, landmarks, time } = input;
    this.#now = time;
    const before = this.#clock();
    const check = checkPerson(landmarks, picture.width, picture.height);
    const light = checkLight(picture, check.problem === 'no-person' ? null : landmarks);
    if (!this.#measuring) this.#laptop.step(picture, landmarks, time);
    const measured = this.#measure(input, check);
    const person = personOf(check, light.problem);
    const surfaceMilliseconds = measured ? (this.#measuring?.surfaceMilliseconds ?? 0) : 0;
    const reading: Omit<Reading, 'timings'> = {
      time,
      width: picture.width,
      height: picture.height,
      person,
      landmarks: check.problem === 'no-person' ? null : landmarks,
      skeleton: measured?.skeleton ?? null,
      light,
      framing: framingOf(check, this.#keeper, !this.#measuring && this.#laptop.moves),
      referencePose: this.#asking ? this.#keeper.state : this.#referencePose,
      cameraMoved: this.#moved,
      startDoubted: !this.#asking && (this.#measuring?.outside?.isOutside ?? false),
      armRaised: person.seen && (measured?.armRaised ?? false),
      body: person.seen ? (measured?.body ?? null) : null,
    };
    return { reading, surfaceMilliseconds, fitMilliseconds: this.#clock() - before - surfaceMilliseconds };
  }

  #measure(input: TrackerInput, check: PersonCheck): Measured | null {
    const { picture, time, pelvisAnswer } = input;
    const landmarks = check.problem === 'no-person' ? null : input.landmarks;
    if (input.mask !== undefined) this.#arch?.look(input.mask, landmarks, time);
    if (!landmarks) {
      this.#keeper.miss(check);
      return null;
    }
    const held = this.#keeper.step(picture, landmarks, check, time);
    if (held) this.#settle(held);
    const measuring = this.#measuring;
    if (!measuring) return null;
    this.#moved = measuring.cameraMoved(picture, time);
    // What was asked in the neutral before is no answer about this one.
    measuring.network?.answered((!held && !this.#moved && pelvisAnswer) || null, time);
    const measured = measuring.step(picture, landmarks, check, time);
    return this.#arch ? { ...measured, body: withArch(measured.body, this.#arch.observation(time)) } : measured;
  }

  #settle(held: HeldReferencePose): void {
    const stands = !this.#moved && (this.#doubted?.outside?.isUpheldBy(held.still) ?? false);
    const verdict = this.#doubted && { upholdsLast: stands };
    this.#measuring = (stands ? this.#doubted : null) ?? startMeasuring(this.#plan, held, this.#clock, this.#models);
    const still = this.#arch?.settle(held.finding.fit, held.still.width) ?? null;
    this.#referencePose = stateOf(qualityWith(this.#measuring, still), held, verdict);
    this.#doubted = null;
    this.#asking = false;
    this.#moved = false;
  }
}

const freshDoubt = (measuring: Measuring | null, now: Seconds): Outside | null => {
  const outside = measuring?.outside?.last ?? null;
  return outside && isWithin(now - outside.at, DOUBT_LASTS) ? outside : null;
};

const qualityWith = ({ quality }: Measuring, archNoise: number | null): ReferencePoseQuality =>
  archNoise === null ? quality : { ...quality, noise: { ...quality.noise, 'back-arch': archNoise } };

const stateOf = (
  quality: ReferencePoseQuality,
  { at }: HeldReferencePose,
  verdict: { readonly upholdsLast: boolean } | null,
): ReferencePoseState => ({ kind: 'set', at, quality, ...verdict });

/** After neutral a foot at the edge of the picture is the body's own business; before it, it is a reason to move the laptop. */
function personOf(check: PersonCheck, light: Reason | null): Reading['person'] {
  if (!check.problem || check.problem === 'out-of-frame') return { seen: true };
  const reason = check.problem === 'no-person' && light ? light : check.problem;
  return { seen: false, reason };
}

function framingOf(check: PersonCheck, keeper: ReferencePoseKeeper, laptopMoves: boolean): FramingCheck {
  const { posture, view, lens } = keeper.glance;
  const problem =
    check.problem ?? (posture === 'wrong' ? 'wrong-posture' : posture === 'ok' && view === 'poor' ? 'bad-view' : null);
  return {
    missing: check.missing,
    size: check.size,
    extent: check.extent,
    posture,
    view,
    lens: lens ?? null,
    laptopMoves,
    ready: problem === null && posture === 'ok',
    problem,
  };
}
