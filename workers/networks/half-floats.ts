const FRACTION = 1024;
const SMALLEST = 2 ** -24;

/** One IEEE 754 half float. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & (FRACTION - 1);
  if (exponent === 0) return sign * fraction * SMALLEST;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return sign * 2 ** (exponent - 15) * (1 + fraction / FRACTION);
}

/** Little-endian half floats as ordinary numbers. */
export function halfFloats(bytes: ArrayBuffer): Float32Array {
  const view = new DataView(bytes);
  return Float32Array.from({ length: bytes.byteLength >> 1 }, (_, i) => halfFloat(view.getUint16(2 * i, true)));
}
