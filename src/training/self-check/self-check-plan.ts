import { bodyOf, boneLengths, showsSlope } from '../../instrument/geometry/skeleton.ts';
import type { Side, WorkingSide } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import { startPose } from '../../instrument/reference-pose/reference-pose-fit.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { placeWithoutNumber } from '../../coach/progress/clean-range.ts';
import { judgeReading } from '../../coach/rules/judged-reading.ts';
import type { CaptureSample } from './position-capture.ts';
import type { OwnInstrument } from './self-check-record.ts';

/** The postures that differ in where a phone goes. */
export type CheckPosture = 'feet-planted' | 'seat' | 'chair';

/** Pitch of the pelvis, leaning back, from which a body counts as lying. */
const LYING_PITCH = 45;

/** Any body height (metres) will do, because the start pose does not depend on the length of the bones. */
const ANY_HEIGHT = 1.7;

/** A shin that lies on the floor while the pelvis turns over it (90/90 stretches): an instrument on it shows nothing. */
function shinLiesStill({ motion }: DrillDefinition['measure']): boolean {
  const resting = motion.contacts.map(({ joint }) => joint);
  return resting.includes('working knee') && resting.includes('working ankle');
}

/** Whether the drill measures hip rotation with a camera, and the shin turns along. */
export const canBeChecked = ({ camera, sideCheckOf, measure, reps }: DrillDefinition): boolean =>
  camera !== 'none' &&
  sideCheckOf === undefined &&
  measure.range === undefined &&
  reps?.sequence === undefined &&
  !shinLiesStill(measure);

/** Whether the shin is steep enough in the drill's start position for a phone's inclinometer. */
function inclinometerWorks({ id, measure }: DrillDefinition, side: Side): boolean {
  const pose = startPose({ drill: id, side, subjectHeight: ANY_HEIGHT, ...measure });
  return showsSlope(bodyOf(pose.pose, pose, boneLengths(ANY_HEIGHT)), side);
}

/** The instruments that show this drill's rotation. A paired phone feels gravity alone, so it shows what an inclinometer does. */
export const instrumentsFor = (drill: DrillDefinition, side: Side): readonly OwnInstrument[] =>
  inclinometerWorks(drill, side) ? ['inclinometer', 'paired-phone', 'goniometer'] : ['goniometer'];

/** The posture of a drill whose turn a phone shows. */
export function checkPosture({ hipTest, measure }: DrillDefinition): CheckPosture {
  if (hipTest === 'seated') return 'chair';
  return measure.posture.pelvis.pitch > -LYING_PITCH ? 'seat' : 'feet-planted';
}

export interface SampleOptions {
  readonly drill: DrillDefinition;
  readonly side: Side;
  readonly instrument: OwnInstrument;
}

/** What a reading says about the leg with the instrument; null: the reading is not valid. */
export function sampleOf(reading: Reading, { drill, side, instrument }: SampleOptions): CaptureSample | null {
  const { body } = judgeReading(reading, drill);
  const leg = body?.leg[side];
  const place = reading.referencePose.kind === 'set' ? placeWithoutNumber(reading.referencePose.quality) : null;
  const hip = place === null && body?.unseen['hip-internal-rotation'] === undefined ? leg?.internalRotation : null;
  if (!body || !leg || !hip) return null;
  const pelvis = leg.pelvisContribution ?? null;
  const shin = body.shin?.[side];
  const expected: Readonly<Record<OwnInstrument, number | null>> = {
    inclinometer: shin?.slope ?? null,
    compass: null,
    goniometer: hip.value + (pelvis ?? 0),
    'paired-phone': shin?.tip ?? null,
  };
  return { time: reading.time, hip: hip.value, statedSd: hip.sd, pelvis, expected: expected[instrument] };
}

/** The legs that the set measures: both where the drill moves both. */
export const sideToMeasure = ({ bilateral }: DrillDefinition, side: Side): WorkingSide => (bilateral ? 'both' : side);
