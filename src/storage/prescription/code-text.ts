// The text of a QR code: a prefix, and JSON that is deflated and written in base 45. Prefix and digits are of the alphabet for which a QR
// code takes the least room (RFC 9285).

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = DIGITS.length;

/** What a camera still reads from a screen: about 105 modules to a side. */
export const MOST_CODE = 1400;
/** A text that grows to more than this is refused while it grows. */
const MOST_JSON = 60_000;

/** Two bytes are three digits, the last byte two. */
export function base45(bytes: Uint8Array): string {
  let written = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    let value = pair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    for (let digit = 0; digit < (pair ? 3 : 2); digit += 1) {
      written += DIGITS[value % BASE];
      value = Math.floor(value / BASE);
    }
  }
  return written;
}

/** Null: the text is not base 45. */
export function bytesOf45(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = [];
  if (text.length % 3 === 1) return null;
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3), (sign) => DIGITS.indexOf(sign));
    if (digits.includes(-1)) return null;
    const value = digits.reduceRight((sum, digit) => sum * BASE + digit, 0);
    if (value >= (digits.length === 3 ? 65_536 : 256)) return null;
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}

const through = (bytes: BlobPart, stream: CompressionStream | DecompressionStream) =>
  new Blob([bytes]).stream().pipeThrough(stream);

/** The compact form of a value. @param prefix names what it is */
export async function codeText(prefix: string, value: unknown): Promise<string> {
  const deflated = await new Response(
    through(JSON.stringify(value), new CompressionStream('deflate-raw')),
  ).arrayBuffer();
  return prefix + base45(new Uint8Array(deflated));
}

/** The value of a compact form; undefined: it is none, or it is damaged. */
export async function valueOfCode(prefix: string, text: string): Promise<unknown> {
  const bytes = text.startsWith(prefix) ? bytesOf45(text.slice(prefix.length)) : null;
  if (bytes === null) return undefined;
  try {
    const reader = through(bytes, new DecompressionStream('deflate-raw')).getReader();
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > MOST_JSON) {
        await reader.cancel();
        return undefined;
      }
      parts.push(part.value);
    }
    return JSON.parse(new TextDecoder().decode(await new Blob(parts as BlobPart[]).arrayBuffer()));
  } catch {
    return undefined;
  }
}
