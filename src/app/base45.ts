/** The letters for which a QR code takes the least room (RFC 9285). */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = DIGITS.length;

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
