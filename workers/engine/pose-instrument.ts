import type {
  CreateFrameReader,
  FoundPerson,
  FrameReader,
  PipelineNetworks,
  ReadingWithoutPeople,
} from '../../src/instrument/frame-pipeline.ts';
import { angleDifference, type Degrees, type Milliseconds, type Seconds } from '../../src/instrument/geometry/units.ts';
import { type Landmarks, scaledLandmarks } from '../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import type { PhoneSample } from '../../src/instrument/phone/phone-buffer.ts';
import type { PhoneSight } from '../../src/instrument/phone/phone-watch.ts';
import { scaledMask } from '../../src/instrument/outline/trunk-contour.ts';
import type { FramingCheck, PeopleCount, Reading } from '../../src/instrument/output/reading.ts';
import { codedError } from '../coded-error.ts';
import { DrillNetworks, type NetworkLoaders } from '../networks/drill-networks.ts';
import type { FramePictures } from '../pictures/frame-pixels.ts';
import type { EngineInfo, LoadOptions, LoadProgress, ModelSize, PoseApi } from '../pose.api.ts';
import { type EngineLoader, JUDGED_FRAMES, type LoadedEngine, smallerModel } from './engine-loader.ts';
import { OrientationSearch } from './orientation-search.ts';
import { PeopleWatch } from './people-watch.ts';
import { SerialQueue } from './serial-queue.ts';

export interface InstrumentParts extends NetworkLoaders {
  readonly loader: Pick<EngineLoader, 'prepare' | 'load' | 'change' | 'fetchAhead'>;
  readonly createPipeline: CreateFrameReader;
  readonly loadPhone: () => Promise<PhoneSight>;
  /** Reads the pixels of a frame and closes it. */
  readonly readPixels: (frame: ImageBitmap | VideoFrame) => FramePictures | Promise<FramePictures>;
  /** Pictures of a new measurement may have another size. */
  readonly forgetSizes: () => void;
  readonly now: () => Milliseconds;
  /** Fetches the small networks of a drill before they are asked for. */
  readonly fetchNetworksAhead: (networks: NonNullable<LoadOptions['networks']>) => void;
  /** Called after each frame while a reference pose is set. */
  readonly onMeasuring: () => void;
  /** How long a worker beside this one has worked since the last call. */
  readonly takeAside: () => Milliseconds;
}

/** Whoever was followed at most so long ago is where they were. */
const FOLLOWED_FOR: Milliseconds = 1000;

interface RunningMeasurement {
  readonly plan: MeasurementPlan;
  readonly pipeline: FrameReader;
  /** When work on the last frame began; −∞: there was none. */
  readAt: Milliseconds;
}

/**
 * The worker's side of `PoseApi`: owns the pose model and its size, and hands each frame to the `FramePipeline`. Calls run one after
 * the other.
 */
export class PoseInstrument implements PoseApi {
  readonly #parts: InstrumentParts;
  readonly #queue = new SerialQueue();
  /** Frame times of the present size, oldest first. */
  #rate: readonly Milliseconds[] = [];
  readonly #people: PeopleWatch;
  readonly #networks: DrillNetworks;
  #options: LoadOptions | null = null;
  #loaded: LoadedEngine | null = null;
  #startSize: ModelSize = 'full';
  #search: OrientationSearch | null = null;
  #measurement: RunningMeasurement | null = null;
  /** Outlives a measurement: the phone stays where it lies. */
  #phone: PhoneSight | null = null;
  #loadingPhone: Promise<void> | null = null;
  #wantsPhone = false;
  #changing = false;
  #fetchedAhead = false;
  #onEngineChange: (info: EngineInfo) => void = () => undefined;

  constructor(parts: InstrumentParts) {
    this.#parts = parts;
    this.#people = new PeopleWatch(parts.now);
    this.#networks = new DrillNetworks(parts);
  }

  /** Outside the queue, so that `load` need not wait for it. */
  async prepare(options: LoadOptions): Promise<void> {
    await this.#parts.loader.prepare(options);
    this.#fetchNetworksAhead(options);
  }

