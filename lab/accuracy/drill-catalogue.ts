import type { DrillDefinition, RuleId } from '../../src/coach/drill-definition.ts';

export interface RuleInDrill {
  rule: RuleId;
  /** False: a blind spot, which the recommended camera place never shows. */
  seen: boolean;
  /** Channel whose size the flags show; absent: they show no size. */
  sizeOf?: string;
}

export interface DrillOutline {
  /** Of the drill and variant, as in a record. */
  id: string;
  /** Repetitions are counted; false if they follow a clock. */
  counted: boolean;
  /** Smallest swing in degrees that is a repetition; 0 for sequences and without repetitions. */
  smallestRep: number;
  /** Sectors of camera azimuth that the drill calls good, degrees. */
  good: readonly (readonly [number, number])[];
  /** A side check: no rule, range or screen reads a leg. Absent: false. */
  trunkOnly?: boolean;
  rules: readonly RuleInDrill[];
}

/**
 * A swing below this share of the smallest good one is no repetition, where the drill does not say which is; the same as
 * in `src/coach/progress/rep-counter.ts`.
 */
const FIDGET_SHARE = 0.5;

/** @param drills that are measured with a camera */
export const drillOutlines = (drills: readonly DrillDefinition[]): DrillOutline[] =>
  drills.map(({ id, rules, blindSpots = [], measure, reps, phases }) => ({
    id,
    counted: reps !== null && !phases.some(({ timed }) => timed === true),
    smallestRep: reps === null || reps.sequence ? 0 : (reps.fidget ?? FIDGET_SHARE * reps.minimumAmplitude),
    good: measure.view.good,
    trunkOnly: measure.trunkOnly === true,
    rules: [
      ...rules.map(({ id: rule, channel, sizeTold }) => ({
        rule,
        seen: true,
        ...(sizeTold === false ? {} : { sizeOf: channel }),
      })),
      ...blindSpots.map(({ id: rule }) => ({ rule, seen: false })),
    ],
  }));
