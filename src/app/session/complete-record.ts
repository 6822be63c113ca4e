import type { SetRecord } from '../../coach/record/set-record.ts';
import { summarise } from '../../coach/record/summarise.ts';
import { drillById } from '../../drills/index.ts';

/** A set that a closed tab left behind has frames, flags and phases, but nobody was left to sum it up. */
export function completeRecord(record: SetRecord): SetRecord {
  const drill = drillById(record.drill);
  return drill ? { ...record, summary: summarise(record, drill) } : record;
}
