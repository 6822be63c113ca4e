import type { BodyTracker, CreateBodyTracker } from '../../src/instrument/body-tracker.ts';
import { type Landmarks, scaledLandmarks } from '../../src/instrument/input/landmarks.ts';
import type { MeasurementPlan } from '../../src/instrument/input/measurement-plan.ts';
import { scaledMask } from '../../src/instrument/outline/person-mask.ts';
import type { ReferencePoseState, PeopleCount, Reading } from '../../src/instrument/output/reading.ts';
import type { Milliseconds, Seconds } from '../../src/instrument/geometry/units.ts';
import { codedError } from '../coded-error.ts';
import { DrillNetworks, type NetworkLoaders } from '../networks/drill-networks.ts';
import type { EngineLoader, LoadedEngine } from './engine-loader.ts';
import { bytesOf, type FramePictures } from '../pictures/frame-pixels.ts';
import { isMirrored } from './mirror-choice.ts';
import { RateWindow, smallerModel } from './model-choice.ts';
import type { EngineInfo, LoadOptions, LoadProgress, ModelSize, PoseApi } from '../pose.api.ts';
import { PeopleWatch } from './people-watch.ts';
import { SerialQueue } from './serial-queue.ts';
import { OrientationSearch } from './orientation-search.ts';

export interface InstrumentParts extends NetworkLoaders {
  readonly loader: Pick<EngineLoader, 'load' | 'change' | 'fetchAhead'>;
  readonly createTracker: CreateBodyTracker;
  /** Reads and closes a frame. */
  readonly readPixels: (frame: ImageBitmap | VideoFrame) => FramePictures;
  readonly now: () => Milliseconds;
}

/** The measuring instrument: pixels → landmarks → body, one frame at a time. */
export class PoseInstrument implements PoseApi {
  readonly #parts: InstrumentParts;
  readonly #queue = new SerialQueue();
  readonly #rate = new RateWindow();
  readonly #people: PeopleWatch;
  readonly #networks: DrillNetworks;
  #options: LoadOptions | null = null;
  #loaded: LoadedEngine | null = null;
  #startSize: ModelSize = 'full';
  #search: OrientationSearch | null = null;
  #plan: MeasurementPlan | null = null;
  #tracker: BodyTracker | null = null;
  #referencePose: ReferencePoseState['kind'] = 'none';
  /** A neutral was held since the tracker began. */
  #settled = false;
  #changing = false;
  #onEngineChange: (info: EngineInfo) => void = () => undefined;

  constructor(parts: InstrumentParts) {
    this.#parts = parts;
    this.#people = new PeopleWatch(parts.now);
    this.#networks = new DrillNetworks(parts);
  }

