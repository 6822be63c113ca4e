import type { Seconds } from '../../instrument/geometry/units.ts';

/** Tells at which second of a video each of its pictures stands, as it is shown; a jump is told too. Ends with the element. */
export function followPictures(video: HTMLVideoElement, tell: (time: Seconds) => void): void {
  const shown: VideoFrameRequestCallback = (_, { mediaTime }) => {
    if (!video.isConnected) return;
    tell(mediaTime);
    video.requestVideoFrameCallback(shown);
  };
  // Firefox knows single pictures only since 2024; before that it tells the time four times a second.
  if ('requestVideoFrameCallback' in HTMLVideoElement.prototype) video.requestVideoFrameCallback(shown);
  else video.addEventListener('timeupdate', () => tell(video.currentTime));
}
