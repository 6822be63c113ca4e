import { type KneeMemory, KneeSight, leastKneeVisibility } from '../checks/knee-sight.ts';
import type { KneeProblem } from '../output/reason.ts';
import type { PersonCheck } from '../checks/person-check.ts';
import { isWithin, otherSide, type Seconds, type Share, sidesOf } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { Picture } from '../input/picture.ts';
import type { FramingCheck, ReferencePoseState, StartDifference } from '../output/reading.ts';
import {
  hasLeft,
  isTrunkTipped,
  legDisplacement,
  looksStretched,
  RejectedPoseTimeout,
  SAME_LEG_POSITION,
  StartDifferenceSearch,
} from './held-pose-checks.ts';
import { plantedLandmarks, restingLandmarks, type StillLandmarks, unsupportedLandmarks } from './reference-pose-fit.ts';
import {
  coarseCost,
  findPostureCoarsely,
  findReferencePose,
  isUpsideDown,
  type PostureFinding,
  seatDifference,
} from './reference-pose-search.ts';
import { HOLD_TIME, RecentFrames, stillnessWindow, type StillnessWindow } from './stillness.ts';

/** A reference pose that has been held: every channel counts from it. */
export interface HeldReferencePose {
  readonly finding: PostureFinding;
  readonly still: StillLandmarks;
  /** Pictures from the hold, oldest first. */
  readonly pictures: readonly Picture[];
  readonly at: Seconds;
  /** What the hold showed of the knees. Null: nothing. */
  readonly knees: KneeMemory | null;
  readonly withoutNumber?: boolean;
}

/** The live check of posture and view, for the placement screen. */
export interface PlacementCheck
  extends Pick<FramingCheck, 'posture' | 'view' | 'kneeProblem' | 'difference' | 'withoutNumber'> {
  readonly lens: FramingCheck['lens'];
  readonly otherSide?: FramingCheck['otherSide'];
  /** The start but for a back that is rounded; `posture` is wrong then. Absent: it is not, or the drill allows it. */
  readonly backRounded?: true;
}

const UNKNOWN: PlacementCheck = { posture: 'unknown', view: 'unknown', lens: null };
/** Time between two live checks of posture and view; one costs a few milliseconds. */
const PLACEMENT_EVERY: Seconds = 0.5;
/** Most pictures kept from the hold (what networks and tracked parts compare with is their mean), and the time between two. */
const PICTURES = 20;
const PICTURE_EVERY: Seconds = 0.09;
/** Wait after a still stretch in the wrong posture or view. */
const RETRY_AFTER: Seconds = 1;
/**
 * A hold goes on over so much time without a person, at once and in all: a camera or its cable breaks one or two pictures. Nobody leaves
 * the start and is back in it so soon.
 */
const BRIDGED: Seconds = 0.32;
const BRIDGED_IN_ALL: Seconds = 0.5;
/**
 * A hold looks more finely than the live check. If it refuses a place that the live check accepts, its refusal stays for this
 * long. Otherwise the person would be asked to hold still again and again, and would never be told why.
 */
const REFUSAL_STAYS: Seconds = 6;

/** Whether the drill's angle can be read from where the lens stands (`band-from-here.ts`). */
export type CanRead = (finding: PostureFinding, still: Pick<StillLandmarks, 'visibility' | 'width'>) => boolean;

/** A time without a person that did not end a hold. */
interface Bridge {
  readonly until: Seconds;
  readonly lasted: Seconds;
}

