import type { MeasurementPlan } from '../src/instrument/input/measurement-plan.ts';
import type { Reading } from '../src/instrument/output/reading.ts';
import type { Milliseconds, Seconds } from '../src/instrument/geometry/units.ts';

export type ModelSize = 'lite' | 'full' | 'heavy';
export type BackendName = 'wasm' | 'webgl' | 'webgpu';

/** `own`: our own code around BlazePose's networks. `reference`: the pose-detection package around the same ones. */
export type EngineName = 'own' | 'reference';

export interface LoadOptions {
  /** `auto`: the best size that holds the frame rate here. */
  readonly model: ModelSize | 'auto';
  /** `auto`: each is tried and checked, the fastest that passes is taken. */
  readonly backend: BackendName | 'auto';
  /** Frames a second that the chosen model should reach. */
  readonly targetRate: number;
  /** Absent: `own`. Where that one fails to start, `reference` takes its place. */
  readonly engine?: EngineName;
}

export interface LoadProgress {
  readonly stage: 'backend' | 'weights' | 'warm-up' | 'choosing' | 'ready';
  /** Bytes so far and in all, only in stage `weights`. */
  readonly loaded: number;
  readonly total: number;
  readonly detail: string;
  /** No bytes come any more, and the rest has been asked for again. */
  readonly waiting?: boolean;
}

/** One backend that was tried, and what came of it. */
export interface BackendTrial {
  readonly backend: BackendName;
  readonly passed: boolean;
  readonly frameTime: Milliseconds | null;
  readonly note: string;
}

/** What was chosen and why; shown under Diagnostics and kept in the record. */
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
 * The contract between the page and the pose worker. Settings travel once (`load`, `begin`); per frame there is one message
 * each way. Expected outcomes are values inside `Reading`; a rejected promise is a surprise whose `name` is an `AppErrorCode`.
 */
export interface PoseApi {
  /**
   * Chooses a backend, fetches and checks the weights, warms up. Call once. `onEngineChange` is called later on, when
   * `auto` takes another model size because the rate was not held; it comes before the first reading of that size.
   */
  load(
    options: LoadOptions,
    onProgress: (progress: LoadProgress) => void,
    onEngineChange?: (info: EngineInfo) => void,
  ): Promise<EngineInfo>;
  /** Starts a new measurement: forgets the neutral, the track and the person. */
  begin(plan: MeasurementPlan): Promise<void>;
  /** Asks for a neutral: the next still stretch in the start posture zeroes every channel. */
  beginReferencePose(): Promise<void>;
  /** Takes ownership of the frame and closes it. `time` is the capture time; it must not go backwards. */
  analyse(frame: ImageBitmap | VideoFrame, time: Seconds): Promise<Reading>;
}