  load(
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
    onEngineChange: (info: EngineInfo) => void = () => undefined,
  ): Promise<EngineInfo> {
    return this.#queue.run(async () => {
      if (this.#loaded) throw codedError('unexpected', 'the engine is loaded already');
      const loaded = await this.#parts.loader.load(options, onProgress);
      this.#options = options;
      this.#onEngineChange = onEngineChange;
      this.#startSize = loaded.info.model;
      this.#use(loaded);
      return loaded.info;
    });
  }

  begin(plan: MeasurementPlan): Promise<void> {
    return this.#queue.run(async () => {
      const loaded = this.#needEngine();
      if (loaded.info.model !== this.#startSize) await this.#change(this.#startSize, 'a new measurement');
      this.#plan = plan;
      await this.#networks.load(plan);
      this.#startTracker(plan);
      this.#search?.reset();
      this.#mirror(null, false);
      this.#people.forget();
      this.#rate.clear();
    });
  }

  beginReferencePose(): Promise<void> {
    return this.#queue.run(() => this.#hold());
  }

  analyse(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<Reading> {
    return this.#queue.run(async () => {
      try {
        return await this.#measure(frame, time);
      } finally {
        // For the paths on which the pixels were never read; closing twice does nothing.
        frame.close();
      }
    });
  }

  async #measure(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<Reading> {
    const { now, readPixels } = this.#parts;
    this.#needEngine();
    const tracker = this.#needTracker();
    const start = now();
    const { measured, forModel } = readPixels(frame);
    const pixelsRead = now();
    const withMask = tracker.wantsMask?.(time) ?? false;
    const found = (await this.#search?.find(forModel, withMask)) ?? null;
    const scale = measured.width / forModel.width;
    const mask = this.#search?.mask ?? null;
    const modelDone = now();
    const picture = { width: measured.width, height: measured.height, rgba: bytesOf(measured) };
    const landmarks = await this.#networks.seeLegs(picture, found && scaledLandmarks(found, scale), time);
    const pelvisAnswer = await this.#networks.askPelvis(tracker.pelvisInput?.(picture, landmarks) ?? null);
    const pelvisDone = now();
    const { reading, surfaceMilliseconds, fitMilliseconds } = tracker.step({
      time,
      picture,
      landmarks,
      pelvisAnswer,
      ...(withMask ? { mask: mask && scaledMask(mask, scale) } : {}),
    });
    const stepped = now();
    const people = await this.#countPeople(forModel, found, reading);
    const looking = now() - stepped;
    const timings = {
      pixels: pixelsRead - start,
      model: modelDone - pixelsRead + looking,
      surface: pelvisDone - modelDone + surfaceMilliseconds,
      fit: fitMilliseconds,
      total: now() - start,
    };
    if (landmarks) this.#search?.judge(reading.person.seen);
    this.#referencePose = reading.referencePose.kind;
    this.#networks.settle(this.#referencePose === 'set' ? (tracker.referenceUsesLegNetwork ?? null) : null);
    this.#settled ||= this.#referencePose === 'set';
    if (!this.#settled) this.#mirror(reading.framing.lens);
    // A set has no such looks: they say nothing about the rate that it will run at.
    this.#keepRate(timings.total - looking, this.#referencePose === 'set');
    return { ...reading, people, timings };
  }

  /**
   * Only before a set, while somebody is believed, and until there is a neutral. Where there were several, it goes on until they
   * have left: the set-up waits for that, whatever neutral was held meanwhile.
   */
  async #countPeople(
    picture: ImageData,
    person: Landmarks | null,
    { time, person: { seen }, referencePose: neutral, framing }: Omit<Reading, 'timings'>,
  ): Promise<PeopleCount | null> {
    if (!this.#plan?.countsPeople || !person || !seen) return null;
    if (neutral.kind === 'set' && !this.#people.several) return null;
    const { engine } = this.#needEngine();
    const laptopMoves = framing.laptopMoves ?? false;
    const holding = neutral.kind === 'holding';
    return this.#people.step(engine, { time, picture, person, laptopMoves, holding });
  }

  /** Before the first neutral only: one that was seen one way round is no zero for the other. A hold that saw both begins anew. */
  #mirror(lens: Reading['framing']['lens'], now = this.#search?.mirrored ?? false): void {
    const turned = this.#plan && this.#search?.showMirrored(isMirrored(this.#plan, lens, now));
    if (turned && this.#referencePose === 'holding') this.#hold();
  }

  #keepRate(total: Milliseconds, referencePoseHeld: boolean): void {
    this.#rate.add(total);
    const options = this.#options;
    if (!options || options.model !== 'auto' || !this.#loaded || this.#changing) return;
    const { model: size } = this.#loaded.info;
    const { targetRate } = options;
    const smaller = smallerModel({ size, frameTimes: this.#rate.times, targetRate, referencePoseHeld });
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
      // The larger model goes on: slow is better than nothing. It is judged again after a full window.
      this.#rate.clear();
    } finally {
      this.#changing = false;
    }
  }

  async #change(size: ModelSize, why: string): Promise<void> {
    const changed = await this.#parts.loader.change(this.#needEngine(), size, why);
    this.#use(changed);
    this.#onEngineChange(changed.info);
  }

  #startTracker(plan: MeasurementPlan): void {
    this.#tracker = this.#parts.createTracker(plan, this.#parts.now, this.#networks.models);
    this.#referencePose = 'none';
    this.#settled = false;
  }

  /**
   * Each model size places its landmarks a little differently: a neutral of one is no zero for the other. A hold that was under
   * way goes on; one that was complete is missing from the next reading on, so that a new one is asked for.
   */
  #renewReferencePose(): void {
    const holding = this.#referencePose === 'holding';
    if (this.#plan === null) return;
    this.#startTracker(this.#plan);
    if (holding) this.#hold();
  }

  #hold(): void {
    this.#needTracker().beginReferencePose();
    this.#referencePose = 'holding';
  }

  #use(loaded: LoadedEngine): void {
    this.#loaded = loaded;
    this.#search = new OrientationSearch(loaded.engine, this.#search?.mirrored);
    this.#rate.clear();
  }

  #needEngine(): LoadedEngine {
    if (!this.#loaded) throw codedError('unexpected', 'no engine yet: call load first');
    return this.#loaded;
  }

  #needTracker(): BodyTracker {
    if (!this.#tracker) throw codedError('unexpected', 'no measurement yet: call begin first');
    return this.#tracker;
  }
}
