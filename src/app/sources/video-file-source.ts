import { AppError, type AppErrorCode } from '../app-error.ts';
import { demoUrl } from './demo.ts';
import type { FrameSource } from './frame-source.ts';
import { firstPicture, VideoSource } from './video-source.ts';
import { looksLikeVideo, SIGNATURE_BYTES } from './video-signature.ts';

export interface OpenVideoFileOptions {
  readonly video: HTMLVideoElement;
  readonly file: File;
}

/** Milliseconds; a file on a slow network drive may take its time. */
const FIRST_PICTURE_LIMIT = 20_000;

/** Opens a video the person chose and plays it once. Throws `file-not-video` or `file-codec-unsupported`. */
export const openVideoFile = async ({ video, file }: OpenVideoFileOptions): Promise<FrameSource> => {
  const url = URL.createObjectURL(file);
  const release = () => {
    letGo(video, url);
    URL.revokeObjectURL(url);
  };
  try {
    await play(video, url);
  } catch (error) {
    release();
    throw new AppError(await fileErrorCode(file), `${file.name}: ${String(error)}`, { cause: error });
  }
  return new VideoSource({ kind: 'file', video, label: file.name, live: false, release });
};

/** Plays the built-in clip. Throws `demo-missing`. */
export const openDemo = async ({ video }: { readonly video: HTMLVideoElement }): Promise<FrameSource> => {
  const url = demoUrl;
  if (url === null) throw new AppError('demo-missing', 'no demo in this build');
  const release = () => letGo(video, url);
  try {
    await play(video, url);
  } catch (error) {
    release();
    throw new AppError('demo-missing', `the demo did not play: ${String(error)}`, { cause: error });
  }
  return new VideoSource({ kind: 'demo', video, label: 'Demo', live: false, release });
};

const play = async (video: HTMLVideoElement, url: string): Promise<void> => {
  video.muted = true;
  video.playsInline = true;
  video.loop = false;
  video.srcObject = null;
  const picture = firstPicture(video, FIRST_PICTURE_LIMIT);
  video.src = new URL(url, document.baseURI).href;
  await Promise.all([picture, video.play()]);
  // A film whose pictures the browser cannot decode may still play its sound.
  if (video.videoWidth === 0) throw new Error('there are no pictures in it');
};

const letGo = (video: HTMLVideoElement, url: string): void => {
  if (video.src !== new URL(url, document.baseURI).href) return;
  video.removeAttribute('src');
  video.load();
};

const fileErrorCode = async (file: File): Promise<AppErrorCode> => {
  const head = await file
    .slice(0, SIGNATURE_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return looksLikeVideo(new Uint8Array(head)) ? 'file-codec-unsupported' : 'file-not-video';
};
