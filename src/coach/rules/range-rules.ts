import type { DrillDefinition, MovementStep, PhaseKind, RangeChannel, RuleId } from '../drill-definition.ts';
import type { FlagRecord, RepRecord } from '../record/set-record.ts';
import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Channel } from '../../instrument/output/reading.ts';

/** Rules about the push, the pace or a limb that does not turn the hip. Their flags do not make the range invalid. */
const NOT_BORROWING: ReadonlySet<RuleId> = new Set([
  'isometric-drift',
  'too-fast',
  'grip',
  'toes-drop',
  'knee-lock',
  'past-limit',
]);
const PELVIS_RULES: ReadonlySet<RuleId> = new Set([
  'pelvis-twist',
  'pelvis-list',
  'pelvis-lift',
  'knee-chase',
  'hips-shift',
]);

/**
 * Channels that show a rotation of the pelvis, which adds to the apparent hip rotation. The lift is not among them: a pelvis that
 * stays on the floor may still rotate.
 */
export const PELVIS_ROTATION: ReadonlySet<Channel> = new Set(['pelvis-twist', 'pelvis-obliquity', 'hips-shift']);

/** Whether one fault is told by the other rule, which says more of it: a pelvis that lifts or turns moves the hips too. */
export const isToldBy = (rule: RuleId, other: RuleId): boolean =>
  (rule === 'hips-shift' || rule === 'other-knee-shift') && other !== 'hips-shift' && PELVIS_RULES.has(other);

/** Whether a flag of this rule means that part of the range is borrowed from pelvis or back, so that it is not clean. */
export const isBorrowing = (rule: RuleId): boolean => !NOT_BORROWING.has(rule);

/**
 * The last flag of each rule that spoils a repetition: a red one of a part that helped along, any one of a repetition that was thrown
 * or gripped. `until`: when it was last open. Absent: never.
 */
export type SpoiltTimes = Readonly<Partial<Record<RuleId, { readonly onset: Seconds; readonly until: Seconds }>>>;

/** A flag that ends within this time after the start of a movement belongs to the movement before. */
export const ALARM_TAIL: Seconds = 0.8;

/** Whether what an alarm tells of falls into a repetition: from the onset of the fault to the beginning of the alarm's tail. */
export const fallsInto = (
  { onset, end }: { readonly onset: Seconds; readonly end: Seconds },
  rep: { readonly start: Seconds; readonly end: Seconds },
): boolean => onset < rep.end && end - ALARM_TAIL >= rep.start;

export const spoilsRepetition = (rule: RuleId, severity: FlagRecord['severity']): boolean =>
  severity === 'red' || rule === 'too-fast' || rule === 'grip';

/** When a part last helped along; null: never. */
export function borrowedAt(spoilt: SpoiltTimes): Seconds | null {
  const times = Object.entries(spoilt).flatMap(([rule, { until }]) => (isBorrowing(rule as RuleId) ? [until] : []));
  return times.length === 0 ? null : Math.max(...times);
}

/** Whether the rule watches the pelvis itself. The end range is what the hip reached before the first such flag. */
export const isPelvisRule = (rule: RuleId): boolean => PELVIS_RULES.has(rule);

/** Whether the pelvis is watched in a frame: every channel of the drill's pelvis rules is seen, and one of them shows a rotation. */
export function seesPelvis({ rules }: DrillDefinition, isSeen: (channel: Channel) => boolean): boolean {
  // A twist that a phone measures needs no other witness.
  if (rules.some(({ byPhone, channel }) => byPhone && channel === 'pelvis-twist' && isSeen(channel))) return true;
  const channels = rules.filter(({ id, byPhone }) => isPelvisRule(id) && !byPhone).map(({ channel }) => channel);
  return channels.some((channel) => PELVIS_ROTATION.has(channel)) && channels.every(isSeen);
}

/** The angle whose range the drill works on. */
export const rangeChannel = ({ measure }: DrillDefinition): RangeChannel => measure.range ?? 'hip-internal-rotation';

/** Whether a rule of the drill watches a fault, by the camera or by a phone. */
export const watches = ({ rules }: Pick<DrillDefinition, 'rules'>, fault: RuleId): boolean =>
  rules.some(({ id }) => id === fault);

/** Whether the set is a side check, which looks at the back only: it has no range and is compared with nothing. */
export const isSideCheck = ({ range }: { readonly range?: RangeChannel | undefined }): boolean => range === 'back-arch';

/** Whether a range counts in this phase: only where a borrowed range would be flagged, so never without a camera. */
export const isRangePhase = (drill: DrillDefinition, kind: PhaseKind): boolean =>
  !isSideCheck(drill.measure) &&
  drill.rules.some((rule) => isBorrowing(rule.id) && rule.phaseFactors[kind] !== undefined);

export const asksForRange = (drill: DrillDefinition, { channel, towards }: MovementStep): boolean =>
  channel === rangeChannel(drill) && towards === 'more';

/**
 * Tells at which times of a set the range counts: always, but in a movement sequence only during the steps that work on it.
 * While the foot swings, a raised thigh reads up to 6° too much flexion (n = 7 rendered sequences). If no such step was
 * counted, the range counts whenever no other step is going on.
 */
export function askedRange(drill: DrillDefinition, reps: readonly RepRecord[]): (time: Seconds) => boolean {
  const steps = drill.reps?.sequence;
  if (!steps) return () => true;
  const asking = steps.filter((step) => asksForRange(drill, step)).map(({ id }) => id);
  const isAsking = ({ step }: RepRecord): boolean => step !== undefined && asking.includes(step);
  const own = reps.filter(isAsking);
  const others = reps.filter((rep) => !isAsking(rep));
  const during = (some: readonly RepRecord[], time: Seconds): boolean =>
    some.some(({ start, end }) => time >= start && time <= end);
  return (time) => (own.length > 0 ? during(own, time) : !during(others, time));
}
