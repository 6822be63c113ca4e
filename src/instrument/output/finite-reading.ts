import type { FittedBody, FramingCheck, Reading, ReferencePoseState } from './reading.ts';

const isTyped = (value: object): value is Float32Array => ArrayBuffer.isView(value);

/** Degrees or metres: ten turns. No fit of a body comes near it, and a record with more cannot be read back. */
const LARGEST = 3600;

/** Whether an estimate is one that a measurement can give. Its numbers may be finite and still mean nothing. */
const isEstimate = ({ value, sd }: { readonly value: unknown; readonly sd: unknown }): boolean =>
  typeof value !== 'number' || typeof sd !== 'number' || (Math.abs(value) <= LARGEST && sd >= 0 && sd <= LARGEST);

/** Whether every number in a value is finite, at any depth, and every estimate one that a measurement can give. */
export function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if ('value' in value && 'sd' in value && !isEstimate(value)) return false;
  return isTyped(value) ? value.every(Number.isFinite) : Object.values(value).every(allFinite);
}

/** A copy in which the smallest parts that may be null are null where they have a number that is not finite. */
function withNull<T>(value: T): T {
  if (typeof value !== 'object' || value === null || allFinite(value)) return value;
  const parts = Object.entries(value).map(([key, part]: [string, unknown]) => {
    const isLeaf = typeof part !== 'object' || part === null || 'value' in part;
    return [key, allFinite(part) ? part : isLeaf ? null : withNull(part)];
  });
  return Object.fromEntries(parts) as T;
}

/** The body may still be drawn, but nothing of it counts. */
function finiteBody(body: FittedBody): FittedBody {
  if (allFinite(body)) return body;
  const { rough: _rough, ...rest } = withNull(body);
  return { ...rest, valid: false, reasons: ['poor-fit', ...body.reasons] };
}

const finiteFraming = (framing: FramingCheck): FramingCheck =>
  allFinite(framing)
    ? framing
    : {
        ...framing,
        lens: allFinite(framing.lens) ? (framing.lens ?? null) : null,
        otherSide: allFinite(framing.otherSide) ? (framing.otherSide ?? null) : null,
        ready: false,
      };

/** A reference pose with such numbers is none: everything would be counted from it. */
const finiteReferencePose = (state: ReferencePoseState): ReferencePoseState =>
  allFinite(state) ? state : { kind: 'none' };

/**
 * The reading with finite numbers only. An angle that is not finite becomes null and the frame does not count; whatever is
 * drawn is left out. The same object where all numbers are finite.
 * @returns null: what must be known is not finite, such as the time, so the frame says nothing
 */
export function finiteReading(reading: Reading): Reading | null {
  if (allFinite(reading)) return reading;
  const { landmarks, skeleton, framing, referencePose, postureLeft, body } = reading;
  const mended: Reading = {
    ...reading,
    landmarks: allFinite(landmarks) ? landmarks : null,
    skeleton: allFinite(skeleton) ? skeleton : null,
    framing: finiteFraming(framing),
    referencePose: finiteReferencePose(referencePose),
    postureLeft: allFinite(postureLeft) ? (postureLeft ?? null) : null,
    body: body && finiteBody(body),
  };
  return allFinite(mended) ? mended : null;
}
