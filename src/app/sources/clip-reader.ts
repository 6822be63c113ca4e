import {
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  UnsupportedInputFormatError,
  UrlSource,
  type VideoSample,
  VideoSampleSink,
  WEBM,
} from 'mediabunny';
import type { Pixels, Seconds } from '../../instrument/geometry/units.ts';
import { AppError, messageOf } from '../app-error.ts';
import type { SourceFrame } from './frame-source.ts';

export interface ClipFrame {
  /** The consumer must close it or transfer it. */
  readonly frame: SourceFrame;
  /** The frame's own timestamp, seconds from the first frame. */
  readonly time: Seconds;
}

/** A recorded video, decoded frame by frame instead of played: no frame is dropped, and each has its own timestamp. */
export interface Clip {
  readonly width: Pixels;
  readonly height: Pixels;
  /** Mean frame rate; null when the file does not state one. */
  readonly fps: number | null;
  readonly duration: Seconds | null;
  frames(): AsyncGenerator<ClipFrame, void, undefined>;
  close(): void;
}

/**
 * Opens a clip (mp4, mov, mkv, webm): a file, or an address that answers range requests.
 * Throws `file-not-video`, `file-broken-off` or `file-codec-unsupported`. `frames()` throws them too when the file is cut off.
 */
export async function openClip(from: string | Blob): Promise<Clip> {
  const source = typeof from === 'string' ? new UrlSource(from) : new BlobSource(from);
  const input = new Input({ source, formats: [MP4, QTFF, MATROSKA, WEBM] });
  try {
    const track = await videoTrack(input);
    const statedLength = await input.getDurationFromMetadata([track]);
    return {
      width: await track.getDisplayWidth(),
      height: await track.getDisplayHeight(),
      fps: await frameRate(track),
      duration: statedLength ?? (await input.computeDuration([track])),
      frames: () => decodedFrames(track, statedLength),
      close: () => input.dispose(),
    };
  } catch (error) {
    input.dispose();
    throw clipError(error);
  }
}

async function videoTrack(input: Input): Promise<InputVideoTrack> {
  const track = await input.getPrimaryVideoTrack();
  // The recording was broken off before its index was written, or the copy was.
  if (!track && (await input.getTracks()).length === 0)
    throw new AppError('file-broken-off', 'the file is broken off before its index');
  if (!track) throw new AppError('file-not-video', 'the file has no picture track');
  if (!(await track.canDecode())) {
    const codec = (await track.getCodecParameterString()) ?? (await track.getInternalCodecId());
    throw new AppError('file-codec-unsupported', `this browser cannot decode ${String(codec ?? 'its codec')}`);
  }
  // The library merges colour and transparency in a worker of its own making, which the security policy forbids.
  const first = await new EncodedPacketSink(track).getFirstPacket();
  if (first?.sideData.alpha) throw new AppError('file-codec-unsupported', 'the video is transparent');
  return track;
}

/** Packets; enough to estimate a variable frame rate without reading a long file. */
const RATE_SAMPLE = 200;

async function frameRate(track: InputVideoTrack): Promise<number | null> {
  const { averagePacketRate } = await track.computePacketStats(RATE_SAMPLE);
  return Number.isFinite(averagePacketRate) && averagePacketRate > 0 ? averagePacketRate : null;
}

/** A file that ends this much before its stated length was cut off. A long last picture is allowed for. */
const MISSING: { readonly seconds: Seconds; readonly share: number } = { seconds: 1, share: 0.05 };

/** @param statedLength length stated by the file; null: none */
async function* decodedFrames(
  track: InputVideoTrack,
  statedLength: Seconds | null,
): AsyncGenerator<ClipFrame, void, undefined> {
  let first: Seconds | null = null;
  let last: Seconds = Number.NEGATIVE_INFINITY;
  let shownUntil: Seconds = 0;
  try {
    for await (const sample of new VideoSampleSink(track).samples()) {
      first ??= sample.timestamp;
      const time = sample.timestamp - first;
      shownUntil = sample.timestamp + sample.duration;
      const frame = upright(sample);
      sample.close();
      // Of two frames with the same time the second is dropped, since the coach needs increasing times.
      if (time > last) yield { frame, time };
      else frame.close();
      last = Math.max(last, time);
    }
    const missing = (statedLength ?? shownUntil) - shownUntil;
    if (missing > Math.max(MISSING.seconds, MISSING.share * (statedLength ?? 0))) {
      throw new AppError(
        'file-not-video',
        `the file was cut off: it states ${statedLength?.toFixed(1)} s and ends at ${shownUntil.toFixed(1)} s`,
      );
    }
  } catch (error) {
    throw clipError(error, last);
  }
}

/** Applies the rotation of a phone's video: decoded frames come as the sensor saw them. */
function upright(sample: VideoSample): SourceFrame {
  if (sample.rotation === 0 && !sample.flip) return sample.toVideoFrame();
  const canvas = new OffscreenCanvas(sample.displayWidth, sample.displayHeight);
  const context = canvas.getContext('2d');
  if (!context) throw new AppError('unexpected', 'no canvas to turn the picture upright');
  sample.draw(context, 0, 0);
  return canvas.transferToImageBitmap();
}

function clipError(error: unknown, at: Seconds = Number.NEGATIVE_INFINITY): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof UnsupportedInputFormatError) {
    return new AppError('file-not-video', 'this is not an mp4, mov, mkv or webm file', { cause: error });
  }
  const where = Number.isFinite(at) ? `the file breaks off at ${at.toFixed(2)} s: ` : '';
  return new AppError('file-not-video', `${where}${messageOf(error)}`, { cause: error });
}
