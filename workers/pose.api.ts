import type { MeasurementPlan } from '../src/instrument/input/measurement-plan.ts';
import type { PhoneSample } from '../src/instrument/phone/phone-buffer.ts';
import type { Reading } from '../src/instrument/output/reading.ts';
import type { Milliseconds, Seconds } from '../src/instrument/geometry/units.ts';

export type ModelSize = 'lite' | 'full' | 'heavy';
export type BackendName = 'wasm' | 'webgl' | 'webgpu';

export interface LoadOptions {
  /** `auto`: the most accurate size that reaches the target rate on this machine. */
  readonly model: ModelSize | 'auto';
  /** False: `auto` leaves out `heavy`, a download of 26 MB, as in a person’s first set. Absent: true. */
  readonly heavy?: boolean;
  /** `auto`: every backend is tried and checked; the fastest that passes is used. */
  readonly backend: BackendName | 'auto';
  /** Frames per second that the chosen model should reach. */
  readonly targetRate: number;
  /** Pelvis network of the first drill. It is fetched while the pose model warms up, so that `begin` need not wait for it. */
  readonly networks?: Pick<MeasurementPlan, 'pelvisModel'>;
}

export interface LoadProgress {
  readonly stage: 'backend' | 'weights' | 'warm-up' | 'choosing' | 'ready';
  /** Bytes so far and in total; only in stage `weights`. */
  readonly loaded: number;
  readonly total: number;
  readonly detail: string;
  /** True: no bytes arrive, and the rest is requested again. */
  readonly waiting?: boolean;
}

export interface BackendTrial {
  readonly backend: BackendName;
  readonly passed: boolean;
  readonly frameTime: Milliseconds | null;
  readonly note: string;
}

/** What was chosen and why; shown on the Diagnostics page and stored in the record. */
export interface EngineInfo {
  readonly model: ModelSize;
  readonly backend: BackendName;
  readonly why: string;
  readonly version: string;
  readonly threads: number;
  readonly isolated: boolean;
  readonly trials: readonly BackendTrial[];
}

/**
 * The contract between the page and the pose worker. Settings are sent once (`load`, `begin`); each frame takes one
 * message each way. Expected outcomes are values in `Reading`; a promise rejects only on failure, with an
 * `AppErrorCode` as the error's `name`.
 */
export interface PoseApi {
  /** Fetches what `load` needs first, and compiles nothing. `load` goes on from there, also before this has settled. */
  prepare(options: LoadOptions): Promise<void>;
  /**
   * Chooses a backend, fetches and checks the weights, warms up. To be called once.
   * @param onEngineChange called later if `auto` changes to another model size because the frame rate was too low;
   * before the first reading of that size
   */
  load(
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
    onEngineChange?: (info: EngineInfo) => void,
  ): Promise<EngineInfo>;
  /** Starts a new measurement: forgets the reference pose and the person being followed. */
  begin(plan: MeasurementPlan): Promise<void>;
  /** Starts a capture: the next time the person holds the start still, every channel is set to zero. */
  beginReferencePose(): Promise<void>;
  /**
   * Samples of a phone on the pelvis, on the clock of the frames. The first call loads what reads them. Null: no phone is used any more.
   */
  phone(samples: readonly PhoneSample[] | null): Promise<void>;
  /** Measures a frame, takes ownership of it and closes it. `time` is the capture time; it must not go backwards. */
  analyse(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<Reading>;
}
