import type { Degrees } from '../../instrument/geometry/units.ts';
import { isOtherWay, type ShinTurn } from '../../instrument/phone/shin-watch.ts';
import { type HeldPosition, legInTotal } from './self-check-record.ts';

/** A turn of which it is known whether it went inwards. */
export interface KnownTurn {
  readonly turn: ShinTurn;
  readonly inwards: boolean;
}

/** A smaller turn has no axis to speak of. */
const LEAST: Degrees = 3;

/**
 * The angle of a held position as the paired phone has it. Gravity shows its size. Its sign: as an earlier turn's about the same axis;
 * for the first it is the camera's, which sees whether the foot went out or in, and people are asked to turn inwards.
 * @returns `known`: for the next position; null: no turn was large enough yet
 */
export function positionByPhone(
  turn: ShinTurn,
  held: HeldPosition,
  known: KnownTurn | null,
): { readonly position: Pick<HeldPosition, 'typed' | 'phone'>; readonly known: KnownTurn | null } {
  const own: KnownTurn = known ?? { turn, inwards: legInTotal(held) >= 0 };
  const isInwards = isOtherWay(turn, own.turn) ? !own.inwards : own.inwards;
  const typed = isInwards || turn.value === 0 ? turn.value : -turn.value;
  return {
    position: { typed, phone: { sd: turn.sd, ...(turn.askew ? { askew: true } : {}) } },
    known: known ?? (turn.value >= LEAST ? own : null),
  };
}
