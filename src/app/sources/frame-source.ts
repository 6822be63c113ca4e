import type { Seconds } from '../../instrument/geometry/units.ts';
import type { AppErrorCode } from '../app-error.ts';

/** A frame on its way to the worker: whoever holds it must close it or hand it on. */
export type SourceFrame = ImageBitmap | VideoFrame;

export type SourceEvent =
  /** A file or the demo has been played to its end. */
  | { readonly kind: 'ended' }
  /** No more frames will come: unplugged, taken away, or the file broke off. */
  | { readonly kind: 'lost'; readonly code: AppErrorCode }
  /** The camera is there but sends nothing (lid, privacy key, another app): frames stop until it is false again. */
  | { readonly kind: 'muted'; readonly muted: boolean };

/**
 * Where frames come from: a camera, a file the person opened, or the demo. All three look the same from here on.
 * Times are seconds on the source's own clock and strictly increase.
 */
export interface FrameSource {
  readonly kind: 'camera' | 'file' | 'demo' | 'none';
  /** The element that plays the source. */
  readonly video: HTMLVideoElement;
  /** Size of the picture in pixels as it came from the source. */
  readonly width: number;
  readonly height: number;
  /** The camera's or the file's name, for the screen. */
  readonly label: string;
  /** Which camera it is; null for files, and where the browser does not tell. */
  readonly deviceId: string | null;
  /** Calls back for every new picture with its capture time, while the tab is visible. Returns how to stop. */
  onFrame(listener: (time: Seconds) => void): () => void;
  /** The picture that is on show now, to be transferred to the worker. */
  grab(): Promise<SourceFrame>;
  /** Returns how to stop listening. */
  onEvent(listener: (event: SourceEvent) => void): () => void;
  /** Files and the demo stand still; a camera goes on (its frames are left lying by the pump). */
  pause(): void;
  resume(): void;
  /** Lets go of camera or file. May be called twice. */
  close(): void;
}
