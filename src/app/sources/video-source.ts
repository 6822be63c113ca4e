import type { FrameSource, SourceEvent, SourceFrame } from './frame-source.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';

export interface VideoSourceParts extends Pick<FrameSource, 'kind' | 'video' | 'label' | 'remarks'> {
  /** Cameras only. */
  readonly deviceId?: string | null;
  /** True for a camera, which cannot be paused and does not end by itself. */
  readonly live: boolean;
  /** Releases the stream of the element; called once. */
  readonly release: () => void;
}

/** Frames and events of a playing video element, for camera and demo. */
export class VideoSource implements FrameSource {
  readonly kind: FrameSource['kind'];
  readonly video: HTMLVideoElement;
  readonly label: string;
  readonly deviceId: string | null;
  readonly remarks: NonNullable<FrameSource['remarks']>;
  readonly width: number;
  readonly height: number;
  readonly #parts: VideoSourceParts;
  readonly #clock = new FrameClock();
  #outOfOrder = 0;
  readonly #listeners = new Set<(event: SourceEvent) => void>();
  readonly #closed = new AbortController();

  constructor(parts: VideoSourceParts) {
    this.#parts = parts;
    this.kind = parts.kind;
    this.video = parts.video;
    this.label = parts.label;
    this.deviceId = parts.deviceId ?? null;
    this.remarks = parts.remarks ?? [];
    this.width = parts.video.videoWidth;
    this.height = parts.video.videoHeight;
    const { signal } = this.#closed;
    // Not for a camera: its track reports the end of the stream itself, with the reason.
    if (!parts.live) this.video.addEventListener('ended', () => this.emit({ kind: 'ended' }), { signal });
    this.video.addEventListener('error', () => this.emit({ kind: 'lost', code: this.#lostCode() }), {
      signal,
    });
  }

  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  get outOfOrder(): number {
    return this.#outOfOrder;
  }

  emit(event: SourceEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  onFrame(listener: (time: Seconds) => void): () => void {
    let handle = 0;
    let stopped = false;
    const next: VideoFrameRequestCallback = (_now, metadata) => {
      if (stopped || this.closed.aborted) return;
      // Requested first, so that a listener that throws does not stop the frames.
      handle = this.video.requestVideoFrameCallback(next);
      const time = this.#clock.timeOf(metadata);
      if (time === null) this.#outOfOrder++;
      else listener(time);
    };
    handle = this.video.requestVideoFrameCallback(next);
    return () => {
      stopped = true;
      this.video.cancelVideoFrameCallback(handle);
    };
  }

  async grab(): Promise<SourceFrame> {
    if (typeof VideoFrame === 'undefined') return createImageBitmap(this.video);
    const frame = new VideoFrame(this.video);
    // Some browsers do not apply a phone clip's rotation to a `VideoFrame`. An image bitmap is always upright.
    const shown = this.video.videoWidth > this.video.videoHeight;
    if (shown === frame.displayWidth > frame.displayHeight) return frame;
    frame.close();
    return createImageBitmap(this.video);
  }

  onEvent(listener: (event: SourceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  pause(): void {
    if (!this.#parts.live) this.video.pause();
  }

  resume(): void {
    if (this.#parts.live || this.closed.aborted || this.video.ended) return;
    this.video.play().catch(() => this.emit({ kind: 'lost', code: this.#lostCode() }));
  }

  close(): void {
    if (this.closed.aborted) return;
    this.#closed.abort();
    this.#listeners.clear();
    this.video.pause();
    this.#parts.release();
  }

  #lostCode(): 'camera-failed' | 'file-codec-unsupported' {
    return this.kind === 'camera' ? 'camera-failed' : 'file-codec-unsupported';
  }
}

/** Resolves when the element has its first frame. Rejects with the element's error, or after `limit` milliseconds. */
export const firstPicture = (video: HTMLVideoElement, limit: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const over = new AbortController();
    const { signal } = over;
    const settle = (action: () => void) => {
      over.abort();
      clearTimeout(timer);
      action();
    };
    const timer = setTimeout(() => settle(() => reject(new Error('no picture in time'))), limit);
    video.addEventListener('loadeddata', () => settle(resolve), { signal });
    video.addEventListener('error', () => settle(() => reject(new Error(video.error?.message ?? 'media error'))), {
      signal,
    });
  });

/** Frames in a row behind the last one after which the source's clock has begun again: a third of a second. */
const BEGUN_AGAIN = 10;

type FrameMetadata = Pick<VideoFrameCallbackMetadata, 'captureTime' | 'mediaTime' | 'presentationTime'>;

/**
 * Converts the metadata of video frames to strictly increasing times in seconds: the camera's capture time where the
 * browser knows it, since it has no decoding delay, otherwise the time in the stream or file.
 */
export class FrameClock {
  #last: Seconds = Number.NEGATIVE_INFINITY;
  /** Capture minus presentation time, added to the presentation time of a frame without a capture time. */
  #captureLead: Seconds | null = null;

  /** Frames in a row that came in order among themselves, but behind the last one; and the time of the newest. */
  #behind = 0;
  #newestBehind: Seconds = Number.NEGATIVE_INFINITY;
  /** Added to the source's times since its clock has begun again. */
  #offset: Seconds = 0;

  /**
   * Null for a frame that is not newer than the last one. A source that goes on behind for some frames has begun its
   * clock again, as a virtual camera does: its times then go on from the last one.
   */
  timeOf(frame: FrameMetadata): Seconds | null {
    const time = this.#read(frame) + this.#offset;
    if (time > this.#last) {
      this.#behind = 0;
      this.#newestBehind = Number.NEGATIVE_INFINITY;
      this.#last = time;
      return time;
    }
    this.#behind = time > this.#newestBehind ? this.#behind + 1 : 0;
    const gap = time - this.#newestBehind;
    this.#newestBehind = time;
    if (this.#behind < BEGUN_AGAIN) return null;
    this.#offset += this.#last + gap - time;
    this.#last += gap;
    this.#behind = 0;
    return this.#last;
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

/** Milliseconds; long enough for a slow network. */
const FIRST_PICTURE_LIMIT = 20_000;

/** Plays a video from its beginning, without sound. Rejects where no picture comes. */
export const play = async (video: HTMLVideoElement, url: string): Promise<void> => {
  video.muted = true;
  video.playsInline = true;
  video.loop = false;
  video.srcObject = null;
  const picture = firstPicture(video, FIRST_PICTURE_LIMIT);
  video.src = new URL(url, document.baseURI).href;
  await Promise.all([picture, video.play()]);
  // A video whose pictures cannot be decoded may still play its sound.
  if (video.videoWidth === 0) throw new Error('there are no pictures in it');
};

export const letGo = (video: HTMLVideoElement, url: string): void => {
  if (video.src !== new URL(url, document.baseURI).href) return;
  video.removeAttribute('src');
  video.load();
};
