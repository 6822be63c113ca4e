import type { Channel, FittedBody, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import { type Estimate, workingEstimate, type WorkingSide } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, RangeChannel } from '../drill-definition.ts';

/** What the drill may take from a reading: `body` only when its numbers may be used, else the reasons why not. */
export interface JudgedReading {
  readonly body: FittedBody | null;
  readonly reasons: readonly Reason[];
  /** How fast the working hip has been turning; absent or null: not known. */
  readonly speed?: Estimate<number> | null;
}

/**
 * The instrument's word, and on top what only the drill knows: how far its planted foot may slide. A laptop that has moved
 * since the neutral makes every change from neutral meaningless.
 */
export function judgeReading(reading: Reading, drill: DrillDefinition): JudgedReading {
  const { body, person } = reading;
  if (!person.seen) return { body: null, reasons: [person.reason] };
  if (body === null) return { body: null, reasons: ['no-neutral'] };
  if (reading.cameraMoved) return { body: null, reasons: ['camera-moved'] };
  if (!body.valid) return { body: null, reasons: body.reasons.length > 0 ? body.reasons : ['poor-fit'] };
  if (footSlid(body, drill)) return { body: null, reasons: ['foot-slid'] };
  return { body, reasons: body.reasons };
}

/** Beyond doubt: by more than its own standard deviation over the limit. */
function footSlid(body: FittedBody, drill: DrillDefinition): boolean {
  if (drill.footSlideLimit === null || body.footSlide === null) return false;
  return body.footSlide.value - body.footSlide.sd > drill.footSlideLimit;
}

/** How far both thighs together have opened (positive) or closed; their errors add up. */
export const gapOf = (left: Estimate<number> | null, right: Estimate<number> | null): Estimate<number> | null =>
  left && right && { value: left.value + right.value, sd: Math.hypot(left.sd, right.sd) };

/** Internal rotation of the hip that works, or the mean of both. */
function rotationOf({ leg }: FittedBody, side: WorkingSide): Estimate<number> | null {
  return workingEstimate({ left: leg.left.internalRotation, right: leg.right.internalRotation }, side);
}

const CHANNEL_VALUES: Readonly<Record<Channel, (body: FittedBody, side: WorkingSide) => Estimate<number> | null>> = {
  'hip-internal-rotation': rotationOf,
  'hip-flexion': ({ leg }, side) => workingEstimate({ left: leg.left.flexion, right: leg.right.flexion }, side),
  'hip-abduction': ({ leg }, side) => workingEstimate({ left: leg.left.abduction, right: leg.right.abduction }, side),
  'knee-flexion': ({ leg }, side) => workingEstimate({ left: leg.left.knee, right: leg.right.knee }, side),
  // Not in one reading: see `rotation-speed.ts`.
  'rotation-speed': () => null,
  'knee-gap': ({ leg }) => gapOf(leg.left.abduction, leg.right.abduction),
  'pelvis-twist': (body) => body.pelvis.twist,
  'pelvis-obliquity': (body) => body.pelvis.obliquity,
  'pelvis-lift': (body) => body.pelvis.lift,
  // On hands and knees the pelvis' front–back axis stands upright: turning about the vertical is its obliquity.
  'pelvis-yaw': (body) => body.pelvis.obliquity,
  'trunk-lean': (body) => body.trunkLean,
  'knee-chase': (body) => body.kneeChase,
  'back-arch': (body) => body.lumbarExtension,
  'foot-slide': (body) => body.footSlide,
  'trunk-turn': () => null,
  'shin-drop': ({ form }) => form?.shinDrop ?? null,
  'foot-shift': ({ form }) => form?.footShift ?? null,
  'ankle-dorsiflexion': () => null,
  'knee-extension': () => null,
};

/** The angle whose range the drill works on. */
export const rangeChannel = ({ measure }: DrillDefinition): RangeChannel => measure.range ?? 'hip-internal-rotation';

/** A channel of one frame: its value, or why there is none. */
export type ChannelSight =
  | { readonly seen: true; readonly estimate: Estimate<number> }
  | { readonly seen: false; readonly reason: Reason };

export function seeChannel(judged: JudgedReading, channel: Channel, side: WorkingSide): ChannelSight {
  const { body } = judged;
  if (body === null) return { seen: false, reason: judged.reasons[0] ?? 'no-person' };
  const unseen = body.unseen[channel];
  if (unseen !== undefined) return { seen: false, reason: unseen };
  const estimate = channel === 'rotation-speed' ? (judged.speed ?? null) : CHANNEL_VALUES[channel](body, side);
  return estimate === null ? { seen: false, reason: 'not-seen-from-here' } : { seen: true, estimate };
}
