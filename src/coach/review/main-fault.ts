import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import { isBorrowing, isPelvisRule } from '../rules/compensation.ts';
import type { DrillDefinition, RuleDefinition } from '../drill-definition.ts';
import type { SetRecord } from '../record/set-record.ts';

/** The compensation that cost most in a set. */
export interface MainFault {
  readonly rule: RuleDefinition;
  /** Largest clean range before the pelvis first moved; null where it is another fault, or not known. */
  readonly endRange: Degrees | null;
  readonly borrows: boolean;
}

/** A single amber flag that is over at once is a slip, not something to work on. */
const LEAST_TIME: Seconds = 3;
const LEAST_TIMES = 2;
/** A red flag weighs as much as this much time under an amber one. */
const RED_WEIGHT: Seconds = 10;

/** The one fault to work on: red before amber, long before short, and then in the drill's own order. Null: none worth a word. */
export function mainFault(
  { flags, summary }: Pick<SetRecord, 'flags' | 'summary'>,
  drill: DrillDefinition,
): MainFault | null {
  let worst: { readonly rule: RuleDefinition; readonly weight: number } | null = null;
  for (const rule of drill.rules) {
    const own = flags.filter((flag) => flag.rule === rule.id);
    const time = own.reduce((sum, { start, end }) => sum + end - start, 0);
    const reds = own.filter(({ severity }) => severity === 'red').length;
    if (reds === 0 && own.length < LEAST_TIMES && time < LEAST_TIME) continue;
    const weight = time + RED_WEIGHT * reds;
    if (worst === null || weight > worst.weight) worst = { rule, weight };
  }
  if (worst === null) return null;
  const ends = summary.sets.flatMap(({ endRange }) => endRange ?? []);
  const { rule } = worst;
  return {
    rule,
    endRange: isPelvisRule(rule.id) && ends.length > 0 ? Math.min(...ends) : null,
    borrows: isBorrowing(rule.id),
  };
}
