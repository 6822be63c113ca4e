import { add, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Metres, Side } from '../../../src/instrument/geometry/units.ts';
import type { SolvedPose } from '../contract.ts';
import { jointOf, midpointOf } from '../kinematics/joint-landmarks.ts';
import { BOTH } from './contacts.ts';
import type { DrillProps } from './drill-movement.ts';
import type { RoomProps } from './performance.ts';

/** Distance of the sole from the landmarks of heel and toe. */
const SOLE: Metres = 0.012;
/** Distance of the band's low anchor to the working side. */
const ANCHOR_SIDE: Metres = 1.5;
const ANCHOR_HEIGHT: Metres = 0.06;

/** Distance of a seated person's mid-hip from the seat. */
const SEAT: Metres = 0.1;

/** The box under the heel, or the seat. */
function boxOf(props: DrillProps, referencePose: SolvedPose, heel: Vec3, floorLift: Metres): Vec3 | null {
  const hip = midpointOf(referencePose, 'hip');
  if (props.seat) return [hip[0], hip[1] + floorLift - SEAT, hip[2] - 0.02];
  return props.box ? [heel[0], Math.max(0.1, heel[1] - SOLE), heel[2] + 0.06] : null;
}

/** Places the drill's props to fit the reference pose. */
export function placeProps(props: DrillProps, referencePose: SolvedPose, side: Side, floorLift: Metres): RoomProps {
  const soles = BOTH.flatMap((foot) => [
    jointOf(referencePose, 'heel', foot)[2],
    jointOf(referencePose, 'toe', foot)[2],
  ]);
  const heel = add(jointOf(referencePose, 'heel', side), [0, floorLift, 0]);
  const ankle = jointOf(referencePose, 'ankle', side);
  const outwards = side === 'left' ? ANCHOR_SIDE : -ANCHOR_SIDE;
  return {
    block: props.block,
    wall: props.wall ? Math.max(...soles) + SOLE : null,
    box: boxOf(props, referencePose, heel, floorLift),
    band: props.band ? { ankle: side, anchor: [ankle[0] + outwards, ANCHOR_HEIGHT, ankle[2] + 0.1] } : null,
    strap: props.strap ? side : null,
  };
}
