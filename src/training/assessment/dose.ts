import { type Degrees, type Side, SIDES } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, Preset } from '../../coach/drill-definition.ts';
import { KEPT_RANGE } from '../safety/within-limits.ts';
import type { Dose, DoseReason, HipGoal } from './hip-programme.ts';
import type { HipStep } from '../safety/red-flags.ts';
import type { Gap, Passport } from './passport.ts';

/** A gap from here on is wide: there is far more range than the hip uses by itself. Judgement. */
const WIDE_GAP: Degrees = 15;
/** Internal rotation in which lift-offs in the seat begin to be possible, because the leg behind lies turned in. Judgement. */
export const LIFT_OFF_RANGE: Degrees = 20;

/** Seconds by what the gap says. The push, its effort and the rounds come from the step. Judgement: `docs/hip-programme.md`. */
const SECONDS: Readonly<Record<Exclude<DoseReason, 'unknown-gap' | 'gentle'>, Partial<Preset>>> = {
  // The range is there, so none of the time goes into opening it.
  enough: { ...KEPT_RANGE, rails: 30 },
  keep: { ...KEPT_RANGE, rails: 30 },
  // What is there is used: more has to be opened first.
  'no-gap': { passive: 120, rails: 15, sink: 30 },
  gap: { passive: 90, rails: 20, sink: 20 },
  // The range is there and not used: less lying in it, more pulling into it.
  'wide-gap': { passive: 60, rails: 30, sink: 15 },
};

/** The hip that turns in less by itself, or with help where that is not known; null: neither is read. */
export function hipBehind({ test }: Passport, among: readonly Side[] = SIDES): Side | null {
  for (const effort of ['active', 'passive'] as const) {
    const read = among.flatMap((side) => {
      const best = test.hips[side]?.internal[effort]?.result;
      return best ? [{ side, value: best.value }] : [];
    });
    const [first, second] = read;
    if (first && second) return first.value <= second.value ? first.side : second.side;
    if (first) return first.side;
  }
  return null;
}

/** The gap of internal rotation that decides: of the hip that is behind; of the other where that has none. */
function decidingGap(passport: Passport, among: readonly Side[]): Gap | null {
  const behind = hipBehind(passport, among);
  const sides = among.toSorted((one, other) => Number(other === behind) - Number(one === behind));
  for (const side of sides) {
    const gap = passport.hips[side]?.directions.internal.gap ?? null;
    if (gap !== null) return gap;
  }
  return null;
}

/** A reversed gap says that the passive tries fell short, so nothing about the dose. */
function reasonOf(gap: Gap | null, goal: HipGoal, kept: 'enough' | 'keep' | null): DoseReason {
  if (kept !== null) return kept;
  if (gap === null || gap.kind === 'reversed') return 'unknown-gap';
  if (gap.kind === 'gap' && gap.of.value >= WIDE_GAP) return 'wide-gap';
  if (gap.kind === 'gap') return 'gap';
  // Who wants control works on it even where no gap is seen.
  return goal === 'control' ? 'gap' : 'no-gap';
}

/**
 * The numbers of a drill with push and pull. Every one stays inside the limits that `clamp` holds.
 * @param kept why no range is opened; null: it is
 * @param sides the hips that work: only theirs counts
 */
export function doseFor(
  passport: Passport,
  goal: HipGoal,
  step: HipStep,
  drill: DrillDefinition,
  clamp: (preset: Preset) => Preset,
  kept: 'enough' | 'keep' | null,
  sides: readonly Side[],
): Dose {
  if (step === 'gentle') return { reason: 'gentle', preset: clamp(drill.presets.prep) };
  const reason = reasonOf(decidingGap(passport, sides), goal, kept);
  const usual = drill.presets[step];
  if (reason === 'unknown-gap' || reason === 'gentle') return { reason, preset: clamp(usual) };
  return { reason, preset: clamp({ ...usual, ...SECONDS[reason] }) };
}

/** The smallest passive internal rotation of these hips, of those that were read; null: none. */
export function leastPassive({ test }: Passport, sides: readonly Side[]): Degrees | null {
  const read = sides.flatMap((side) => test.hips[side]?.internal.passive?.result.value ?? []);
  return read.length === 0 ? null : Math.min(...read);
}
