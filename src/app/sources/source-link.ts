import type { Reading } from '../../instrument/output/reading.ts';
import type { AppError } from '../app-error.ts';
import type { FrameCounts, FramePump, FramePumpOptions } from '../worker-client/frame-pump.ts';
import type { FrameSource, SourceEvent } from './frame-source.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { SessionClock } from '../session/session-clock.ts';
import { readingEarlier, shiftedFrames } from './shifted-source.ts';

export interface SourceLinkOptions {
  readonly source: FrameSource;
  readonly client: FramePumpOptions['client'];
  readonly makePump: (options: FramePumpOptions) => Pick<FramePump, 'start' | 'stop' | 'counts'>;
  /** The set's clock, or null while the person is still being placed: then times begin at 0. */
  readonly clock: SessionClock | null;
  /** How far the worker's time is ahead of the clock, when it goes on measuring from before the clock began. Absent: 0. */
  readonly ahead?: Seconds;
  readonly onReading: (reading: Reading) => void;
  readonly onEvent: (event: SourceEvent) => void;
  readonly onError: (error: AppError) => void;
  /** The tab was hidden, and no frames come; or it was shown again. */
  readonly onHidden?: (hidden: boolean) => void;
}

/** A source connected to the worker, from one moment on and on one clock. */
export class SourceLink {
  readonly source: FrameSource;
  readonly #pump: Pick<FramePump, 'start' | 'stop' | 'counts'>;
  readonly #stopEvents: () => void;

  constructor(options: SourceLinkOptions) {
    const { source, client, makePump, clock, onReading, onEvent, onError, onHidden, ahead = 0 } = options;
    const frames = shiftedFrames(
      source,
      () => (clock?.now() ?? 0) + ahead,
      (time) => clock?.observe(time - ahead),
    );
    this.source = source;
    this.#pump = makePump({
      source: frames,
      client,
      onReading: (reading) => onReading(readingEarlier(reading, ahead)),
      onError,
      onHidden: onHidden ?? (() => undefined),
    });
    this.#stopEvents = source.onEvent(onEvent);
    this.#pump.start();
  }

  get counts(): FrameCounts {
    return this.#pump.counts;
  }

  /** No more readings; the source goes on and can be linked again. */
  cut(): void {
    this.#pump.stop();
    this.#stopEvents();
  }

  close(): void {
    this.cut();
    this.source.close();
  }
}
