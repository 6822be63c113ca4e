import type { EngineInfo, LoadProgress } from '../../../workers/pose.api.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Share } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { CoachEffect, Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import type { GateView } from '../../coach/setup/setup-gate.ts';
import type { SoundState } from '../sound/announcer.ts';
import type { PhoneFeed } from './phone-line.ts';
import type { AppErrorCode } from '../app-error.ts';
import type { WakeLockState } from '../wake-lock.ts';

export type SourceRequest =
  /** `exact`: no other camera may be used. */
  | { readonly kind: 'camera'; readonly deviceId: string | null; readonly exact?: boolean }
  /** `drill`: whose clip is shown. Absent: that of the plan. */
  | { readonly kind: 'demo'; readonly drill?: string }
  /** No camera: the drill is only timed. Nothing is opened, loaded or measured, and the set begins at once. */
  | { readonly kind: 'none' };

export type SessionStage =
  | 'idle'
  /** The model is loading and the source is opening; `load` has the progress. */
  | 'starting'
  /** The picture is running and the set-up checks are live; the set has not started. */
  | 'placing'
  /** Count-in, reference pose or a phase: see `gauge.phase`. */
  | 'running'
  /** The set is over and stored as `recordId`. */
  | 'finished'
  /** The session cannot go on; `error` says why. */
  | 'failed';

/** Why a running set gets no readings at all. */
export type Blindness = 'camera-lost' | 'camera-silent' | 'worker-gone';

/** What the screens read. A new object after every change, at most about ten times a second. */
export interface SessionSnapshot {
  readonly stage: SessionStage;
  readonly source: SourceRequest['kind'] | null;
  readonly plan: SetPlan | null;
  readonly load: LoadProgress | null;
  readonly engine: EngineInfo | null;
  readonly gauge: Gauge | null;
  /** The newest reading, for the placement screen. */
  readonly reading: Reading | null;
  /** The set-up checks while placing. Null: not placing. */
  readonly gate: GateView | null;
  readonly error: AppErrorCode | null;
  /** A trouble that does not stop the set (worker restarted, camera gone, storage full), in words. Null: none. */
  readonly notice: string | null;
  /** True: the voice says it as well. Absent: false. */
  readonly noticeSaid?: boolean;
  /** Why there are no readings. Not null: the gauge's own reason is out of date. */
  readonly blind: Blindness | null;
  /** Share of the time for which an arm must be raised to pause or resume the set. Null: no arm is up. */
  readonly arm: Share | null;
  /** True: both arms are up, which ends the set. Absent: false. */
  readonly bothArms?: boolean;
  readonly recordId: string | null;
  readonly muted: boolean;
  readonly sound?: SoundState & { readonly wakeLock: WakeLockState };
  readonly workerRestarts: number;
  /** Frames measured and dropped since the source opened, and the rate over the last seconds. */
  readonly frames: { readonly measured: number; readonly dropped: number; readonly perSecond: number };
}

/** What the screens use to run a session. Implemented by `session-controller.ts`; screens are tested with a fake. */
export interface Session {
  readonly snapshot: SessionSnapshot;
  /** The element that shows the source; a screen inserts it into its tree. Mirroring is done by CSS. */
  readonly video: HTMLVideoElement;
  subscribe(listener: () => void): () => void;
  /** Called for every reading, for drawing only. */
  onReading(listener: (reading: Reading, gauge: Gauge | null) => void): () => void;
  /**
   * Uses a phone on the pelvis from now on; null: none any more. Before a set begins it has to be ready, else that set goes on without
   * it.
   */
  usePhone(feed: PhoneFeed | null): Promise<void>;
  /** Begins to download the model while the person reads the page of a drill. */
  prepare(drill: DrillDefinition): void;
  /** Unlocks the sound. Browsers allow it only within a click, so it comes before anything is asked. */
  unlockSound(): void;
  /** Opens model and source for a drill. It may ask for the camera. */
  open(plan: SetPlan, source: SourceRequest): Promise<void>;
  /**
   * From `placing`: begins the set (count-in, reference pose, phases). Before a camera the set also begins by itself
   * when all checks pass and the start has been held. Then the reference pose is set already and a short count-in
   * follows.
   */
  start(): void;
  pause(): void;
  resume(): void;
  skip(): void;
  /** Counts a repetition, in a set without a camera. */
  count(): void;
  stop(why: StopKind): void;
  setMuted(muted: boolean): void;
  /** Says a sentence or sounds a tone of a screen. Not heard while muted. */
  announce(effect: Extract<CoachEffect, { kind: 'say' | 'beep' }>): void;
  /** A screen of the running session broke: the session ends with the error card. */
  fail(error: unknown): void;
  /** Closes source and worker and goes back to `idle`. A running set is stopped and kept. */
  close(): Promise<void>;
}
