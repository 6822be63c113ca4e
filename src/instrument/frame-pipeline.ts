import { armsOut } from './checks/raised-arm.ts';
import { checkLight, ExposureWatch } from './checks/light-check.ts';
import { FrozenPicture } from './checks/frozen-picture.ts';
import { LaptopMotion } from './checks/background-watch.ts';
import { BodyProof, checkPerson, isProved, NobodyWatch, type PersonCheck } from './checks/person-check.ts';
import { isReadable } from './fit/band-from-here.ts';
import { type Measured, Measuring } from './fit/set-measurement.ts';
import { leadingSide, type Milliseconds, type Seconds, type Side } from './geometry/units.ts';
import type { Landmarks } from './input/landmarks.ts';
import type { MeasurementPlan } from './input/measurement-plan.ts';
import { type Picture, sizeChange } from './input/picture.ts';
import { NetworkGuard, NetworkPace } from './networks/network-pace.ts';
import type { NetworkInput } from './networks/network-input.ts';
import type { NetworkPelvis, PelvisLook, PelvisModel } from './networks/network-pelvis.ts';
import { ArchWatch, StartBack, withArch } from './outline/arch-watch.ts';
import type { PersonMask } from './outline/trunk-contour.ts';
import type {
  FittedBody,
  FramingCheck,
  NetworkName,
  PeopleCount,
  PhonePelvis,
  PhoneReading,
  Reading,
  ReferencePoseState,
  StageTimings,
} from './output/reading.ts';
import type { Reason } from './output/reason.ts';
import type { PhoneGap } from './fit/pelvis-observation.ts';
import type { PhoneSight } from './phone/phone-watch.ts';
import type { PlacementCheck } from './reference-pose/reference-pose-capture.ts';
import { ReferencePoseOwner } from './reference-pose/reference-pose-owner.ts';
import { seatDifference } from './reference-pose/reference-pose-search.ts';

export interface RunningPelvisNetwork {
  readonly model: PelvisModel;
  run(input: NetworkInput): Promise<Float32Array>;
  /** The same on a thread of its own, with the cutting of the crop. Absent: there is none at the moment. */
  readonly runAside?: ((look: PelvisLook) => Promise<Float32Array>) | undefined;
}

/** The small network of the drill; null: the drill has none, or it could not be loaded. */
export interface PipelineNetworks {
  readonly pelvis: RunningPelvisNetwork | null;
  /** Those that the drill names, but that could not be loaded. Absent: none. */
  readonly failed?: readonly NetworkName[];
}

export const NO_NETWORKS: PipelineNetworks = { pelvis: null };

/** What the pose model found. `mask` null: not asked for, or nobody was found. */
export interface FoundPerson {
  readonly landmarks: Landmarks | null;
  readonly mask: PersonMask | null;
}

export type ReadingWithoutPeople = Omit<Reading, 'timings' | 'people'>;

/** One frame. Landmarks and mask are in pixels of `picture`. */
export interface FrameInput {
  /** Capture time on the clock of the source; must not go backwards. */
  readonly time: Seconds;
  readonly picture: Picture;
  /** On the pipeline's clock: when work on this frame began, before its pixels were read. */
  readonly startedAt: Milliseconds;
  readonly findPerson: (withMask: boolean) => Promise<FoundPerson>;
  /** Counts the people in this frame. */
  readonly countPeople: (reading: ReadingWithoutPeople) => Promise<PeopleCount | null>;
}

export type FrameReader = Pick<
  FramePipeline,
  'referencePose' | 'hasMeasured' | 'beginReferencePose' | 'restart' | 'read'
>;

/** The phone on the pelvis, which may come and go during a measurement. Null: none is used. */
export type PhoneOf = () => PhoneSight | null;

export const createFramePipeline = (...args: ConstructorParameters<typeof FramePipeline>): FrameReader =>
  new FramePipeline(...args);

export type CreateFrameReader = typeof createFramePipeline;

