import type { Seconds } from '../../instrument/geometry/units.ts';

type FrameMetadata = Pick<VideoFrameCallbackMetadata, 'captureTime' | 'mediaTime' | 'presentationTime'>;

/**
 * Turns the metadata of video frames into one strictly increasing time in seconds: the camera's own capture time where
 * the browser knows it (it is free of the delay of decoding and showing), the place in the stream or file otherwise.
 */
export class FrameClock {
  #last: Seconds = Number.NEGATIVE_INFINITY;
  /** What is added to a presentation time when a camera leaves out a capture time. */
  #captureLead: Seconds | null = null;

  /** Null when this picture was there before: the same frame shown again, or an earlier one. */
  timeOf(frame: FrameMetadata): Seconds | null {
    const time = this.#read(frame);
    if (!(time > this.#last)) return null;
    this.#last = time;
    return time;
  }

  #read({ captureTime, mediaTime, presentationTime }: FrameMetadata): Seconds {
    const first = this.#last === Number.NEGATIVE_INFINITY;
    if (captureTime !== undefined && (first || this.#captureLead !== null)) {
      this.#captureLead = (captureTime - presentationTime) / 1000;
      return captureTime / 1000;
    }
    return this.#captureLead === null ? mediaTime : presentationTime / 1000 + this.#captureLead;
  }
}
