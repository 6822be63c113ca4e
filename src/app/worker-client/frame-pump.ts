import type { Reading } from '../../instrument/output/reading.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { type AppError, asAppError } from '../app-error.ts';
import type { FrameSource, SourceFrame } from '../sources/frame-source.ts';
import type { PoseClient } from './pose-client.ts';

export type PageVisibility = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

export interface FramePumpOptions {
  readonly source: Pick<FrameSource, 'onFrame' | 'grab'>;
  readonly client: Pick<PoseClient, 'analyse' | 'ready'>;
  readonly onReading: (reading: Reading) => void;
  /** A frame could not be measured, or its reading could not be used. The pump goes on. */
  readonly onError: (error: AppError) => void;
  /** The tab was hidden, so that no frames come, or shown again. */
  readonly onHidden: (hidden: boolean) => void;
  /** Longest time wanted between two measured frames. Absent or 0: as many frames as the worker can take. */
  readonly interval?: () => Seconds;
  /** For tests; `document` when absent. */
  readonly page?: PageVisibility;
  /** For tests; `performance.now` when absent. */
  readonly now?: () => Milliseconds;
}

export interface FrameCounts {
  readonly measured: number;
  readonly dropped: number;
  /** Readings a second over the last three seconds. */
  readonly perSecond: number;
}

const RATE_SPAN: Milliseconds = 3000;

interface TimedFrame {
  readonly frame: SourceFrame;
  readonly time: Seconds;
}

/**
 * Sends frames from a source to the worker, one at a time. The newest frame that came while another was being measured
 * is kept and sent the moment the worker is free, so the worker never waits for the camera's next frame. A frame that a
 * newer one replaced, that came while the worker restarts, or out of order, is dropped and counted. A frame is skipped, and
 * not counted, if the next one is expected within `interval`. It is expected after the same time as this one.
 */
export class FramePump {
  readonly #options: FramePumpOptions;
  readonly #page: PageVisibility;
  readonly #now: () => Milliseconds;
  #stopFrames: (() => void) | null = null;
  #inFlight = false;
  /** Newest frame that came while another was being measured. */
  #waiting: TimedFrame | null = null;
  #grabbing = false;
  #measured = 0;
  /** When the last frame came that was taken, and the last of all. */
  #last: Seconds = Number.NEGATIVE_INFINITY;
  #before: Seconds = Number.NEGATIVE_INFINITY;
  #dropped = 0;
  #arrivals: Milliseconds[] = [];

  constructor(options: FramePumpOptions) {
    this.#options = options;
    this.#page = options.page ?? document;
    this.#now = options.now ?? (() => performance.now());
  }

  get counts(): FrameCounts {
    return { measured: this.#measured, dropped: this.#dropped, perSecond: this.#rate() };
  }

  start(): void {
    if (this.#isRunning()) return;
    this.#stopFrames = this.#options.source.onFrame((time) => void this.#carry(time));
    this.#page.addEventListener('visibilitychange', this.#onVisibility);
  }

  /** Stops for good. A pending reading is not delivered. */
  stop(): void {
    this.#stopFrames?.();
    this.#stopFrames = null;
    this.#takeWaiting()?.frame.close();
    this.#page.removeEventListener('visibilitychange', this.#onVisibility);
  }

  readonly #onVisibility = (): void => {
    const hidden = this.#page.visibilityState === 'hidden';
    if (!hidden) this.#arrivals = [];
    this.#options.onHidden(hidden);
  };

  async #carry(time: Seconds): Promise<void> {
    if (!this.#isTakeable(time)) {
      this.#dropped++;
      return;
    }
    const next = time + (time - this.#before);
    this.#before = time;
    if (this.#isInTime(next)) return;
    this.#last = time;
    await this.#grab(time);
    if (!this.#inFlight) await this.#measureWaiting();
  }

  /** One grab at a time. The worker's times must not go back, whatever the source says. */
  #isTakeable(time: Seconds): boolean {
    return !this.#grabbing && this.#options.client.ready && time > this.#last;
  }

  /** Whether this frame can be skipped, because the next one comes within the interval. */
  #isInTime(next: Seconds): boolean {
    return next - this.#last <= (this.#options.interval?.() ?? 0);
  }

  /** Takes the picture of a frame. It waits until the worker is free. */
  async #grab(time: Seconds): Promise<void> {
    this.#grabbing = true;
    try {
      const frame = await this.#options.source.grab();
      this.#replaceWaiting({ frame, time });
    } catch (error) {
      if (this.#isRunning()) this.#options.onError(asAppError(error));
    } finally {
      this.#grabbing = false;
    }
  }

  #replaceWaiting(newest: TimedFrame): void {
    const older = this.#takeWaiting();
    if (older) {
      older.frame.close();
      this.#dropped++;
    }
    if (this.#isRunning()) this.#waiting = newest;
    else newest.frame.close();
  }

  #takeWaiting(): TimedFrame | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }

  /** Measures the waiting frame, and those that wait when it is done. */
  async #measureWaiting(): Promise<void> {
    for (let next = this.#takeWaiting(); next; next = this.#takeWaiting()) {
      if (this.#options.client.ready) await this.#measure(next);
      else {
        next.frame.close();
        this.#dropped++;
      }
    }
  }

  async #measure({ frame, time }: TimedFrame): Promise<void> {
    const { client, onReading, onError } = this.#options;
    this.#inFlight = true;
    try {
      // The client owns the frame from here on and closes it in every case.
      const reading = await client.analyse(frame, time);
      this.#count();
      if (this.#isRunning()) onReading(reading);
    } catch (error) {
      if (this.#isRunning()) onError(asAppError(error));
    } finally {
      this.#inFlight = false;
    }
  }

  /** A method, because the value may change during an `await`. */
  #isRunning(): boolean {
    return this.#stopFrames !== null;
  }

  #count(): void {
    this.#measured++;
    this.#arrivals.push(this.#now());
    this.#forgetOld();
  }

  #forgetOld(): void {
    const since = this.#now() - RATE_SPAN;
    const kept = this.#arrivals.findIndex((arrival) => arrival >= since);
    this.#arrivals = kept < 0 ? [] : this.#arrivals.slice(kept);
  }

  #rate(): number {
    this.#forgetOld();
    const first = this.#arrivals[0];
    const last = this.#arrivals.at(-1);
    if (first === undefined || last === undefined || last <= first) return 0;
    return ((this.#arrivals.length - 1) * 1000) / (last - first);
  }
}