  load(
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
    onEngineChange: (info: EngineInfo) => void = () => undefined,
  ): Promise<EngineInfo> {
    return this.#queue.run(async () => {
      if (this.#loaded) throw codedError('unexpected', 'the engine is loaded already');
      const loaded = await this.#parts.loader.load(options, (progress) => {
        // The line is free from here on, and the processor is busy.
        if (progress.stage !== 'weights') this.#fetchNetworksAhead(options);
        onProgress(progress);
      });
      this.#options = options;
      this.#onEngineChange = onEngineChange;
      this.#startSize = loaded.info.model;
      this.#use(loaded);
      return loaded.info;
    });
  }

  #fetchNetworksAhead({ networks }: LoadOptions): void {
    if (networks && !this.#fetchedAhead) this.#parts.fetchNetworksAhead(networks);
    this.#fetchedAhead = true;
  }

  begin(plan: MeasurementPlan): Promise<void> {
    return this.#queue.run(async () => {
      const loaded = this.#needEngine();
      if (loaded.info.model !== this.#startSize) await this.#change(this.#startSize, 'a new measurement');
      const networks: PipelineNetworks = await this.#networks.load(plan);
      const pipeline = this.#parts.createPipeline(plan, this.#parts.now, networks, () => this.#phone);
      this.#phone?.begin(plan);
      const last = this.#measurement;
      // A set begins right after its placing: the person who is followed stays the same, so nobody has to be searched for.
      const goesOn = last?.plan.countsPeople && this.#parts.now() - last.readAt < FOLLOWED_FOR;
      this.#measurement = { plan, pipeline, readAt: -Infinity };
      this.#parts.forgetSizes();
      if (!goesOn) this.#search?.reset(plan.startsAfresh);
      this.#mirror(null, false);
      this.#people.forget();
      this.#rate = [];
    });
  }

  beginReferencePose(): Promise<void> {
    return this.#queue.run(async () => this.#needMeasurement().pipeline.beginReferencePose());
  }

  /** Outside the queue, so that a frame finds the samples of its time. */
  async phone(samples: readonly PhoneSample[] | null): Promise<void> {
    this.#wantsPhone = samples !== null;
    if (samples === null) this.#phone = null;
    else if (this.#phone) this.#phone.take(samples);
    else await (this.#loadingPhone ??= this.#openPhone());
  }

  /** Rejects when its code cannot be loaded; the next samples try again. */
  async #openPhone(): Promise<void> {
    try {
      const phone = await this.#parts.loadPhone();
      // Let go meanwhile.
      if (!this.#wantsPhone) return;
      if (this.#measurement) phone.begin(this.#measurement.plan);
      this.#phone = phone;
    } finally {
      this.#loadingPhone = null;
    }
  }

  analyse(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<Reading> {
    return this.#queue.run(async () => {
      try {
        return await this.#read(frame, time);
      } finally {
        // For the paths on which the pixels were never read; closing twice does nothing.
        frame.close();
      }
    });
  }

  async #read(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<Reading> {
    const { now, readPixels } = this.#parts;
    this.#needEngine();
    const measurement = this.#needMeasurement();
    const { plan, pipeline, readAt } = measurement;
    const startedAt = now();
    measurement.readAt = startedAt;
    const { measured, forModel } = await readPixels(frame);
    const scale = measured.width / forModel.width;
    let found: Landmarks | null = null;
    let countingTime: Milliseconds = 0;
    const reading = await pipeline.read({
      time,
      startedAt,
      picture: measured,
      findPerson: async (withMask): Promise<FoundPerson> => {
        found = (await this.#search?.find(forModel, withMask)) ?? null;
        const mask = this.#search?.mask ?? null;
        return {
          landmarks: found && scaledLandmarks(found, scale),
          mask: withMask && mask ? scaledMask(mask, scale) : null,
        };
      },
      countPeople: async (so) => {
        // The first reading comes sooner without: the next frame counts.
        if (readAt < 0) return null;
        const before = now();
        const people = await this.#countPeople(plan, forModel, found, so);
        countingTime = now() - before;
        return people;
      },
    });
    if (found) this.#search?.judge(reading.person.seen);
    if (!pipeline.hasMeasured) this.#mirror(reading.framing.lens);
    if (reading.referencePose.kind === 'set') this.#parts.onMeasuring();
    // People are counted before a set only, so the time for it is left out of the frame rate.
    this.#keepRate(reading.timings.total - countingTime, reading.referencePose.kind === 'set');
    return { ...reading, timings: { ...reading.timings, aside: this.#parts.takeAside() } };
  }

  /**
   * Counts people before a set only: while a person is seen and no reference pose is set. If several people were seen,
   * counting goes on until the others have left, because the set-up waits for that.
   */
  async #countPeople(
    { countsPeople }: MeasurementPlan,
    picture: ImageData,
    person: Landmarks | null,
    { time, person: { seen }, referencePose, framing }: ReadingWithoutPeople,
  ): Promise<PeopleCount | null> {
    if (!countsPeople || !person || !seen) return null;
    if (referencePose.kind === 'set' && !this.#people.several) return null;
    const { engine } = this.#needEngine();
    const laptopMoves = framing.laptopMoves;
    const holding = referencePose.kind === 'holding';
    return this.#people.step(engine, { time, picture, person, laptopMoves, holding });
  }

  /**
   * Chooses the mirror, before the first reference pose only: a reference pose from a mirrored picture is no zero for
   * an unmirrored one. A hold that saw both begins anew.
   */
  #mirror(lens: Reading['framing']['lens'], now = this.#search?.mirrored ?? false): void {
    if (!this.#measurement) return;
    const { plan, pipeline } = this.#measurement;
    const turned = this.#search?.showMirrored(isMirrored(plan, lens, now));
    if (turned && pipeline.referencePose.kind === 'holding') pipeline.beginReferencePose();
  }

  #keepRate(total: Milliseconds, referencePoseHeld: boolean): void {
    this.#rate = [...this.#rate, total].slice(-JUDGED_FRAMES);
    const options = this.#options;
    if (!options || options.model !== 'auto' || !this.#loaded || this.#changing) return;
    const { model: size } = this.#loaded.info;
    const { targetRate } = options;
    const smaller = smallerModel({ size, frameTimes: this.#rate, targetRate, referencePoseHeld });
    if (smaller) void this.#stepDown(smaller, `${size} did not hold ${targetRate} frames a second`);
  }

  async #stepDown(size: ModelSize, why: string): Promise<void> {
    this.#changing = true;
    try {
      await this.#parts.loader.fetchAhead(size);
      await this.#queue.run(async () => {
        await this.#change(size, `${why}, so ${size} is used`);
        this.#renewReferencePose();
      });
    } catch {
      // The larger model stays in use, because a slow one is better than none. It is judged again after a full window.
      this.#rate = [];
    } finally {
      this.#changing = false;
    }
  }

  async #change(size: ModelSize, why: string): Promise<void> {
    const changed = await this.#parts.loader.change(this.#needEngine(), size, why);
    this.#use(changed);
    this.#onEngineChange(changed.info);
  }

  /**
   * Drops the reference pose, because model sizes place their landmarks a little differently: that of one size is no
   * zero for another. A hold in progress begins anew. The next reading has no reference pose, so the coach asks for a
   * new one.
   */
  #renewReferencePose(): void {
    const pipeline = this.#measurement?.pipeline;
    if (!pipeline) return;
    const wasHolding = pipeline.referencePose.kind === 'holding';
    pipeline.restart();
    if (wasHolding) pipeline.beginReferencePose();
  }

  #use(loaded: LoadedEngine): void {
    this.#loaded = loaded;
    this.#search = new OrientationSearch(loaded.engine, this.#search?.mirrored);
    this.#rate = [];
  }

  #needEngine(): LoadedEngine {
    if (!this.#loaded) throw codedError('unexpected', 'no engine yet: call load first');
    return this.#loaded;
  }

  #needMeasurement(): RunningMeasurement {
    if (!this.#measurement) throw codedError('unexpected', 'no measurement yet: call begin first');
    return this.#measurement;
  }
}

/** Two-sided drills: by so much the lens must be nearer to the recommended azimuth or to its mirror image. */
const CLEARLY: Degrees = 20;

/**
 * Whether the pose model is shown the mirrored picture. BlazePose is not symmetric: its landmarks in a picture and in
 * its mirror image differ by 2–4 px. All drills were tuned on people who work with the left leg; seen the other way
 * round the error rises from 2.3 to 2.8° and the share of frames with a value falls from 97 to 92 % (n = 91 rendered
 * sets). So a working right leg is shown as a left one. In two-sided drills the person is shown as from the recommended
 * place, once the lens's place is known.
 * @param lens place of the lens; absent or null: not known
 * @param now the current choice, kept while the lens does not decide
 */
export function isMirrored(
  { side, view }: Pick<MeasurementPlan, 'side' | 'view'>,
  lens: FramingCheck['lens'],
  now: boolean,
): boolean {
  if (side !== 'both') return side === 'right';
  if (!lens) return now;
  const nearer =
    angleDifference(lens.azimuth, 360 - view.recommended) - angleDifference(lens.azimuth, view.recommended);
  return Math.abs(nearer) < CLEARLY ? now : nearer < 0;
}
