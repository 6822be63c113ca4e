import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { lying } from '../../../src/drills/postures.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';

/** What the instrument is told of a position of the hip test. */
export type TestMeasure = Omit<MeasurementPlan, 'drill' | 'side' | 'subjectHeight'>;

/** On the back, one hip and knee at right angles, the other foot planted; seen from behind the head. */
const supine: TestMeasure = {
  ...supineIrPulses.measure,
  posture: lying(
    { flexion: 88, abduction: 3, internalRotation: 0, knee: 90 },
    { flexion: 46, abduction: 8, internalRotation: 0, knee: 104 },
  ),
  motion: {
    ...supineIrPulses.measure.motion,
    unsupportedJoints: ['working ankle', 'working knee'],
    contacts: [{ joint: 'other ankle', sd: 0.01 }],
    internalRotationFloor: -70,
    workingSd: { flexion: 8, abduction: 6, internalRotation: 40, knee: 10 },
    otherSd: { flexion: 8, abduction: 8, internalRotation: 8, knee: 8 },
  },
  neverSeen: ['back-arch', 'foot-slide'],
};

const ON_THE_BELLY = { yaw: 0, pitch: 90, roll: 0 };

/** On the belly, one knee at a right angle; seen from the feet. */
const prone: TestMeasure = {
  ...hipTestSeated.measure,
  posture: {
    pelvis: ON_THE_BELLY,
    thorax: ON_THE_BELLY,
    working: { flexion: 0, abduction: 4, internalRotation: 0, knee: 90 },
    other: { flexion: 0, abduction: 8, internalRotation: 0, knee: 3 },
    height: { of: 'mid-hip', metres: 0.12 },
  },
  view: { recommended: 180, good: [[165, 195]], fair: [[150, 210]], lensHeight: 0.75, distance: 2.4, lookingDown: 5 },
  useFittedTwist: true,
  neverSeen: ['back-arch', 'pelvis-obliquity', 'pelvis-lift', 'foot-slide'],
};

/** Every position that was looked at; the app offers the seated one only. */
export const TEST_MEASURES = { seated: hipTestSeated.measure as TestMeasure, supine, prone } as const;
