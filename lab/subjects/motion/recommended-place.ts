import type { CameraPlace } from '../contract.ts';

const FIELD_OF_VIEW = 66;

const place = (azimuth: number, height: number, distance: number, placement: string): CameraPlace => ({
  azimuth,
  height,
  distance,
  fieldOfView: FIELD_OF_VIEW,
  placement,
});

const SEATED = place(2, 0.7, 2.1, 'straight front');

/** The camera place from which the placement study measures each drill best. */
const RECOMMENDED: Readonly<Record<string, CameraPlace>> = {
  'supine-sleeper': place(255, 1.4, 2.4, 'far side, level with the hips, chest high'),
  'supine-ir-pulses': place(165, 1.4, 2.5, 'behind the head, chest high'),
  'supine-ir-pulses/feet-flat': place(90, 1.4, 2.3, 'side, level with the hips, chest high'),
  'knee-to-knee': place(152, 1.4, 2.5, 'behind the head, 30 degrees off, chest high'),
  'knee-to-knee/floor': place(90, 1.4, 2.3, 'side, level with the hips, chest high'),
  'quadruped-band-ir': place(150, 1.3, 2.5, 'behind oblique, table or higher'),
  'ninety-ninety-stretch': SEATED,
  'ninety-ninety-contract-relax': SEATED,
  'ninety-ninety-pails-rails': SEATED,
  'ninety-ninety-lift-off': SEATED,
  'ninety-ninety-lift-off-hinge': SEATED,
  'hip-test/seated': place(0, 0.75, 2.2, 'straight front, table high'),
  'hip-test/supine': place(165, 1.4, 2.5, 'behind the head, chest high'),
  'hip-test/prone': place(180, 0.75, 2.4, 'at the feet, table high'),
  // Square to the side, where the back's shape shows.
  'quadruped-band-ir/side': place(90, 0.75, 1.9, 'side, back high'),
  'supine-sleeper/side': place(270, 0.6, 2, 'far side, chair high'),
  'standing-hamstring': place(90, 0.95, 2.8, 'side, hip height'),
  // Shows motion forward and back as well as motion to the side.
  'hip-movement-sequence': place(40, 0.95, 2.8, 'front oblique on the working side, hip height'),
};

/** Poor places, from which the app must refuse a set or state a wide band. */
export const POOR_PLACES = {
  footEnd: place(45, 1.25, 2.3, 'oblique from the foot end, table'),
  lowBehind: place(148, 0.6, 2.3, 'behind oblique, low'),
  /** The place that was right for the other leg. */
  besideRestingLeg: place(210, 1.3, 2.5, 'behind oblique, beside the resting leg'),
  seatedOblique: place(45, 0.6, 2.1, 'front 45 on the trail side, low'),
} as const;

/** @throws {Error} when no place is recommended for the drill. */
export function recommendedPlace(drill: string, variant: string): CameraPlace {
  const found = RECOMMENDED[`${drill}/${variant}`] ?? RECOMMENDED[drill];
  if (!found) throw new Error(`No camera place is recommended for the drill "${drill}".`);
  return found;
}
