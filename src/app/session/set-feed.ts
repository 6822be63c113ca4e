import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge } from '../../coach/coach-contract.ts';
import { awaitCamera } from '../sources/camera-return.ts';
import type { FrameSource, SourceEvent } from '../sources/frame-source.ts';
import { SourceLink, type SourceLinkOptions } from '../sources/source-link.ts';
import type { SessionClient } from '../worker-client/pose-client.ts';
import { FrameInterval } from './frame-interval.ts';
import type { SessionClock } from './session-clock.ts';
import type { SourceRequest } from './session-contract.ts';
import type { GuardedParts } from './session-parts.ts';
import type { SetTroubles } from './set-troubles.ts';

export interface SetFeedOptions {
  readonly request: SourceRequest;
  readonly source: FrameSource;
  readonly client: SessionClient;
  readonly parts: GuardedParts;
  readonly clock: SessionClock;
  /** How far the worker's clock is ahead of the set's. */
  readonly ahead: Seconds;
  readonly troubles: SetTroubles;
  readonly onTimes?: SourceLinkOptions['onTimes'];
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