/** Captures the reference pose: waits for a still stretch in the drill's start posture, seen from a usable view. */
export class ReferencePoseCapture {
  readonly #plan: MeasurementPlan;
  #window: StillnessWindow | null = null;
  /** Not cleared by `begin`: the posture is the same before and after it. */
  readonly #recent = new RecentFrames();
  #pictures: { readonly time: Seconds; readonly picture: Picture }[] = [];
  /** Since when there is no person; null: there is one. */
  #lostAt: Seconds | null = null;
  /** The times without a person that the hold went on over. */
  #bridges: readonly Bridge[] = [];
  #isAsked = false;
  /** True while a reference pose is held and no new one is asked for; frames are ignored then. */
  #isHeld = false;
  #state: ReferencePoseState = { kind: 'none' };
  #placement = UNKNOWN;
  #placementAt: Seconds = -Infinity;
  #rejectedAt: Seconds = -Infinity;
  /** The place as the last hold that refused it saw it; null: no hold did. */
  #refusal: { readonly placement: PlacementCheck; readonly at: Seconds } | null = null;
  /** The start position that later holds of this set must match; null before the first hold. */
  #startPosition: StillLandmarks | null = null;
  readonly #rejectedPoseTimeout = new RejectedPoseTimeout();
  /** The present place gives no number, and the person has stayed in it. */
  #isWithoutNumber = false;
  /** How long the person has stayed in the start at such a place, and whether it was so long that the set begins there. */
  readonly #unreadable = new RejectedPoseTimeout();
  #goesWithoutNumber = false;
  readonly #knees: KneeSight;
  readonly #difference: StartDifferenceSearch;
  readonly #canRead: CanRead;

  /** @param canRead absent: from every usable view */
  constructor(plan: MeasurementPlan, canRead: CanRead = () => true) {
    this.#plan = plan;
    this.#canRead = canRead;
    this.#knees = new KneeSight(leastKneeVisibility(plan));
    this.#difference = new StartDifferenceSearch(plan, (posture, still) => coarseCost({ ...plan, posture }, still));
  }

  get state(): ReferencePoseState {
    return this.#state;
  }

  get placement(): PlacementCheck {
    return this.#placement;
  }

  /**
   * Asks for a reference pose: a still stretch counts from now on.
   * @param start the real start position, if the last reference pose turned out not to be the start
   */
  begin(start: StillLandmarks | null = null): void {
    this.#startPosition = start ?? this.#startPosition;
    this.#isAsked = true;
    this.#isHeld = false;
    this.#rejectedAt = -Infinity;
    this.#rejectedPoseTimeout.clear();
    this.#window?.clear();
    this.#pictures = [];
    this.#bridges = [];
    this.#state = { kind: 'holding', progress: 0, problem: null };
  }

