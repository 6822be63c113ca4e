import type { FrameRecord } from '../../coach/record/set-record.ts';
import { decodeColumns, encodeColumns, type Json, type PrecisionOf } from './columns.ts';

/**
 * Hundredths of a degree and tenths of a millimetre: far below the error of any reading. Times are exact, because phases and flags
 * begin at the time of a frame. The drawn body of earlier versions is in whole numbers already.
 */
const precisionOf: PrecisionOf = (path) => {
  if (path.length === 1 && path[0] === 't') return 'exact';
  if (path[0] === 'figure') return 0;
  return path.includes('lift') || path.includes('footShift') ? 4 : 2;
};

/** False in browsers older than 2023; frames are stored one by one there. */
export const canPack = (): boolean =>
  typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';

/** Frames packed together. More are hardly smaller, and hold up the page: these take half a tenth of a second. */
const AT_A_TIME = 1000;

/** All frames of a set, packed in parts. @throws RangeError if a number is not finite */
export async function packedParts(frames: readonly FrameRecord[]): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < frames.length; from += AT_A_TIME)
    parts.push(await packFrames(frames.slice(from, from + AT_A_TIME)));
  return parts;
}

/** Frames in about a tenth of their size: columns of rounded differences, compressed. @throws RangeError if a number is not finite */
export const packFrames = async (frames: readonly FrameRecord[]): Promise<Uint8Array<ArrayBuffer>> =>
  through(
    encodeColumns(frames as readonly object[] as readonly Json[], precisionOf),
    new CompressionStream('deflate-raw'),
  );

/** What `packFrames` packed. It is not validated. Rejects if the bytes are damaged. */
export const unpackFrames = async (packed: Uint8Array): Promise<readonly unknown[]> =>
  decodeColumns(await through(packed, new DecompressionStream('deflate-raw')));

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const flow = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(flow).arrayBuffer());
}
