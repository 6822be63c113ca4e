import type { Seconds } from '../../instrument/geometry/units.ts';
import type { AppErrorCode } from '../app-error.ts';

/** What a camera does to its picture by itself, and the person should know before a set. */
export type CameraRemark =
  /** The camera or the system keeps the person in the middle by zooming and sliding: the picture is no fixed view. */
  | 'framing'
  /** The background is blurred, so that a moved camera cannot be told. */
  | 'blur'
  /** The picture comes from a program that may change or freeze it. */
  | 'virtual';

/** A frame on its way to the worker. Its holder must close or transfer it. */
export type SourceFrame = ImageBitmap | VideoFrame;

export type SourceEvent =
  | { readonly kind: 'ended' }
  /** No more frames will come: the camera was unplugged, or the file broke off. */
  | { readonly kind: 'lost'; readonly code: AppErrorCode }
  /** True: the camera is there but sends nothing (lid, privacy key, another program). False: frames come again. */
  | { readonly kind: 'muted'; readonly muted: boolean };

/**
 * A camera, a file that the person opened, or the demo. Times are seconds on the source's own clock and strictly
 * increase.
 */
export interface FrameSource {
  readonly kind: 'camera' | 'demo' | 'none';
  readonly video: HTMLVideoElement;
  /** Size of the picture in pixels as it came from the source. */
  readonly width: number;
  readonly height: number;
  /** Number of frames whose time went back or repeated; they are never measured. Absent: none. */
  readonly outOfOrder?: number;
  /** Name of the camera or the file, for the screen. */
  readonly label: string;
  /** What a camera does to its picture by itself. Absent: nothing that is known. */
  readonly remarks?: readonly CameraRemark[];
  /** Which camera it is. Null for files, and where the browser does not say. */
  readonly deviceId: string | null;
  /**
   * Calls back for every new frame with its capture time, while the tab is visible. Returns a function that stops it.
   */
  onFrame(listener: (time: Seconds) => void): () => void;
  /** The frame that is shown now, to be transferred to the worker. */
  grab(): Promise<SourceFrame>;
  /** Returns a function that stops listening. */
  onEvent(listener: (event: SourceEvent) => void): () => void;
  /** Stops a file or the demo. A camera goes on. */
  pause(): void;
  resume(): void;
  /** Releases camera or file. May be called twice. */
  close(): void;
}
