import type { CameraChoice } from '../../../src/app/sources/camera-source.ts';
import type { FrameSource, SourceEvent } from '../../../src/app/sources/frame-source.ts';

/** The camera of a hand-driven source, as the browser lists it. */
export const HAND_CAMERA: CameraChoice = { deviceId: 'hand', label: 'by hand' };

export class HandSource implements FrameSource {
  readonly video = { ended: false } as { ended: boolean } & HTMLVideoElement;
  readonly width = 1280;
  readonly height = 720;
  readonly label = HAND_CAMERA.label;
  readonly deviceId = HAND_CAMERA.deviceId;
  readonly kind: FrameSource['kind'];
  paused = false;
  closed = false;
  /** A real source also has only one listener. */
  #frames: ((time: number) => void) | null = null;
  readonly #events = new Set<(event: SourceEvent) => void>();

  constructor(kind: FrameSource['kind']) {
    this.kind = kind;
  }

  show(time: number): void {
    this.#frames?.(time);
  }

  emit(event: SourceEvent): void {
    for (const listener of this.#events) listener(event);
  }

  onFrame(listener: (time: number) => void): () => void {
    this.#frames = listener;
    return () => {
      if (this.#frames === listener) this.#frames = null;
    };
  }

  async grab(): Promise<never> {
    throw new Error('no picture in this test');
  }

  onEvent(listener: (event: SourceEvent) => void): () => void {
    this.#events.add(listener);
    return () => this.#events.delete(listener);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
  }

  close(): void {
    this.closed = true;
  }
}
