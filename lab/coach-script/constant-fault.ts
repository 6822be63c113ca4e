import { isWorking, type RuleDefinition } from '../../src/coach/drill-definition.ts';
import { thresholds } from '../../src/coach/rules/rule-threshold.ts';
import type { ReadingWish } from '../made/make-reading.ts';
import type { AskedMoment } from './synthetic-person.ts';

/**
 * Size of the fault over the threshold from which it is flagged: plain, but still amber. It is a little above 1.3, the
 * largest factor that a drill puts on a threshold, so that it is flagged in PAILs too.
 */
const SHARE = 1.35;

/** How large the fault is: flagged and still amber, or red. */
export type FaultSize = 'amber' | 'red';

/** The size of the fault in the unit of the rule's channel. */
const sizeOf = (rule: RuleDefinition, size: FaultSize): number => {
  const { enter, red } = thresholds(rule, undefined, 1);
  return SHARE * (size === 'red' ? red : enter);
};

/** The size with its sign. Where both directions are a fault, the leg goes out of the range, and all else goes positive. */
const signedSize = (rule: RuleDefinition, size: FaultSize): number =>
  (rule.direction === 'negative' || (rule.direction === 'either' && isMovement(rule)) ? -1 : 1) * sizeOf(rule, size);

/** The channel is the movement of the drill itself. */
const isMovement = ({ channel }: RuleDefinition): boolean =>
  channel === 'hip-internal-rotation' || channel === 'hip-flexion' || channel === 'hip-abduction';

/** Speed of the repetitions, degrees a second, if the fault is to hurry. Null: the fault is another one. */
export const hurryOf = (rule: RuleDefinition | null, size: FaultSize): number | null =>
  rule?.channel === 'rotation-speed' ? sizeOf(rule, size) : null;

/** Seconds: a fault that counts from the start of a phase or push begins so long after it, and grows for so long. */
const BEGINS = 1.5;
const GROWS = 1;

/**
 * Share of the fault at a moment. A fault that counts from the reference pose is there in every working phase. A fault
 * that counts from the start of a phase or push has to begin after that start.
 */
function shareAt(rule: RuleDefinition, { phase, elapsed }: AskedMoment): number {
  if (!isWorking(phase.kind)) return 0;
  const { reference = 'neutral' } = rule;
  if (reference === 'neutral') return 1;
  if (rule.phaseFactors[phase.kind] === undefined) return 0;
  const from = reference === 'push-start' && phase.kind !== 'pails' ? phase.ramp : 0;
  return Math.min(1, Math.max(0, (elapsed - from - BEGINS) / GROWS));
}

/** The reading that was asked for, with the fault added. */
export function withFault(
  wish: ReadingWish,
  rule: RuleDefinition,
  moment: AskedMoment,
  faultSize: FaultSize,
): ReadingWish {
  const size = shareAt(rule, moment) * signedSize(rule, faultSize);
  if (size === 0) return wish;
  const plus = (value: number | null | undefined) => (value ?? 0) + size;
  switch (rule.channel) {
    case 'pelvis-twist':
      return { ...wish, twist: plus(wish.twist) };
    case 'pelvis-obliquity':
      return { ...wish, obliquity: plus(wish.obliquity) };
    case 'pelvis-tilt':
      // Only a phone shows it.
      return wish;
    case 'pelvis-lift':
      return { ...wish, lift: plus(wish.lift) };
    case 'trunk-lean':
      return { ...wish, trunkLean: plus(wish.trunkLean) };
    case 'back-arch':
      return { ...wish, arch: plus(wish.arch) };
    case 'foot-slide':
      return { ...wish, footSlide: plus(wish.footSlide) };
    case 'shin-drop':
      return { ...wish, form: { ...wish.form, shinDrop: { value: size, sd: 1 } } };
    case 'foot-shift':
      return { ...wish, form: { ...wish.form, footShift: { value: size, sd: 0.005 } } };
    case 'hips-shift':
      return { ...wish, hipsShift: plus(wish.hipsShift) };
    case 'other-knee-shift':
      return { ...wish, form: { ...wish.form, otherKneeShift: { value: size, sd: 0.002 } } };
    // Absolute, not a change.
    case 'knee-flexion':
      return { ...wish, knee: size };
    case 'knee-gap':
      // The gap is the sum of both thighs.
      return { ...wish, abduction: (wish.abduction ?? 0) + size / 2 };
    case 'hip-internal-rotation':
      return { ...wish, internalRotation: plus(wish.internalRotation), otherRotation: plus(wish.otherRotation) };
    case 'hip-flexion':
      return { ...wish, flexion: plus(wish.flexion) };
    case 'hip-abduction':
      return { ...wish, abduction: plus(wish.abduction) };
    case 'rotation-speed':
      // The person moves faster: `hurryOf`.
      return wish;
  }
}