/**
 * The measuring instrument: takes one frame from its picture to its `Reading`, through every stage in order. It has no
 * DOM and no clock of its own; pose model and networks are arguments. A stage never calls an earlier one: what it needs
 * from earlier frames, it gets from `ReferencePoseOwner`.
 */
export class FramePipeline {
  readonly #plan: MeasurementPlan;
  readonly #clock: () => Milliseconds;
  readonly #networks: PipelineNetworks;
  readonly #pelvis: NetworkGuard<NetworkInput> | null;
  readonly #pace = new NetworkPace();
  /** The last answer of the pelvis network, and what it was compared with. */
  #keptPelvis: { readonly network: NetworkPelvis; readonly answer: Float32Array } | null = null;
  #laptop = new LaptopMotion();
  readonly #nobody = new NobodyWatch();
  readonly #proof = new BodyProof();
  readonly #freeze = new FrozenPicture();
  #exposure = new ExposureWatch();
  #outline: ArchWatch | null = null;
  #startBack: StartBack | null = null;
  #reference: ReferencePoseOwner;
  readonly #phoneOf: PhoneOf;
  /** Whether the last frame showed the person in the start position, later in the position of the drill. */
  #isInPlace = false;

  constructor(
    plan: MeasurementPlan,
    clock: () => Milliseconds,
    networks: PipelineNetworks = NO_NETWORKS,
    phoneOf: PhoneOf = () => null,
  ) {
    this.#phoneOf = phoneOf;
    this.#plan = plan;
    this.#clock = clock;
    this.#networks = networks;
    const { pelvis } = networks;
    this.#pelvis = pelvis && new NetworkGuard((input) => pelvis.run(input));
    this.#reference = this.#start();
  }

  /** State of the reference pose, as the next reading would report it. */
  get referencePose(): ReferencePoseState {
    return this.#reference.state;
  }

  /** True once a reference pose was held. */
  get hasMeasured(): boolean {
    return this.#reference.measurement !== null;
  }

