import type { Reading } from '../../instrument/output/reading.ts';
import type { FrameCounts, FramePump, FramePumpOptions } from '../worker-client/frame-pump.ts';
import type { FrameSource, SourceEvent } from './frame-source.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Guard } from '../session/guard.ts';
import type { SessionClock } from '../session/session-clock.ts';

export interface SourceLinkOptions {
  readonly source: FrameSource;
  readonly client: FramePumpOptions['client'];
  readonly makePump: (options: FramePumpOptions) => Pick<FramePump, 'start' | 'stop' | 'counts'>;
  /** The set's clock. Null before the set: then times begin at 0. */
  readonly clock: SessionClock | null;
  /** How far the worker's time is ahead of the clock, when it measured before the clock began. Absent: 0. */
  readonly ahead?: Seconds;
  /** Everything that comes from the source goes through it. */
  readonly guard: Guard;
  readonly onReading: (reading: Reading) => void;
  readonly onEvent: (event: SourceEvent) => void;
  /** The tab was hidden, so that no frames come, or shown again. */
  readonly onHidden?: (hidden: boolean) => void;
  /** Told of every frame: its time on the source's clock and on the worker's. */
  readonly onTimes: ((source: Seconds, worker: Seconds) => void) | undefined;
  readonly interval?: FramePumpOptions['interval'];
}

/** Connects a source to the worker and converts between their clocks. */
export class SourceLink {
  readonly source: FrameSource;
  readonly #pump: Pick<FramePump, 'start' | 'stop' | 'counts'>;
  readonly #stopEvents: () => void;

  constructor(options: SourceLinkOptions) {
    const { source, client, makePump, clock, guard, ahead = 0 } = options;
    const { onReading, onEvent, onHidden, interval, onTimes } = options;
    const frames = shiftedFrames(
      source,
      () => (clock?.now() ?? 0) + ahead,
      guard.wrap((time, own) => {
        clock?.observe(time - ahead);
        onTimes?.(own, time);
      }),
    );
    this.source = source;
    this.#pump = makePump({
      source: frames,
      client,
      onReading: guard.wrap((reading) => onReading(readingEarlier(reading, ahead))),
      // The client counts failed frames and restarts the worker; one lost frame does not matter.
      onError: () => undefined,
      onHidden: guard.wrap(onHidden ?? (() => undefined)),
      ...(interval ? { interval: () => guard.run(interval) ?? 0 } : {}),
    });
    this.#stopEvents = source.onEvent(guard.wrap(onEvent));
    this.#pump.start();
  }

  get counts(): FrameCounts {
    const { counts } = this.#pump;
    return { ...counts, dropped: counts.dropped + (this.source.outOfOrder ?? 0) };
  }

  /** Stops the readings. The source stays open and can be connected again. */
  disconnect(): void {
    this.#pump.stop();
    this.#stopEvents();
  }

  close(): void {
    this.disconnect();
    this.source.close();
  }
}

/**
 * The frames of a source on the set's clock. The first frame gets the time `first()`; the intervals stay. So a set
 * begins at 0 s, and a camera that was plugged in again continues at the set's time.
 * @param observe called for every frame before the listener, because a source has only one listener; `own`: on the source's clock
 */
export function shiftedFrames(
  source: Pick<FrameSource, 'onFrame' | 'grab'>,
  first: () => Seconds,
  observe: (time: Seconds, own: Seconds) => void = () => undefined,
): Pick<FrameSource, 'onFrame' | 'grab'> {
  let shift: Seconds | null = null;
  return {
    onFrame: (listener) =>
      source.onFrame((time) => {
        shift ??= first() - time;
        observe(time + shift, time);
        listener(time + shift);
      }),
    grab: () => source.grab(),
  };
}

/**
 * A reading on a clock that is `by` seconds behind the one it was measured on. A reference pose that was held before
 * the clock began gets the time 0, because a set has no negative times.
 */
export function readingEarlier(reading: Reading, by: Seconds): Reading {
  if (by === 0) return reading;
  const { referencePose } = reading;
  return {
    ...reading,
    time: reading.time - by,
    referencePose:
      referencePose.kind === 'set' ? { ...referencePose, at: Math.max(0, referencePose.at - by) } : referencePose,
  };
}
