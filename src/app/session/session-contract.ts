import type { EngineInfo, LoadProgress } from '../../../workers/pose.api.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Share } from '../../instrument/geometry/units.ts';
import type { Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import type { GateView } from '../../coach/setup/setup-gate.ts';
import type { SoundState } from '../sound/announcer.ts';
import type { AppErrorCode } from '../app-error.ts';
import type { WakeLockState } from '../wake-lock.ts';

export type SourceRequest =
  /** `exact`: no other camera will do. */
  | { readonly kind: 'camera'; readonly deviceId: string | null; readonly exact?: boolean }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'demo' }
  /** No picture at all, for a drill that is only timed: nothing is opened or loaded, and the set begins at once. */
  | { readonly kind: 'none' };

export type SessionStage =
  /** Nothing open. */
  | 'idle'
  /** Model loading and source opening; `load` has the progress. */
  | 'starting'
  /** Picture running, body-in-frame check live, waiting for the person to start the set. */
  | 'placing'
  /** Count-in, neutral, phases. `gauge.phase` says which. */
  | 'running'
  /** The set is over, `recordId` is stored. */
  | 'finished'
  /** Cannot go on; `error` says why and what to do. */
  | 'failed';

/** Why a running set measures nothing at all, whoever may be in front of the camera. */
export type Blindness = 'camera-lost' | 'camera-silent' | 'worker-gone';

/** What the screens read. A new object whenever something in it changed, at most about ten times a second. */
export interface SessionSnapshot {
  readonly stage: SessionStage;
  readonly source: SourceRequest['kind'] | null;
  readonly plan: SetPlan | null;
  readonly load: LoadProgress | null;
  readonly engine: EngineInfo | null;
  readonly gauge: Gauge | null;
  /** The newest reading's checks, for the placement screen. */
  readonly reading: Reading | null;
  /** What the set-up waits for, while placing. Absent or null: nothing. */
  readonly gate?: GateView | null;
  readonly error: AppErrorCode | null;
  /** A trouble that does not stop the set (worker restarted, camera gone, storage full), in words. */
  readonly notice: string | null;
  /** Not null: the gauge's own reason for having no number is out of date. */
  readonly blind: Blindness | null;
  /** How far a raised arm has given its sign, which pauses the set or lets it go on. Absent or null: no arm is up. */
  readonly arm?: Share | null;
  readonly recordId: string | null;
  readonly muted: boolean;
  /** What of sound and wake lock works here; for the diagnostics. */
  readonly sound?: SoundState & { readonly wakeLock: WakeLockState };
  readonly workerRestarts: number;
  /** Frames measured and frames dropped since the source opened, and the rate over the last seconds. */
  readonly frames: { readonly measured: number; readonly dropped: number; readonly perSecond: number };
}

/** The one object the screens drive. Implemented by `session-controller.ts`; screens are tested with a fake. */
export interface Session {
  readonly snapshot: SessionSnapshot;
  /** The element that shows the source; screens put it into their own tree. Never mirrored itself: CSS does that. */
  readonly video: HTMLVideoElement;
  subscribe(listener: () => void): () => void;
  /** Called for every reading, for drawing only. */
  onReading(listener: (reading: Reading, gauge: Gauge | null) => void): () => void;
  /** Opens model and source for a drill. Must be called from a click: it may ask for the camera and unlocks sound. */
  open(plan: SetPlan, source: SourceRequest): Promise<void>;
  /**
   * From `placing`: begins the set (count-in, neutral, phases). Before a camera it also begins by itself, once all checks hold
   * and the start has been held; then the neutral is there and a short count-in follows.
   */
  start(): void;
  pause(): void;
  resume(): void;
  skip(): void;
  stop(why: StopKind): void;
  setMuted(muted: boolean): void;
  /** Closes source and worker and goes back to `idle`. A running set is stopped and kept. */
  close(): Promise<void>;
}
