import type { FramingCheck, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';

/**
 * What keeps the reference pose from being held; `moving`: the person does not hold still. Null: nothing known. Holding
 * still is asked for last: in a wrong place or posture it would not help. While the laptop is being moved, a person who lies
 * still moves in its picture.
 */
export function startProblem({ person, referencePose, light, framing, frozen }: Reading): Reason | 'moving' | null {
  if (frozen) return 'picture-frozen';
  if (!person.seen) return (person.reason === 'implausible-body' && framing.difference?.kind) || person.reason;
  const held = referencePose.kind === 'holding' ? referencePose.problem : null;
  const still = held === 'moving' ? null : held;
  const moves = held === 'moving' && framing.laptopMoves === true ? 'picture-slid' : held;
  return named(still ?? framing.problem ?? light.problem ?? moves, framing);
}

/** A posture that is wrong in one plain way is named by it. */
export const named = <T extends Reason | 'moving' | null>(problem: T, { difference }: FramingCheck): T | Reason =>
  problem === 'wrong-posture' && difference ? difference.kind : problem;