  /** Takes a frame in which the person check accepted nobody. */
  personLost(check: PersonCheck, time: Seconds): void {
    if (this.#isHeld) return;
    this.#lostAt ??= time;
    if ((this.#window?.progress ?? 0) > 0 && this.#bridgedTo(time) !== null) return;
    this.#forget();
    this.#placement = UNKNOWN;
    this.#showHolding(check.problem ?? 'no-person', 0);
  }

  #forget(): void {
    this.#window?.clear();
    this.#recent.clear();
    this.#difference.clear();
    this.#pictures = [];
    this.#bridges = [];
  }

  /** The bridges of the hold, with the one that lasts until now; null: that is too long. */
  #bridgedTo(time: Seconds): readonly Bridge[] | null {
    const lasted = time - (this.#lostAt ?? time);
    const bridges = [
      ...this.#bridges.filter(({ until }) => isWithin(time - until, HOLD_TIME)),
      { until: time, lasted },
    ];
    const all = bridges.reduce((sum, bridge) => sum + bridge.lasted, 0);
    return lasted <= BRIDGED && all <= BRIDGED_IN_ALL ? bridges : null;
  }

  /** A person is seen, perhaps after frames without one: one who is elsewhere by now has left the start. */
  #found(now: StillLandmarks, window: StillnessWindow, time: Seconds): void {
    if (this.#lostAt === null) return;
    const bridges = this.#bridgedTo(time);
    if (bridges === null || hasLeft(window.now(now.width, now.height), now)) this.#forget();
    else this.#bridges = bridges;
    this.#lostAt = null;
  }

  /** Takes one frame; returns the reference pose in the frame that completes the hold, else null. */
  step(picture: Picture, landmarks: Landmarks, check: PersonCheck, time: Seconds): HeldReferencePose | null {
    if (this.#isHeld) return null;
    const window = (this.#window ??= stillnessWindow({
      width: picture.width,
      planted: plantedLandmarks(this.#plan),
      unsupportedJoints: unsupportedLandmarks(this.#plan),
      resting: restingLandmarks(this.#plan),
    }));
    if (check.problem) {
      this.#showHolding(check.problem, window.progress);
      return null;
    }
    this.#found({ ...landmarks, width: picture.width, height: picture.height }, window, time);
    window.add(landmarks, time);
    this.#recent.add(landmarks, time);
    this.#knees.step(landmarks, time);
    this.#updatePlacement(window, picture, landmarks, check, time);
    this.#difference.step();
    if (!this.#isAsked) return null;
    this.#keepPicture(picture, time, window.earliest);
    if (isWithin(time - this.#rejectedAt, RETRY_AFTER)) return null;
    if (window.progress >= 1) return this.#complete(window, picture, time, check);
    this.#showHolding(window.moving ? 'moving' : null, window.progress);
    return null;
  }

  #keepPicture(picture: Picture, time: Seconds, since: Seconds): void {
    this.#pictures = this.#pictures.filter((p) => p.time >= since);
    const last = this.#pictures.at(-1);
    if (last && time - last.time < PICTURE_EVERY) return;
    this.#pictures.push({ time, picture: { ...picture, grey: picture.grey.slice() } });
    if (this.#pictures.length > PICTURES) this.#pictures.shift();
  }

  #updatePlacement(
    window: StillnessWindow,
    picture: Picture,
    landmarks: Landmarks,
    check: PersonCheck,
    time: Seconds,
  ): void {
    if (isWithin(time - this.#placementAt, PLACEMENT_EVERY)) return;
    const isFirst = this.#placementAt === -Infinity;
    this.#placementAt = isFirst ? time - PLACEMENT_EVERY : time;
    // The first reading comes sooner without: the next frame is checked.
    if (isFirst) return;
    const { width, height } = picture;
    this.#rejectedPoseTimeout.observe({ ...landmarks, width, height }, time);
    const still = window.now(width, height);
    const finding = this.#graded(this.#findPosture(still, picture), still, time);
    const { at, placement } = this.#refusal ?? { at: -Infinity, placement: UNKNOWN };
    if (finding.posture === 'ok' && !this.#goesWithoutNumber && isWithin(time - at, REFUSAL_STAYS)) {
      this.#placement = placement;
      return;
    }
    this.#placement = this.#placementFor(finding, still, check);
  }

  #placementFor(finding: PostureFinding, still: StillLandmarks, check: PersonCheck): PlacementCheck {
    return {
      ...placementOf(finding, check),
      kneeProblem: this.#kneeProblem(finding),
      otherSide: finding.problem && this.#lensOfOtherSide(still),
      difference: this.#differenceOf(finding, still),
      withoutNumber: this.#isWithoutNumber,
    };
  }

  /** Null while the first search is still at work. */
  #differenceOf({ posture, fit }: PostureFinding, still: StillLandmarks): StartDifference | null {
    if (posture === 'wrong' && isUpsideDown(this.#plan, still)) return { kind: 'upside-down' };
    if (this.#plan.uprightStart) return posture === 'ok' ? null : seatDifference(still.points);
    if (posture === 'ok') this.#difference.clear();
    else this.#difference.look(still, fit.cost);
    return this.#difference.found;
  }

  /** The present position; if not the start, the median of the last seconds, safe from single wrong frames. */
  #findPosture(still: StillLandmarks, { width, height }: Picture): PostureFinding {
    const now = findPostureCoarsely(this.#plan, still);
    const recent = now.problem && this.#recent.median(width, height);
    const recently = recent && findPostureCoarsely(this.#plan, recent);
    return recently && !recently.problem ? recently : now;
  }

  /**
   * A view from which this person would get no number is poor, even if another person could be read from there. Who stays in
   * the start there, or with a knee that cannot be read, is taken without a number in the end: faults can be watched all the
   * same.
   */
  #graded(finding: PostureFinding, still: StillLandmarks, time: Seconds): PostureFinding {
    const isFair = finding.problem === null && finding.view === 'fair';
    const isUnreadable = isFair && !this.#canRead(finding, still);
    const isRefused = isUnreadable || this.#kneeProblem(finding) !== null;
    if (isRefused && !this.#goesWithoutNumber) this.#goesWithoutNumber = this.#unreadable.reject(still, time);
    this.#isWithoutNumber = isRefused && this.#goesWithoutNumber;
    return isUnreadable && !this.#isWithoutNumber ? { ...finding, view: 'poor', problem: 'bad-view' } : finding;
  }

  /** Why a working knee cannot be read from here, so that no number would come. */
  #kneeProblem({ fit, problem }: PostureFinding): KneeProblem | null {
    if (problem) return null;
    const problems = sidesOf(this.#plan.side).map((side) => this.#knees.problem(side, fit.body, fit.camera.place));
    return problems.find((one) => one !== null) ?? null;
  }

  /** Direction of the lens if the picture shows the start for the other side from a usable view; null: it does not. */
  #lensOfOtherSide(still: StillLandmarks): FramingCheck['otherSide'] {
    const plan = this.#plan;
    if (plan.side === 'both') return null;
    const { fit, problem } = findPostureCoarsely({ ...plan, side: otherSide(plan.side) }, still);
    return problem === null ? { azimuth: fit.azimuth, lookingDown: fit.lookingDown } : null;
  }

  /**
   * Why a held pose that fits the start posture is still not the start; null: it is. Later holds of a set must match
   * the position of the first one, or a leg that is still deep in its stretch would become the zero. The first hold is
   * checked for a stretch by itself. Both judgements may be wrong, so a pose that is kept is accepted in the end; a
   * tipped trunk is certain and never accepted.
   */
  #problemOfHeldPose({ fit }: PostureFinding, still: StillLandmarks, time: Seconds): HoldProblem {
    if (isTrunkTipped(this.#plan, still)) return 'already-stretched';
    const moved = this.#startPosition ? legDisplacement(this.#startPosition, still) > SAME_LEG_POSITION : null;
    const problem =
      moved === null ? looksStretched(this.#plan, still, fit.azimuth) && 'already-stretched' : moved && 'wrong-posture';
    return problem && !this.#rejectedPoseTimeout.reject(still, time) ? problem : null;
  }

  /** The progress is the worst of what a hold needs: stillness counts only in the start position, from a place that will do. */
  #showHolding(problem: HoldProblem, stillness: Share): void {
    if (!this.#isAsked) return;
    const isRight = isStart(this.#placement) && (problem === null || problem === 'moving');
    this.#state = { kind: 'holding', progress: isRight ? stillness : 0, problem };
  }

  #complete(window: StillnessWindow, picture: Picture, time: Seconds, check: PersonCheck): HeldReferencePose | null {
    const still = window.still(picture.width, picture.height);
    const finding = this.#graded(findReferencePose(this.#plan, still), still, time);
    this.#placement = this.#placementFor(finding, still, check);
    const problem =
      finding.problem ??
      (check.backRounded ? 'back-rounded' : null) ??
      (this.#isWithoutNumber ? null : this.#placement.kneeProblem) ??
      this.#problemOfHeldPose(finding, still, time);
    if (problem) {
      this.#rejectedAt = time;
      this.#refusal = problem === 'bad-view' ? { placement: this.#placement, at: time } : null;
      this.#showHolding(problem, 0);
      return null;
    }
    this.#startPosition ??= still;
    this.#isAsked = false;
    this.#isHeld = true;
    const pictures = this.#pictures.filter((p) => window.holds(p.time)).map((p) => p.picture);
    this.#pictures = [];
    const withoutNumber = this.#isWithoutNumber;
    return { finding, still, pictures, at: time, knees: this.#knees.memory, withoutNumber };
  }
}

type HoldProblem = Extract<ReferencePoseState, { kind: 'holding' }>['problem'];

/** Whether a still stretch would be taken there, as far as the live check can tell. */
const isStart = ({ posture, view, kneeProblem = null, withoutNumber = false }: PlacementCheck): boolean =>
  posture === 'ok' && view !== 'poor' && (kneeProblem === null || withoutNumber);

/** The view is graded only in the start posture: in another one the direction of the lens cannot be estimated. */
const placementOf = ({ fit, posture, view }: PostureFinding, { backRounded }: PersonCheck): PlacementCheck =>
  backRounded && posture === 'ok'
    ? { posture: 'wrong', view: 'unknown', lens: null, backRounded }
    : posture === 'ok'
      ? { posture, view, lens: { azimuth: fit.azimuth, lookingDown: fit.lookingDown } }
      : { posture, view: 'unknown', lens: null };