  /** Afterwards the room is compared with that of the reference pose. */
  get #awaitsStart(): boolean {
    return !this.hasMeasured || this.referencePose.kind === 'holding';
  }

  beginReferencePose(): void {
    this.#laptop = new LaptopMotion();
    this.#reference.ask();
  }

  /** Forgets the reference pose. For a change of the pose model, because each model places the landmarks differently. */
  restart(): void {
    this.#laptop = new LaptopMotion();
    this.#exposure = new ExposureWatch();
    this.#reference = this.#start();
  }

  async read({ time, picture, startedAt, findPerson, countPeople }: FrameInput): Promise<Reading> {
    const clock = this.#clock;
    const pixelsRead = clock();

    // A network with a thread of its own looks at the frame while the pose model does, or at some frames only while nothing
    // moves.
    const isDue = this.#pace.isDue(picture, time) || this.referencePose.kind !== 'set';
    const earlyPelvis = this.#beginPelvis(picture, isDue);

    // 1 The pose model finds the person; a few times a second it also gives the outline, where the drill asks for it.
    const startBack = this.referencePose.kind === 'set' ? null : this.#startBack;
    const wantsMask = this.#outline?.wants(time) || startBack?.wants(time) || false;
    const found = await findPerson(wantsMask);
    const modelDone = clock();

    const { landmarks } = found;

    // 2 The pelvis network compares the pelvis with the picture of the reference pose.
    const pelvisAnswer = await this.#askPelvis(picture, landmarks, earlyPelvis);
    if (isDue) this.#pace.looked(picture, landmarks, time);
    const networksDone = clock();

    // 3 Checks: is it a whole person, is there light, does the laptop stand still.
    if (wantsMask) startBack?.addMask(found.mask, landmarks, time);
    const check = this.#checkPerson(landmarks, picture, time, startBack?.isRounded ?? false);
    const person = check.problem === 'no-person' ? null : landmarks;
    const light = checkLight(picture, person);
    if (this.#awaitsStart) this.#laptop.step(picture, landmarks, time);
    this.#reference.watchCamera(picture, person, time);
    const repeats = this.#freeze.step(picture, person, time);

    // 4 The outline shows the bend of the back.
    if (wantsMask) this.#outline?.addMask(found.mask, person, time);

    // 5 The reference pose is captured; 6 the skeleton is fitted, and every angle counts from the reference pose.
    // A frozen picture is no hold, however still it is.
    const phone = this.#phoneOf()?.step(time, this.#isInPlace, this.referencePose.kind !== 'set');
    const measured = repeats ? null : this.#measure(picture, person, check, time, pelvisAnswer, phone);

    // 7 The reading; 8 who else is in the picture.
    const still = measured ? (this.#reference.measurement?.stillMilliseconds ?? 0) : 0;
    const reading = this.#readingOf({ time, picture, check, person, light, measured, phone });
    this.#isInPlace = reading.body ? isAsAtStart(reading.body, leadingSide(this.#plan.side)) : reading.framing.ready;
    const fitted = clock();
    const people = await countPeople(reading);
    const end = clock();
    const timings: StageTimings = {
      pixels: pixelsRead - startedAt,
      model: modelDone - pixelsRead + (end - fitted),
      pelvis: networksDone - modelDone + still,
      fit: fitted - networksDone - still,
      total: end - startedAt,
    };
    return { ...reading, people, timings };
  }

  /** Before a set a body must be proved: no furniture is told to change its position. */
  #checkPerson(
    landmarks: Landmarks | null,
    { width, height }: Picture,
    time: Seconds,
    isRounded: boolean,
  ): PersonCheck {
    const found = checkPerson(landmarks, width, height);
    const check = this.hasMeasured ? found : this.#proof.step(found, landmarks, time);
    return isRounded ? { ...check, backRounded: true } : check;
  }

  /** A limb that points at the lens makes a body that was proved look impossible. */
  #strangeLimb({ problem }: PersonCheck, person: Landmarks | null): Pick<PlacementCheck, 'difference'> {
    if (problem !== 'implausible-body' || person === null || !this.#plan.uprightStart || !isProved(person)) return {};
    return { difference: seatDifference(person.points) };
  }

  get #model(): PelvisModel | null {
    return this.#pelvis?.isOut ? null : (this.#networks.pelvis?.model ?? null);
  }

  /** The networks of the drill that are not used. */
  get #networksOut(): readonly NetworkName[] {
    const { failed = [] } = this.#networks;
    return this.#pelvis?.isOut || failed.includes('pelvis') ? ['pelvis'] : [];
  }

  #start(): ReferencePoseOwner {
    const outline = this.#plan.outline ? new ArchWatch(this.#plan.outline) : null;
    this.#outline = outline;
    this.#startBack = this.#plan.flatBackAtStart ? new StartBack() : null;
    return new ReferencePoseOwner(this.#plan, {
      canRead: (finding, still) => isReadable(this.#plan, finding, still),
      startMeasurement: (held) => new Measuring(this.#plan, held, this.#clock, this.#model),
      settleOutline: (held) => outline?.settle(held.finding.fit, held.still.width) ?? null,
    });
  }

  /** The pelvis is looked for where it was in the reference pose, so the network needs no landmarks. */
  #beginPelvis(picture: Picture, isDue: boolean): Promise<Float32Array | null> | null {
    const { measurement } = this.#reference;
    const [guard, runAside, network] = [this.#pelvis, this.#networks.pelvis?.runAside, measurement?.network];
    if (!guard || guard.isOut || !network) return null;
    if (!measurement || sizeChange(measurement.pictureSize, picture)) return null;
    const kept = this.#keptPelvis;
    if (!isDue && kept?.network === network) return Promise.resolve(kept.answer);
    if (!runAside) return null;
    return guard.judge(runAside(network.lookAt(picture)));
  }

  async #askPelvis(
    picture: Picture,
    landmarks: Landmarks | null,
    early: Promise<Float32Array | null> | null,
  ): Promise<Float32Array | null> {
    const { measurement } = this.#reference;
    if (!landmarks || !measurement || sizeChange(measurement.pictureSize, picture)) return null;
    const { network } = measurement;
    const covered = early !== null && network?.isCovered(landmarks);
    const input = early ? null : network?.ask(picture, landmarks);
    const answer = (covered ? null : await (early ?? (input && this.#pelvis?.ask(input)))) ?? null;
    this.#keptPelvis = network && answer && { network, answer };
    return answer;
  }

  #measure(
    picture: Picture,
    person: Landmarks | null,
    check: PersonCheck,
    time: Seconds,
    pelvisAnswer: Float32Array | null,
    phone: PhoneReading | undefined,
  ): Measured | null {
    if (!person) {
      this.#reference.miss(check, time);
      return null;
    }
    const current = this.#reference.step(picture, person, check, time);
    if (!current) return null;
    const { measurement, isNew } = current;
    const { change, unsure } = this.#reference.camera;
    // Nothing can be measured in a picture of another shape.
    if (change === 'turned' || change === 'resized') return null;
    // The pelvis network ran before this frame set a reference pose, so its answer counts from the previous one.
    const isOutdated = isNew || change !== null || unsure;
    if (!this.#pelvis?.isOut) measurement.network?.answered(isOutdated ? null : pelvisAnswer, time);
    if (isNew) this.#exposure.begin(picture, person);
    if (isNew) this.#phoneOf()?.zero(time, measurement.pelvisAtStart);
    const step = measurement.step(picture, person, check, time, phone && (isNew ? 'phone-silent' : shownBy(phone)));
    const measured = withoutLight(step, this.#exposure.check(picture));
    const outline = this.#outline;
    return outline ? { ...measured, body: withArch(measured.body, outline.observation(time)) } : measured;
  }

  #readingOf({ time, picture, check, person, light, measured, phone }: ReadingParts): ReadingWithoutPeople {
    const reference = this.#reference;
    const seen = personOf(check.problem, this.#nobody.step(check, time), light.problem);
    // Whoever a frozen picture shows may have left long ago.
    const believed = this.#freeze.isFrozen ? ({ seen: false, reason: 'picture-frozen' } as const) : seen;
    const { change, suspected, unsure } = reference.camera;
    const laptopMoves = this.#awaitsStart && this.#laptop.moves;
    const networksOut = this.#networksOut;
    return {
      time,
      width: picture.width,
      height: picture.height,
      person: believed,
      landmarks: person,
      skeleton: measured?.skeleton ?? null,
      light,
      framing: framingOf(check, { ...reference.glance, ...this.#strangeLimb(check, person) }, laptopMoves),
      referencePose: this.#freeze.isFrozen ? withoutHold(reference.state) : reference.state,
      cameraMoved: change !== null,
      cameraChange: suspected,
      cameraUnsure: unsure,
      frozen: this.#freeze.isFrozen,
      startDoubted: reference.isDoubted,
      ...(networksOut.length > 0 ? { networksOut } : {}),
      raisedArms: believed.seen ? (measured?.raisedArms ?? 0) : 0,
      armsOut: believed.seen && person ? armsOut(person) : null,
      postureLeft: change !== null || unsure ? null : (reference.measurement?.postureLeft ?? null),
      body: believed.seen && measured ? withLightFirst(measured.body, light.problem) : null,
      ...(phone ? { phone: besideCamera(phone, measured) } : {}),
    };
  }
}

/** How far hips that keep their place shift and rise in the picture, metres; a trunk or leg that is as at the start leans or turns, degrees. */
const IN_PLACE = { shift: 0.01, lift: 0.02, turn: 10 };

/**
 * Whether the camera sees the body as it was at the start, so that a phone that slid may get a new zero. Where no part of the body shows
 * that the hips stay, trunk and working leg must be back: the pelvis folds or turns with them.
 */
function isAsAtStart({ valid, form, pelvis, trunkLean, leg }: FittedBody, side: Side): boolean {
  const { flexion, internalRotation } = leg[side];
  const turns = form?.hipsShift === undefined ? [trunkLean, flexion, internalRotation] : [];
  return (
    valid &&
    (form?.hipsShift?.value ?? 0) < IN_PLACE.shift &&
    (pelvis.lift?.value ?? 0) < IN_PLACE.lift &&
    turns.every((angle) => Math.abs(angle?.value ?? 0) < IN_PLACE.turn)
  );
}

/** What the phone tells the fit. While it is not mounted it is as if it were silent. */
const shownBy = ({ state, pelvis }: PhoneReading): PhonePelvis | PhoneGap =>
  pelvis ?? (state === 'slid' ? 'phone-slid' : 'phone-silent');

/** The phone's reading with the camera's own pelvis, in the frames that have it. */
const besideCamera = (phone: PhoneReading, measured: Measured | null): PhoneReading =>
  phone.pelvis && measured?.cameraPelvis ? { ...phone, camera: measured.cameraPelvis } : phone;

/** What a picture that is too dark or too bright hides as well as an arm or a coat does. */
const HIDDEN_BY_LIGHT: ReadonlySet<Reason> = new Set(['pelvis-hidden', 'pelvis-lost', 'back-hidden']);

/** The light is named before the limits of the instrument, because it is what the person can change. */
function withLightFirst(body: FittedBody, problem: Reason | null): FittedBody {
  if (problem === null) return body;
  const unseen = Object.entries(body.unseen).map(([channel, why]) => [
    channel,
    HIDDEN_BY_LIGHT.has(why) ? problem : why,
  ]);
  const reasons =
    body.reasons.length > 0 && !body.reasons.includes(problem) ? [...body.reasons, problem] : body.reasons;
  return { ...body, reasons, unseen: Object.fromEntries(unseen) };
}

/** Nothing counts in a frame whose exposure has run away since the reference pose. */
function withoutLight(measured: Measured, reason: Reason | null): Measured {
  if (reason === null) return measured;
  const { rough: _rough, ...body } = measured.body;
  return { ...measured, body: { ...body, valid: false, reasons: [reason, ...body.reasons] } };
}

/** A frozen picture is no hold. */
const withoutHold = (state: ReferencePoseState): ReferencePoseState =>
  state.kind === 'holding' ? { ...state, problem: 'picture-frozen' } : state;

interface ReadingParts extends Pick<Reading, 'time' | 'light'> {
  readonly picture: Picture;
  readonly check: PersonCheck;
  readonly person: Landmarks | null;
  readonly measured: Measured | null;
  readonly phone: PhoneReading | undefined;
}

/**
 * A person with a part outside the picture still counts as seen. Before the reference pose the framing check asks to
 * move the laptop; afterwards the fit handles the missing part.
 */
function personOf(problem: Reason | null, told: Reason | null, light: Reason | null): Reading['person'] {
  if (!problem || problem === 'out-of-frame') return { seen: true };
  return { seen: false, reason: (problem === 'no-person' ? light : null) ?? told ?? problem };
}

function framingOf(check: PersonCheck, glance: PlacementCheck, laptopMoves: boolean): FramingCheck {
  const { posture, view, lens, kneeProblem = null, otherSide, difference, withoutNumber } = glance;
  const problem = check.problem ?? postureProblem(glance);
  return {
    missing: check.missing,
    size: check.size,
    extent: check.extent,
    posture,
    view,
    lens: lens ?? null,
    kneeProblem,
    otherSide: otherSide ?? null,
    difference: difference ?? null,
    ...(withoutNumber ? { withoutNumber } : {}),
    laptopMoves,
    ready: problem === null && posture === 'ok',
    problem,
  };
}

function postureProblem({ posture, view, kneeProblem, backRounded, withoutNumber }: PlacementCheck): Reason | null {
  if (posture === 'wrong') return backRounded ? 'back-rounded' : 'wrong-posture';
  if (posture === 'ok' && view === 'poor') return 'bad-view';
  return withoutNumber ? null : (kneeProblem ?? null);
}
