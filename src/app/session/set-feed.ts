import type { SessionClock } from './session-clock.ts';
import type { SourceRequest } from './session-contract.ts';
import type { GuardedParts } from './session-parts.ts';
import type { SetTroubles } from './set-troubles.ts';
import { awaitCamera } from '../sources/camera-source.ts';
import type { FrameSource, SourceEvent } from '../sources/frame-source.ts';
import { SourceLink, type SourceLinkOptions } from '../sources/source-link.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import { isStretch, type PhaseKind } from '../../coach/drill-definition.ts';
import type { Degrees, Seconds, Share } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';

/** Nothing is measured in a rest, a count-in or a break. A raised arm, or a person who leaves, is still seen soon enough. */
const RESTING: Seconds = 0.19;
/** In a stretch in which nothing moves; the first movement brings every frame back. */
const STILL: Seconds = 0.22;

/** A reading is compared with the oldest one of this time. */
const LOOK_BACK: Seconds = 0.5;
/** A person moves if a joint has gone further than this, as a share of the body's length in the picture. */
const JOINT_MOVED: Share = 0.015;
/** The same for the large number. Five frames a second show a slower turn as well. */
const ANGLE_MOVED: Degrees = 1.5;
/** The person is still after this time without a movement. */
const STILL_AFTER: Seconds = 2;

const RESTS: ReadonlySet<PhaseKind> = new Set(['ready', 'turn', 'rest']);

interface Seen {
  readonly time: Seconds;
  readonly joints: Float32Array;
  readonly angle: Degrees | null;
}

/**
 * Time between two frames of a set. It is longer where every frame would tell the same, so that a laptop stays cool. As soon as a
 * rule sees half of what it would flag, every frame is read again, so no flag comes later.
 */
export class FrameInterval {
  #seen: readonly Seen[] = [];
  #movedAt: Seconds | null = null;
  #isStill = false;

  /** Feeds every reading, with the gauge after it. */
  observe(
    { time, skeleton }: Pick<Reading, 'time' | 'skeleton'>,
    { angle, calm }: Pick<Gauge, 'angle' | 'calm'>,
  ): void {
    const recent = this.#seen.filter((earlier) => time - earlier.time <= LOOK_BACK);
    const now = skeleton && { time, joints: skeleton, angle: angle?.value ?? null };
    const [before] = recent;
    if (!calm || !now || !before || hasMoved(before, now)) this.#movedAt = time;
    this.#seen = now ? [...recent, now] : [];
    this.#isStill = this.#movedAt !== null && time - this.#movedAt >= STILL_AFTER;
  }

  /** 0: as many frames as the worker can take. */
  at({ phase, paused }: Pick<Gauge, 'phase' | 'paused'>): Seconds {
    if (phase === null) return 0;
    if (paused || RESTS.has(phase.kind)) return RESTING;
    return this.#isStill && isStretch(phase.kind) ? STILL : 0;
  }
}

function hasMoved(before: Seen, now: Seen): boolean {
  if (before.angle !== null && now.angle !== null && Math.abs(now.angle - before.angle) > ANGLE_MOVED) return true;
  const limit = JOINT_MOVED * lengthOf(now.joints);
  for (let i = 0; i < now.joints.length; i += 2) if (!(distance(before.joints, now.joints, i) <= limit)) return true;
  return false;
}

const distance = (a: Float32Array, b: Float32Array, i: number): number =>
  Math.hypot((a[i] ?? NaN) - (b[i] ?? NaN), (a[i + 1] ?? NaN) - (b[i + 1] ?? NaN));

/** Diagonal of the box around the joints, pixels. */
function lengthOf(joints: Float32Array): number {
  const across = joints.filter((_, i) => i % 2 === 0);
  const down = joints.filter((_, i) => i % 2 === 1);
  return Math.hypot(Math.max(...across) - Math.min(...across), Math.max(...down) - Math.min(...down));
}

export interface SetFeedOptions {
  readonly request: SourceRequest;
  readonly source: FrameSource;
  readonly client: SessionClient;
  readonly parts: GuardedParts;
  readonly clock: SessionClock;
  /** How far the worker's clock is ahead of the set's. */
  readonly ahead: Seconds;
  readonly troubles: SetTroubles;
  readonly onTimes: SourceLinkOptions['onTimes'];
  readonly gauge: () => Gauge;
  readonly onReading: (reading: Reading) => void;
  /** A camera that was lost is about to send pictures again. */
  readonly onCameraBack: () => void;
  /** The video is over, or broke off. */
  readonly onSourceEnded: () => void;
}

/** Feeds a running set with readings. A camera that is lost is awaited, and a video that ends ends the set. */
export class SetFeed {
  readonly #options: SetFeedOptions;
  readonly #interval = new FrameInterval();
  #link: SourceLink;
  #stopWaiting: (() => void) | null = null;

  constructor(options: SetFeedOptions) {
    this.#options = options;
    this.#link = this.#linkTo(options.source);
  }

  get source(): FrameSource {
    return this.#link.source;
  }

  get counts(): SourceLink['counts'] {
    return this.#link.counts;
  }

  /** A camera goes on while the set is paused: its readings tell when the person is back. */
  get isLive(): boolean {
    return this.#options.request.kind === 'camera';
  }

  close(): void {
    this.#stopWaiting?.();
    this.#link.close();
  }

  #linkTo(source: FrameSource): SourceLink {
    const { client, parts, clock, ahead, troubles, gauge, onReading, onTimes } = this.#options;
    return new SourceLink({
      source,
      client,
      makePump: parts.makePump,
      clock,
      ahead,
      onTimes,
      guard: parts.guard,
      onReading: (reading) => {
        onReading(reading);
        this.#interval.observe(reading, gauge());
      },
      onEvent: (event) => this.#onEvent(event),
      onHidden: (hidden) => hidden && source.kind !== 'none' && troubles.tabHidden(),
      // A recording is measured as it is.
      ...(this.isLive && { interval: () => this.#interval.at(gauge()) }),
    });
  }

  #onEvent(event: SourceEvent): void {
    const { troubles, onSourceEnded } = this.#options;
    if (event.kind === 'muted') return troubles.cameraMuted(event.muted);
    if (event.kind === 'lost' && this.isLive) return this.#awaitCamera();
    if (event.kind === 'lost') troubles.fileBrokeOff();
    onSourceEnded();
  }

  #awaitCamera(): void {
    const { parts, troubles, onCameraBack } = this.#options;
    this.#link.close();
    troubles.cameraLost();
    const { deviceId, label } = this.#link.source;
    this.#stopWaiting = awaitCamera({
      lost: { deviceId, label },
      list: parts.listCameras,
      open: (id) => parts.openSource({ kind: 'camera', deviceId: id, exact: true }),
      timers: parts.timers,
      onDeviceChange: parts.onDeviceChange,
      allowed: parts.cameraAllowed,
      onReturn: parts.guard.wrap((source) => {
        this.#stopWaiting = null;
        troubles.cameraBack();
        onCameraBack();
        try {
          this.#link = this.#linkTo(source);
        } catch (error) {
          source.close();
          throw error;
        }
      }),
      onOnlyOthers: parts.guard.wrap(() => troubles.onlyOtherCameras()),
    });
  }
}
