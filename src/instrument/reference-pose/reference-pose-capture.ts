import { RejectedPoseTimeout } from './rejected-pose-timeout.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';
import { findReferencePose, glancePosture, type PostureFinding } from './reference-pose-search.ts';
import type { PersonCheck } from '../checks/person-check.ts';
import type { Picture } from '../input/picture.ts';
import type { FramingCheck, ReferencePoseState } from '../output/reading.ts';
import { RecentFrames } from './recent-frames.ts';
import { legsMoved, SAME_PLACE } from './same-start.ts';
import { stillnessWindow, type StillnessWindow } from './stillness.ts';
import { unsupportedLandmarks, plantedLandmarks, restingLandmarks } from './start-pose.ts';
import { isFarTurned, isTippedOver, looksStretched } from './stretch-check.ts';
import { isWithin, type Seconds } from '../geometry/units.ts';

/** A neutral that has been held: what the measurement starts from. */
export interface HeldReferencePose {
  readonly finding: PostureFinding;
  readonly still: StillLandmarks;
  /** Pictures from the hold, oldest first. */
  readonly pictures: readonly Picture[];
  readonly at: Seconds;
  /** Taken by legs that the drill's own network saw. */
  readonly legsFromNetwork: boolean;
}

/** The live check of posture and view, for the placement screen. */
export interface Glance {
  readonly posture: 'ok' | 'wrong' | 'unknown';
  readonly view: 'good' | 'fair' | 'poor' | 'unknown';
  /** Where the lens seems to stand; null while the posture is another. */
  readonly lens: FramingCheck['lens'];
}

export interface ReferencePoseKeeper {
  /** Looks at one frame while getting ready or holding; returns the neutral in the frame that completes it. */
  step(picture: Picture, landmarks: Landmarks, check: PersonCheck, time: Seconds): HeldReferencePose | null;
  /** A frame without a believable person. */
  miss(check: PersonCheck): void;
  /**
   * From now on a still stretch counts.
   * @param start where the start lies after all, when the neutral so far was taken elsewhere
   */
  ask(start?: StillLandmarks | null): void;
  readonly state: ReferencePoseState;
  readonly glance: Glance;
}

const UNKNOWN: Glance = { posture: 'unknown', view: 'unknown', lens: null };
/** The posture is looked at this often; a glance costs a few milliseconds. */
const GLANCE_EVERY: Seconds = 0.5;
/** Pictures kept from the hold for the surface's template, and how far apart. */
const PICTURES = 20;
const PICTURE_EVERY: Seconds = 0.09;
/** After a stretch that held still in the wrong posture or view, the next try waits so long. */
const RETRY_AFTER: Seconds = 1;

export const referencePoseKeeper = (plan: MeasurementPlan): ReferencePoseKeeper => new Keeper(plan);

class Keeper implements ReferencePoseKeeper {
  readonly #plan: MeasurementPlan;
  #window: StillnessWindow | null = null;
  /** Goes on while a hold is asked for anew: what was seen before it was no other posture. */
  readonly #recent = new RecentFrames();
  #pictures: { readonly time: Seconds; readonly picture: Picture }[] = [];
  #asked = false;
  /** A neutral is held and no new one is asked for: the posture is the drill's business now. */
  #settled = false;
  #state: ReferencePoseState = { kind: 'none' };
  #glance = UNKNOWN;
  #glancedAt = -Infinity;
  #refusedAt = -Infinity;
  #first: StillLandmarks | null = null;
  #firstUsedNetwork = false;
  /** When the pose model alone last saw the legs. */
  #blazePoseLegsAt: Seconds = -Infinity;
  readonly #rejectedPoseTimeout = new RejectedPoseTimeout();

  constructor(plan: MeasurementPlan) {
    this.#plan = plan;
  }

  get state(): ReferencePoseState {
    return this.#state;
  }

  get glance(): Glance {
    return this.#glance;
  }

  ask(start: StillLandmarks | null = null): void {
    this.#first = start ?? this.#first;
    this.#asked = true;
    this.#settled = false;
    this.#refusedAt = -Infinity;
    this.#rejectedPoseTimeout.clear();
    this.#window?.clear();
    this.#pictures = [];
    this.#state = { kind: 'holding', progress: 0, problem: null };
  }

