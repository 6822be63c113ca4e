import { type BySide, type Estimate, type Side, sidesOf } from '../../instrument/geometry/units.ts';
import type { FrameRecord } from './set-record.ts';
import type { CsvColumn } from './csv-text.ts';

type Column = CsvColumn<FrameRecord>;
type Measured = Estimate<number> | null;

/** A measured value and its standard deviation; empty where it was not seen. */
const measured = (
  name: string,
  unit: 'deg' | 'm',
  meaning: string,
  of: (frame: FrameRecord) => Measured,
): readonly Column[] => [
  { name: `${name}_${unit}`, meaning, cell: (frame) => of(frame)?.value ?? null },
  { name: `${name}_sd_${unit}`, meaning: 'its standard deviation', cell: (frame) => of(frame)?.sd ?? null },
];

const eachSide = (of: (side: Side) => readonly Column[]): readonly Column[] => sidesOf('both').flatMap(of);

const ofLegs = (name: string, meaning: string, of: (frame: FrameRecord) => BySide<Measured>): readonly Column[] =>
  eachSide((side) => measured(`${name}_${side}`, 'deg', `${side} ${meaning}`, (frame) => of(frame)[side]));

const FROM_REFERENCE_POSE = 'change from the start position';

/** One row a frame, unfiltered; angles of hip, pelvis and trunk count from the start position. */
export const FRAME_COLUMNS: readonly Column[] = [
  { name: 't_s', meaning: 'time on the clock of the recording', cell: ({ t }) => t },
  { name: 'phase', meaning: 'kind of phase; empty outside every phase', cell: ({ phase }) => phase },
  { name: 'valid', meaning: '1: the reading counts; 0: it does not', cell: ({ valid }) => valid },
  {
    name: 'reasons',
    meaning: 'why it does not count, or what it lacks, separated by semicolons',
    cell: ({ reasons }) => reasons.join('; '),
  },
  ...ofLegs(
    'hip_internal_rotation',
    `hip internal rotation, ${FROM_REFERENCE_POSE}; external is negative`,
    (frame) => frame.hipInternalRotation,
  ),
  ...eachSide((side) => [
    {
      name: `lent_${side}_deg`,
      meaning: `what the pelvis was measured to add to the ${side} one in the room, standing hamstring: the back to its bend, and taken off it; empty: nothing, or nobody measured it`,
      cell: ({ lent: pelvisContribution }) => pelvisContribution?.[side] ?? null,
    },
  ]),
  ...ofLegs('hip_flexion', `hip flexion, ${FROM_REFERENCE_POSE}`, (frame) => frame.hipFlexion),
  ...ofLegs('hip_abduction', `hip abduction, ${FROM_REFERENCE_POSE}`, (frame) => frame.hipAbduction),
  ...ofLegs('knee_flexion', 'knee flexion, absolute: a straight knee is 0', (frame) => frame.kneeFlexion),
  ...measured('pelvis_twist', 'deg', `pelvis twist, ${FROM_REFERENCE_POSE}`, (frame) => frame.pelvis.twist),
  ...measured(
    'pelvis_obliquity',
    'deg',
    `pelvis tilted sideways, ${FROM_REFERENCE_POSE}`,
    (frame) => frame.pelvis.obliquity,
  ),
  ...measured(
    'pelvis_tilt',
    'deg',
    `pelvis tilted forwards or back, ${FROM_REFERENCE_POSE}`,
    (frame) => frame.pelvis.tilt,
  ),
  ...measured('pelvis_lift', 'm', `pelvis lifted, ${FROM_REFERENCE_POSE}`, (frame) => frame.pelvis.lift),
  ...measured('trunk_lean', 'deg', `trunk lean, ${FROM_REFERENCE_POSE}`, (frame) => frame.trunkLean),
  ...measured('knee_chase', 'deg', `knee that follows the turn, ${FROM_REFERENCE_POSE}`, (frame) => frame.kneeChase),
  ...measured(
    'lumbar_extension',
    'deg',
    `arch of the lower back, ${FROM_REFERENCE_POSE}`,
    (frame) => frame.lumbarExtension,
  ),
  ...measured(
    'shin_drop',
    'deg',
    `both shins sunk at the foot, ${FROM_REFERENCE_POSE}`,
    ({ form }) => form?.shinDrop ?? null,
  ),
  ...measured('foot_shift', 'm', 'nearer foot moved from where it stood', ({ form }) => form?.footShift ?? null),
];
