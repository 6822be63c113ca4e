/** One picture of an animation, as a WebP file of its own. It covers a part of the picture before. */
export interface AnimationFrame {
  readonly webp: Uint8Array;
  /** Pixels, both even: the format counts them in twos. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Milliseconds that it is shown. */
  readonly shown: number;
}

/** The kinds of chunk that hold a picture. */
const PICTURE_CHUNKS = new Set(['VP8 ', 'VP8L', 'ALPH']);
/** The frame replaces what it covers instead of being blended with it. */
const NO_BLENDING = 0b10;
const HAS_ANIMATION = 0b10;

/** Little-endian. */
const bytesOf = (value: number, count: number) => Array.from({ length: count }, (_, i) => (value >>> (8 * i)) & 0xff);

function chunk(name: string, ...parts: readonly ArrayLike<number>[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(Array.from(part))));
  const padding = Buffer.alloc(content.length % 2);
  return Buffer.concat([Buffer.from(name), Buffer.from(bytesOf(content.length, 4)), content, padding]);
}

/** The chunks of a WebP file that hold its picture, one after the other. */
function pictureOf(webp: Uint8Array): Buffer {
  const file = Buffer.from(webp);
  const found: Buffer[] = [];
  for (let at = 12; at + 8 <= file.length; ) {
    const length = 8 + file.readUInt32LE(at + 4);
    const end = at + length + (length % 2);
    if (PICTURE_CHUNKS.has(file.toString('latin1', at, at + 4))) found.push(file.subarray(at, end));
    at = end;
  }
  return Buffer.concat(found);
}

/**
 * Joins pictures to one animated WebP that repeats for ever. The container: developers.google.com/speed/webp/docs/riff_container.
 * @param size of the whole picture, pixels; the first frame covers it
 */
export function animatedWebp(
  size: { readonly width: number; readonly height: number },
  frames: readonly AnimationFrame[],
): Buffer {
  const head = chunk('VP8X', [HAS_ANIMATION, 0, 0, 0], bytesOf(size.width - 1, 3), bytesOf(size.height - 1, 3));
  const forEver = chunk('ANIM', bytesOf(0xffffffff, 4), bytesOf(0, 2));
  const pictures = frames.map(({ webp, x, y, width, height, shown }) =>
    chunk(
      'ANMF',
      ...[x / 2, y / 2, width - 1, height - 1, Math.round(shown)].map((value) => bytesOf(value, 3)),
      [NO_BLENDING],
      pictureOf(webp),
    ),
  );
  const body = Buffer.concat([Buffer.from('WEBP'), head, forEver, ...pictures]);
  return Buffer.concat([Buffer.from('RIFF'), Buffer.from(bytesOf(body.length, 4)), body]);
}
