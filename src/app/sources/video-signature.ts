/** Bytes from the start of a file that are needed to tell what it is. */
export const SIGNATURE_BYTES = 377;

/**
 * Whether a file begins like a video container: MP4/MOV, WebM/Matroska, AVI, Ogg, MPEG-PS/TS, FLV, ASF. Tells "not a
 * video" from "a video this browser cannot play", which browsers report alike.
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
