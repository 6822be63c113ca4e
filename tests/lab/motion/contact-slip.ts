import { subtract } from '../../../src/instrument/geometry/rotation.ts';
import type { Metres } from '../../../src/instrument/geometry/units.ts';
import type { SolvedPose } from '../contract.ts';
import { jointOf } from '../kinematics/joint-landmarks.ts';
import type { Contact, Scene } from './drill-movement.ts';

/** How far the worst of the contacts is from its place in neutral; 0 without contacts. */
export const contactSlip = (
  contacts: readonly Contact[],
  { places }: Pick<Scene, 'places'>,
  solved: SolvedPose,
): Metres =>
  contacts.reduce((worst, { joint, side }) => {
    const way = Math.hypot(...subtract(jointOf(solved, joint, side), places.at(joint, side)));
    return Math.max(worst, way);
  }, 0);
