import type { MotionModel } from '../input/measurement-plan.ts';
import { FLEXION, KNEE, LEG_START, type Pose } from '../geometry/skeleton.ts';
import type { Degrees, Side } from '../geometry/units.ts';

/** How far a knee is from where a hanging shin would bend it, over what the drill allows; both poses as `skeleton.ts` orders them. */
export type ShinHang = (pose: Pose, referencePose: Pose) => number;

/** From here on a shin hangs from its thigh in full, and not at all from one that goes behind. */
const THIGH_UP: Degrees = 40;

/** @returns null where the drill knows of no shin that hangs */
export function shinHang({ shinHangs }: MotionModel, working: Side): ShinHang | null {
  if (shinHangs === undefined) return null;
  const start = LEG_START[working];
  return (pose, referencePose) => {
    const bent = (part: number): Degrees => (pose[start + part] ?? 0) - (referencePose[start + part] ?? 0);
    const up = Math.min(1, Math.max(0, bent(FLEXION)) / THIGH_UP);
    return (up * (bent(KNEE) - bent(FLEXION))) / shinHangs;
  };
}
