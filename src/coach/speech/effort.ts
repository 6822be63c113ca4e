import type { Seconds, Share } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { releaseAt } from '../timeline/timeline-clock.ts';
import type { CoachWords, EffortAmount } from './coach-words.ts';

/** An amount of effort that people can aim at, as a share of their maximum. */
const AMOUNTS: readonly { readonly amount: EffortAmount; readonly share: Share }[] = [
  { amount: 'fifth', share: 0.2 },
  { amount: 'quarter', share: 0.25 },
  { amount: 'third', share: 1 / 3 },
  { amount: 'half', share: 0.5 },
  { amount: 'two-thirds', share: 2 / 3 },
  { amount: 'three-quarters', share: 0.75 },
  { amount: 'four-fifths', share: 0.8 },
];

/** What is named on the way to the target, and how far below it at least: two amounts close together confuse. */
const ON_THE_WAY = ['fifth', 'half'] as const satisfies readonly EffortAmount[];
const WELL_BELOW: Share = 0.15;
const WELL_BEFORE: Seconds = 4;
/** A hold is reminded of the breath so long after its beginning, since holding it raises the blood pressure; then every half minute. */
const BREATH_AFTER: Seconds = 7;
/** Shorter holds have enough with the reminder at their beginning. */
const BREATH_IN_HOLDS_FROM: Seconds = 15;
const BREATH_EVERY: Seconds = 30;

/** A sentence in a phase. */
export interface PhaseCall {
  /** Seconds into the phase. */
  readonly at: Seconds;
  readonly text: string;
  /** True: left out while something else is being said. */
  readonly soft?: true;
  /** True: the effort is to change. */
  readonly asks?: true;
}

/** The middle of the requested range; null: the phase asks for no effort. */
export const targetEffort = ({ effort }: TimelinePhase): Share | null =>
  effort === null ? null : (effort[0] + effort[1]) / 2;

/** The amount nearest to a share of the maximum. */
export function effortAmount(share: Share): EffortAmount {
  const distance = (one: (typeof AMOUNTS)[number]) => Math.abs(one.share - share);
  return AMOUNTS.reduce((best, one) => (distance(one) < distance(best) - 1e-9 ? one : best)).amount;
}

/** The requested effort at a time of a phase: it rises evenly over the ramp, stays, and fades at the end. Null: no effort. */
export function effortAt(phase: TimelinePhase, elapsed: Seconds): Share | null {
  const target = targetEffort(phase);
  if (target === null) return null;
  const from = releaseAt(phase);
  const fades = from === null ? 1 : 1 - (elapsed - from) / (phase.release ?? 1);
  const rises = phase.ramp <= 0 ? 1 : elapsed / phase.ramp;
  return target * Math.min(1, Math.max(0, Math.min(rises, fades)));
}

/**
 * What is said while the effort builds up, at its target, and during the hold.
 * @param from seconds into the phase before which the target is not called, because the phase is being announced
 */
export function effortCalls(
  phase: TimelinePhase,
  words: CoachWords['effort'],
  from: Seconds = 0,
): readonly PhaseCall[] {
  const target = targetEffort(phase);
  if (target === null || phase.ramp <= 0) return [];
  const { kind, ramp, length } = phase;
  const building = ON_THE_WAY.flatMap((amount): PhaseCall[] => {
    const share = AMOUNTS.find((one) => one.amount === amount)?.share ?? 0;
    return share > target - WELL_BELOW || (ramp * share) / target > ramp - WELL_BEFORE
      ? []
      : [{ at: (ramp * share) / target, text: words.onTheWay(words.amounts[amount]), soft: true }];
  });
  const pulls = kind === 'rails';
  // A cue that is being said at that moment is worth more.
  const held: PhaseCall = { at: Math.max(ramp, from), text: pulls ? words.pull : words.hold, soft: true, asks: true };
  const end = releaseAt(phase) ?? length ?? ramp;
  const breaths: PhaseCall[] = [];
  if (end - ramp >= BREATH_IN_HOLDS_FROM)
    for (let at = held.at + BREATH_AFTER; at < end - 2; at += BREATH_EVERY)
      breaths.push({ at, text: pulls ? words.breatheOut : words.breathe, soft: true });
  return [...building, held, ...breaths];
}

/**
 * The first words of a push or pull: slowly, and how hard. A pull that takes a push over is as hard as that. Empty: the phase asks for no
 * effort.
 */
export function effortAsked(phase: TimelinePhase, before: TimelinePhase | null, words: CoachWords['effort']): string {
  const target = targetEffort(phase);
  if (target === null || phase.ramp <= 0) return '';
  const isSame = before?.kind === 'pails' && phase.kind === 'rails' && targetEffort(before) === target;
  return isSame ? words.again : words.build(words.amounts[effortAmount(target)]);
}
