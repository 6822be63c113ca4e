import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, MovementStep } from '../drill-definition.ts';
import { rangeChannel } from '../rules/judged-reading.ts';
import type { RepRecord } from '../record/set-record.ts';

/** Whether a direction of a sequence asks for the range that the drill is about. */
export const asksForRange = (drill: DrillDefinition, { channel, towards }: MovementStep): boolean =>
  channel === rangeChannel(drill) && towards === 'more';

/**
 * When a set asked for its range. In a sequence that is in the movements of one direction: a thigh that is kept up while the foot swings
 * asks for no bend, and its bend is read up to 6° too large then (seven rendered sequences, six with their largest one there). Where
 * none of these was counted, it is whenever nothing else was asked for.
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
