import type { DrillDefinition, RuleDefinition } from '../../src/coach/drill-definition.ts';
import { leadingSide, type Degrees, type Seconds } from '../../src/instrument/geometry/units.ts';
import type { Reading } from '../../src/instrument/output/reading.ts';
import { makeReading, type ReadingWish } from '../coach/make-reading.ts';
import { type FaultSize, withFault } from './constant-fault.ts';
import type { AskedMoment, Pose } from './synthetic-person.ts';

/** What the instrument would know of the start, and what the person does about the pelvis check. */
export interface ReadingContext {
  /** Time of the reference pose; null: none was asked for. */
  readonly referencePoseAt: Seconds | 'holding' | null;
  readonly pelvisCheck: 'passed' | 'skipped';
  /** The one constant fault; null: the person does what is asked. */
  readonly fault: RuleDefinition | null;
  readonly faultSize: FaultSize;
}

/** Degrees to each side: a small roll of the pelvis, as the check asks for it. */
const ROLL: Degrees = 8;
/** Share of an unseen roll that appears as rotation of a bent hip (`pelvis-control.ts`). */
const ROLL_INTO_ROTATION = 0.7;
/** Seconds from the call for the other side until all of the person is in the picture again. */
const TURNED_ROUND: Seconds = 8;
const LEGS_CHANGED: Seconds = 3;
/** Share of a forward bend that is seen as lean of the trunk. */
const LEAN_SHARE = 0.8;
/** Knee flexion in the starts of the drills, degrees: standing, and all others. */
const STANDING_KNEE: Degrees = 8;
const BENT_KNEE: Degrees = 95;

/** A reading of a person in this pose, as the worker would send it: everything that the drill's place shows, and no noise. */
export function syntheticReading(time: Seconds, pose: Pose, moment: AskedMoment, context: ReadingContext): Reading {
  const wish = compliantWish(time, pose, moment, context);
  return makeReading(context.fault === null ? wish : withFault(wish, context.fault, moment, context.faultSize));
}

function compliantWish(time: Seconds, pose: Pose, moment: AskedMoment, context: ReadingContext): ReadingWish {
  const { drill, phase } = moment;
  const form = formOf(drill);
  const roll = context.pelvisCheck === 'passed' ? rollAt(moment) : 0;
  // Where no channel shows the roll, it is in the rotation: to the person's left the left thigh rolls outwards.
  const isRollSeen = !drill.measure.neverSeen.includes('pelvis-twist');
  const rolled = (isRollSeen ? 0 : ROLL_INTO_ROTATION) * roll * (phase.side === 'right' ? 1 : -1);
  return {
    time,
    side: leadingSide(phase.side),
    referencePoseAt: context.referencePoseAt,
    framed: isFramed(moment),
    internalRotation: pose.rotation + rolled,
    otherRotation: (phase.side === 'both' ? pose.rotation : 0) - rolled,
    flexion: pose.flexion,
    abduction: pose.abduction,
    knee: drill.measure.range === 'hip-flexion' ? STANDING_KNEE : BENT_KNEE,
    trunkLean: drill.measure.motion.flexionReference === 'trunk' ? LEAN_SHARE * pose.flexion : 0,
    twist: isRollSeen ? roll : 0,
    ...(drill.measure.neverSeen.includes('back-arch') ? {} : { arch: 0 }),
    unseen: Object.fromEntries(drill.measure.neverSeen.map((channel) => [channel, 'not-seen-from-here'])),
    ...(form === null ? {} : { form }),
  };
}

/** In the pelvis check: once to the left, once to the right. */
const rollAt = ({ phase, elapsed }: AskedMoment): Degrees =>
  phase.kind === 'control' && phase.length !== null ? ROLL * Math.sin((2 * Math.PI * elapsed) / phase.length) : 0;

const isFramed = ({ drill, phase, elapsed }: AskedMoment): boolean =>
  phase.kind !== 'turn' || elapsed >= (drill.turnsForOtherSide ? TURNED_ROUND : LEGS_CHANGED);

function formOf({ measure: { optionalChannels = [] } }: DrillDefinition): ReadingWish['form'] | null {
  if (optionalChannels.length === 0) return null;
  return {
    ...(optionalChannels.includes('shin-drop') ? { shinDrop: { value: 0, sd: 1 } } : {}),
    ...(optionalChannels.includes('foot-shift') ? { footShift: { value: 0, sd: 0.005 } } : {}),
  };
}
