import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import { painLight } from '../review/after-set.ts';
import type { HipTest } from './hip-test.ts';
import { type Passport, SIDES, surelyBelow } from './passport.ts';
import type { SourceId } from './sources.ts';

/**
 * Why somebody with training should look at the hip. No diagnosis: the person reads what was seen and whom to ask.
 * `pain`: 5 or more. `sides-with-pain`: pain, and one hip turns in far less. `small-with-pain`: pain, and a hip that turns
 * in very little. `very-small`: an arc far below that of any healthy group, without pain too.
 */
export type ShowReason = 'pain' | 'sides-with-pain' | 'small-with-pain' | 'very-small';

export interface ShowSomebody {
  readonly reason: ShowReason;
  /** The hip; null: it is not about one. */
  readonly side: Side | null;
  /** What was seen; null: nothing was measured. */
  readonly seen: Degrees | null;
  readonly limit: number;
  /** Null: the project's own judgement. */
  readonly source: SourceId | null;
}

/** Difference of passive internal rotation between the sides that a guideline names together with pain. */
const MARKED_DIFFERENCE: Degrees = 15;
/** Passive internal rotation below which a painful hip belongs to a class of the rheumatologists' criteria. */
const SMALL_ROTATION: Degrees = 15;
/** Half of the mean arc of healthy adults (77 to 79°). Judgement. */
const SMALL_ARC: Degrees = 40;
/** From this pain on a set is too much. */
const MUCH_PAIN = 5;

const passiveIn = ({ hips }: HipTest, side: Side) => hips[side]?.internal.passive?.best ?? null;

function withPain({ test, sides }: Passport): readonly ShowSomebody[] {
  const found: ShowSomebody[] = [];
  const difference = sides.directions.internal.passive;
  if (difference && difference.kind !== 'about-the-same' && Math.abs(difference.by) >= MARKED_DIFFERENCE)
    found.push({
      reason: 'sides-with-pain',
      side: difference.by < 0 ? 'left' : 'right',
      seen: Math.abs(difference.by),
      limit: MARKED_DIFFERENCE,
      source: 'cibulka',
    });
  for (const side of SIDES) {
    const range = passiveIn(test, side);
    if (range && range.value < SMALL_ROTATION)
      found.push({ reason: 'small-with-pain', side, seen: range.value, limit: SMALL_ROTATION, source: 'altman' });
  }
  return found;
}

/**
 * What should be shown to somebody.
 * @param pain 0 to 10, when the hip is used; null: not asked
 */
export function showSomebody(passport: Passport, pain: number | null): readonly ShowSomebody[] {
  const light = painLight(pain ?? 0);
  const small = SIDES.flatMap((side): ShowSomebody[] => {
    const arc = passport.hips[side]?.arc.passive ?? null;
    if (arc === null || !surelyBelow(arc, SMALL_ARC)) return [];
    return [{ reason: 'very-small', side, seen: arc.value, limit: SMALL_ARC, source: null }];
  });
  return [
    ...(light === 'red' ? [{ reason: 'pain', side: null, seen: null, limit: MUCH_PAIN, source: null } as const] : []),
    ...(light === 'green' ? [] : withPain(passport)),
    ...small,
  ];
}
