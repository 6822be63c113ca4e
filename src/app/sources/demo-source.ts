import { AppError } from '../app-error.ts';
import type { FrameSource } from './frame-source.ts';
import { letGo, play, VideoSource } from './video-source.ts';

/** Addresses of the clips. This file is loaded with the first demo, so that the first page does not hold them. */
const found: Record<string, string> = import.meta.glob('../assets/demos/*.webm', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Plays the clip of a drill. Throws `demo-missing`. */
export const openDemo = async (video: HTMLVideoElement, drill: string): Promise<FrameSource> => {
  const url = found[`../assets/demos/${drill}.webm`];
  if (url === undefined) throw new AppError('demo-missing', `no demo of ${drill} in this build`);
  const release = () => letGo(video, url);
  try {
    await play(video, url);
  } catch (error) {
    release();
    throw new AppError('demo-missing', `the demo did not play: ${String(error)}`, { cause: error });
  }
  return new VideoSource({ kind: 'demo', video, label: 'Demo', live: false, release });
};
