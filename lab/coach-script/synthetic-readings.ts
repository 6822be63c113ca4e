import type { DrillDefinition, RuleDefinition } from '../../src/coach/drill-definition.ts';
import { leadingSide, type Degrees, type Seconds } from '../../src/instrument/geometry/units.ts';
import type { Reading } from '../../src/instrument/output/reading.ts';
import { makeReading, type ReadingWish } from '../made/make-reading.ts';
import { type FaultSize, withFault } from './constant-fault.ts';
import type { AskedMoment, Pose } from './synthetic-person.ts';

/** What the instrument would know of the start, and what the person does wrong. */
export interface ReadingContext {
  /** Time of the reference pose; null: none was asked for. */
  readonly referencePoseAt: Seconds | 'holding' | null;
  /** The one constant fault; null: the person does what is asked. */
  readonly fault: RuleDefinition | null;
  readonly faultSize: FaultSize;
}

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
  return {
    time,
    side: leadingSide(phase.side),
    referencePoseAt: context.referencePoseAt,
    framed: isFramed(moment),
    internalRotation: pose.rotation,
    otherRotation: phase.side === 'both' ? pose.rotation : 0,
    flexion: pose.flexion,
    abduction: pose.abduction,
    knee: drill.measure.range === 'hip-flexion' ? STANDING_KNEE : BENT_KNEE,
    trunkLean: drill.measure.motion.flexionReference === 'trunk' ? LEAN_SHARE * pose.flexion : 0,
    twist: 0,
    ...(drill.measure.neverSeen.includes('back-arch') ? {} : { arch: 0 }),
    unseen: Object.fromEntries(drill.measure.neverSeen.map((channel) => [channel, 'not-seen-from-here'])),
    form: formOf(drill),
  };
}

const isFramed = ({ drill, phase, elapsed }: AskedMoment): boolean =>
  phase.kind !== 'turn' || elapsed >= (drill.turnsForOtherSide ? TURNED_ROUND : LEGS_CHANGED);

function formOf({ measure: { optionalChannels = [], still = [] } }: DrillDefinition): ReadingWish['form'] {
  return {
    ...(optionalChannels.includes('shin-drop') ? { shinDrop: { value: 0, sd: 1 } } : {}),
    ...(optionalChannels.includes('foot-shift') ? { footShift: { value: 0, sd: 0.005 } } : {}),
    ...(still.some(({ channel }) => channel === 'other-knee-shift') ? { otherKneeShift: { value: 0, sd: 0.002 } } : {}),
  };
}
