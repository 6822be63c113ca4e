import { AppError, type AppErrorCode } from '../app-error.ts';
import { lacksIndexIn } from './broken-file.ts';
import type { FrameSource } from './frame-source.ts';
import { firstPicture, VideoSource } from './video-source.ts';

export interface OpenVideoFileOptions {
  readonly video: HTMLVideoElement;
  readonly file: File;
}

/** Milliseconds; long enough for a file on a slow network drive. */
const FIRST_PICTURE_LIMIT = 20_000;

/** Opens a video the person chose and plays it once. Throws `file-not-video`, `file-broken-off` or `file-codec-unsupported`. */
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

const fileErrorCode = async (file: File): Promise<AppErrorCode> => {
  const head = await file
    .slice(0, SIGNATURE_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  if (!looksLikeVideo(new Uint8Array(head))) return 'file-not-video';
  return (await lacksIndexIn(file)) ? 'file-broken-off' : 'file-codec-unsupported';
};

/** Bytes from the start of a file that `looksLikeVideo` needs. */
export const SIGNATURE_BYTES = 377;

/**
 * Whether a file begins like a video container: MP4/MOV, WebM/Matroska, AVI, Ogg, MPEG-PS/TS, FLV, ASF. Browsers report
 * the same error for a file that is no video and for a video that they cannot play; this tells the two apart.
 */
export const looksLikeVideo = (head: Uint8Array): boolean => {
  const text = (from: number, to: number) => String.fromCharCode(...head.slice(from, to));
  const starts = (...bytes: readonly number[]) => bytes.every((byte, i) => head[i] === byte);
  if (text(4, 8) === 'ftyp') return !/^(M4A|M4B|hei|mif1|avif)/.test(text(8, 12));
  if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(text(4, 8))) return true;
  if (text(0, 4) === 'RIFF') return text(8, 12) === 'AVI ';
  if (text(0, 4) === 'OggS' || text(0, 3) === 'FLV') return true;
  const transportStream = head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47;
  return transportStream || starts(0x1a, 0x45, 0xdf, 0xa3) || starts(0, 0, 1, 0xba) || starts(0x30, 0x26, 0xb2, 0x75);
};
