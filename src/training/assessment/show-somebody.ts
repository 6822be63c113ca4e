import { type Degrees, type Side, sidesOf, SIDES, type WorkingSide } from '../../instrument/geometry/units.ts';
import { painLight } from '../review/after-set.ts';
import type { HipTest } from './hip-test.ts';
import { type Passport, surelyBelow } from './passport.ts';
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
/** Half of the mean arc of adults (82°, `sources.ts`). Judgement. */
const SMALL_ARC: Degrees = 40;
/** From this pain on a set is too much. */
const MUCH_PAIN = 5;

const passiveIn = ({ hips }: HipTest, side: Side) => hips[side]?.internal.passive?.result ?? null;

function withPain({ test }: Passport): readonly ShowSomebody[] {
  const found: ShowSomebody[] = [];
  const [left, right] = SIDES.map((side) => passiveIn(test, side));
  const by = left && right ? right.value - left.value : 0;
  const less = { value: -Math.abs(by), sd: Math.hypot(left?.sd ?? 0, right?.sd ?? 0) };
  if (surelyBelow(less, -MARKED_DIFFERENCE))
    found.push({
      reason: 'sides-with-pain',
      side: by > 0 ? 'left' : 'right',
      seen: Math.abs(by),
      limit: MARKED_DIFFERENCE,
      source: 'cibulka',
    });
  for (const side of SIDES) {
    const range = passiveIn(test, side);
    if (range && surelyBelow(range, SMALL_ROTATION))
      found.push({ reason: 'small-with-pain', side, seen: range.value, limit: SMALL_ROTATION, source: 'altman' });
  }
  return found;
}

/**
 * What should be shown to somebody.
 * @param pain 0 to 10, when the hip is used; null: not asked
 * @param hurts the hip that hurts; null: not told, so both
 */
export function showSomebody(
  passport: Passport,
  pain: number | null,
  hurts: WorkingSide | null = null,
): readonly ShowSomebody[] {
  const light = painLight(pain ?? 0);
  const painful = sidesOf(hurts ?? 'both');
  const small = SIDES.flatMap((side): ShowSomebody[] => {
    const arc = passport.hips[side]?.arc.passive ?? null;
    if (arc === null || !surelyBelow(arc, SMALL_ARC)) return [];
    return [{ reason: 'very-small', side, seen: arc.value, limit: SMALL_ARC, source: null }];
  });
  return [
    ...(light === 'red'
      ? [{ reason: 'pain', side: hurts === 'both' ? null : hurts, seen: null, limit: MUCH_PAIN, source: null } as const]
      : []),
    ...(light === 'green' ? [] : withPain(passport).filter(({ side }) => side !== null && painful.includes(side))),
    ...small,
  ];
}
