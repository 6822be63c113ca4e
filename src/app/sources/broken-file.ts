/** Reads bytes of a file; fewer at its end. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** Bytes of a box's header: size, type, and the size again if it needs 64 bits. */
const HEADER = 16;
/** Boxes on the top level of an MP4 file; a file with more is something else. */
const MOST_BOXES = 10_000;

/**
 * Whether an MP4 or MOV file is broken off before its index (`moov`): the recording was cut short, or the copy was. The
 * pictures may be there, but nothing says where.
 */
export async function lacksIndex(read: ReadBytes, size: number): Promise<boolean> {
  let at = 0;
  for (let box = 0; box < MOST_BOXES && at < size; box++) {
    const header = await read(at, Math.min(size, at + HEADER));
    if (header.length < 8) return box > 0;
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    const type = String.fromCharCode(...header.slice(4, 8));
    if (box === 0 && !['ftyp', 'mdat', 'wide', 'free', 'skip', 'moov'].includes(type)) return false;
    const short = view.getUint32(0);
    const long = short === 1 && header.length === HEADER ? Number(view.getBigUint64(8)) : short;
    const length = short === 0 ? size - at : long;
    if (type === 'moov') return at + length > size;
    if (length < 8) return false;
    at += length;
  }
  return true;
}

/** The same for a file. False where it cannot be read. */
export const lacksIndexIn = (file: Blob): Promise<boolean> =>
  lacksIndex(async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()), file.size).catch(
    () => false,
  );

/** The same for a file behind an address that answers range requests. False where it does not. */
export async function lacksIndexAt(url: string): Promise<boolean> {
  const ask = async (from: number, to: number) => {
    const response = await fetch(url, { headers: { Range: `bytes=${from}-${to - 1}` } });
    const total = Number(response.headers.get('Content-Range')?.split('/')[1]);
    return { bytes: new Uint8Array(await response.arrayBuffer()), total };
  };
  try {
    const { total } = await ask(0, HEADER);
    return Number.isFinite(total) && (await lacksIndex(async (from, to) => (await ask(from, to)).bytes, total));
  } catch {
    return false;
  }
}
