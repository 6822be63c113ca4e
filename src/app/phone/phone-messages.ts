import type { Milliseconds } from '../../instrument/geometry/units.ts';

// What phone and laptop say to each other. Whatever comes is read with suspicion: the wrong length, kind or number is null.

export interface SentSample {
  /** Counts up; gaps are lost messages. */
  readonly number: number;
  /** On the phone's clock. */
  readonly at: Milliseconds;
  /** w, x, y, z; see `PhoneSample`. */
  readonly orientation: readonly [number, number, number, number];
}

export type FromPhone =
  | { readonly say: 'hello'; readonly nonce: string }
  | { readonly say: 'pong'; readonly id: number; readonly at: Milliseconds }
  /** The page is hidden, or in sight again; it may be closed. */
  | { readonly say: 'asleep' | 'awake' | 'bye' };

export type FromLaptop =
  | { readonly say: 'ping'; readonly id: number }
  /** The laptop needs the phone no more. */
  | { readonly say: 'bye' };

/** Bytes of a sample: its number, the time, four numbers. */
const SAMPLE_BYTES = 28;
/** Characters of any other message. */
const LONGEST_TEXT = 1000;
/** A unit quaternion in single precision is off by far less. */
const NORM_TOLERANCE = 0.02;
/** A page is open for less than eleven days. */
const LATEST: Milliseconds = 1e9;

export function packSample({ number, at, orientation }: SentSample): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(SAMPLE_BYTES));
  view.setUint32(0, number);
  view.setFloat64(4, at);
  for (const [index, part] of orientation.entries()) view.setFloat32(12 + 4 * index, part);
  return view.buffer;
}

/** @returns the orientation has length 1; null: this is no sample */
export function readSample(data: unknown): SentSample | null {
  if (!(data instanceof ArrayBuffer) || data.byteLength !== SAMPLE_BYTES) return null;
  const view = new DataView(data);
  const at = view.getFloat64(4);
  const [w = 0, x = 0, y = 0, z = 0] = [0, 1, 2, 3].map((index) => view.getFloat32(12 + 4 * index));
  const norm = Math.hypot(w, x, y, z);
  // Written so that what is no number is refused.
  if (!(at >= 0 && at < LATEST && Math.abs(norm - 1) <= NORM_TOLERANCE)) return null;
  return { number: view.getUint32(0), at, orientation: [w / norm, x / norm, y / norm, z / norm] };
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a message; null: too long, or no message. */
function fieldsOf(data: unknown): Fields | null {
  if (typeof data !== 'string' || data.length > LONGEST_TEXT) return null;
  try {
    const read: unknown = JSON.parse(data);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Fields) : null;
  } catch {
    return null;
  }
}

const isNumber = (value: unknown, most: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= most;

export function readFromPhone(data: unknown): FromPhone | null {
  const { say, nonce, id, at } = fieldsOf(data) ?? {};
  switch (say) {
    case 'hello':
      return typeof nonce === 'string' ? { say, nonce } : null;
    case 'pong':
      return isNumber(id, LATEST) && isNumber(at, LATEST) ? { say, id, at } : null;
    case 'asleep':
    case 'awake':
    case 'bye':
      return { say };
    default:
      return null;
  }
}

export function readFromLaptop(data: unknown): FromLaptop | null {
  const { say, id } = fieldsOf(data) ?? {};
  if (say === 'bye') return { say };
  return say === 'ping' && isNumber(id, LATEST) ? { say, id } : null;
}