  miss(check: PersonCheck): void {
    if (this.#settled) return;
    this.#window?.clear();
    this.#recent.clear();
    this.#pictures = [];
    this.#glance = UNKNOWN;
    this.#hold(check.problem ?? 'no-person', 0);
  }

  step(picture: Picture, landmarks: Landmarks, check: PersonCheck, time: Seconds): HeldReferencePose | null {
    if (this.#settled) return null;
    const window = (this.#window ??= stillnessWindow({
      width: picture.width,
      planted: plantedLandmarks(this.#plan),
      unsupportedJoints: unsupportedLandmarks(this.#plan),
      resting: restingLandmarks(this.#plan),
    }));
    if (check.problem) {
      this.#hold(check.problem, window.progress);
      return null;
    }
    window.add(landmarks, time);
    this.#recent.add(landmarks, time);
    if (!landmarks.legsFromNetwork) this.#blazePoseLegsAt = time;
    this.#look(window, picture, landmarks, time);
    if (!this.#asked) return null;
    this.#keep(picture, time, window.earliest);
    if (isWithin(time - this.#refusedAt, RETRY_AFTER)) return null;
    if (window.progress >= 1) return this.#complete(window, picture, time, landmarks.legsFromNetwork ?? false);
    this.#hold(window.moving ? 'moving' : null, window.progress);
    return null;
  }

  #keep(picture: Picture, time: Seconds, since: Seconds): void {
    this.#pictures = this.#pictures.filter((p) => p.time >= since);
    const last = this.#pictures.at(-1);
    if (last && time - last.time < PICTURE_EVERY) return;
    this.#pictures.push({ time, picture: { ...picture, rgba: picture.rgba.slice() } });
    if (this.#pictures.length > PICTURES) this.#pictures.shift();
  }

  #look(window: StillnessWindow, picture: Picture, landmarks: Landmarks, time: Seconds): void {
    if (isWithin(time - this.#glancedAt, GLANCE_EVERY)) return;
    this.#glancedAt = time;
    const { width, height } = picture;
    this.#rejectedPoseTimeout.look({ ...landmarks, width, height }, landmarks.legsFromNetwork ?? false, time);
    this.#glance = glanceOf(this.#posture(window.now(width, height), picture));
  }

  /** What is not the start at this moment still is where it has mostly been seen of late: nobody jumps to and fro. */
  #posture(still: StillLandmarks, { width, height }: Picture): PostureFinding {
    const now = glancePosture(this.#plan, still);
    const middle = now.problem && this.#recent.middle(width, height);
    const mostly = middle && glancePosture(this.#plan, middle);
    return mostly && !mostly.problem ? mostly : now;
  }

  /**
   * Why this posture is not the start. A later neutral of a set is taken in the posture of the first: a leg that is still deep in its
   * stretch would become the zero. The first is looked at for the stretch by itself. Whoever lies elsewhere, or seems to, and stays
   * there, is not kept waiting for ever, unless it is plain to see.
   */
  #elsewhere(
    { fit }: PostureFinding,
    still: StillLandmarks,
    time: Seconds,
    { legsFromNetwork, allFromNetwork }: { readonly legsFromNetwork: boolean; readonly allFromNetwork: boolean },
  ): HoldProblem {
    if (isTippedOver(this.#plan, still)) return 'already-stretched';
    const moved = this.#first ? legsMoved(this.#first, still) > SAME_PLACE : null;
    if (moved !== false && allFromNetwork && isFarTurned(this.#plan, still, fit.azimuth)) return 'already-stretched';
    const problem =
      moved === null ? looksStretched(this.#plan, still, fit.azimuth) && 'already-stretched' : moved && 'wrong-posture';
    return problem && !this.#rejectedPoseTimeout.refuse(still, legsFromNetwork, time) ? problem : null;
  }

  #hold(problem: HoldProblem, progress: number): void {
    if (this.#asked) this.#state = { kind: 'holding', progress, problem };
  }

  #complete(
    window: StillnessWindow,
    picture: Picture,
    time: Seconds,
    legsFromNetwork: boolean,
  ): HeldReferencePose | null {
    const still = window.still(picture.width, picture.height);
    const finding = findReferencePose(this.#plan, still);
    this.#glance = glanceOf(finding);
    // Legs seen by other eyes lie elsewhere without having moved.
    if (legsFromNetwork !== this.#firstUsedNetwork) this.#first = null;
    const problem =
      finding.problem ??
      this.#elsewhere(finding, still, time, {
        legsFromNetwork,
        allFromNetwork: this.#blazePoseLegsAt < window.begin,
      });
    if (problem) {
      this.#refusedAt = time;
      this.#hold(problem, 0.9);
      return null;
    }
    this.#first ??= still;
    this.#firstUsedNetwork = legsFromNetwork;
    this.#asked = false;
    this.#settled = true;
    const pictures = this.#pictures.filter((p) => window.holds(p.time)).map((p) => p.picture);
    this.#pictures = [];
    return { finding, still, pictures, at: time, legsFromNetwork };
  }
}

type HoldProblem = Extract<ReferencePoseState, { kind: 'holding' }>['problem'];

/** A view is graded only for the right posture: of another one the place of the lens cannot be told. */
const glanceOf = ({ fit, posture, view }: PostureFinding): Glance =>
  posture === 'ok'
    ? { posture, view, lens: { azimuth: fit.azimuth, lookingDown: fit.lookingDown } }
    : { posture, view: 'unknown', lens: null };
