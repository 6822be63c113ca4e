import type { DrillDefinition, RuleDefinition } from '../coach/drill-definition.ts';

/** What all drills in the 90/90 seat have in common, written for the LEFT leg behind. */

type Measure = DrillDefinition['measure'];

export const SEAT: Measure['posture'] = {
  pelvis: { yaw: -10, pitch: 0, roll: 10 },
  thorax: { yaw: 0, pitch: 0, roll: 0 },
  working: { flexion: 45, abduction: 55, internalRotation: 45, knee: 90 },
  other: { flexion: 85, abduction: 30, internalRotation: -80, knee: 100 },
  height: { of: 'mid-hip', metres: 0.13 },
};

export const FRONT_VIEW: Measure['view'] = {
  recommended: 0,
  good: [[-20, 20]],
  fair: [[-30, 60]],
  lensHeight: 0.75,
  distance: 2.1,
  lookingDown: 0,
};

/** The hip points hardly move in this seat: nothing is claimed of the pelvis. */
export const UNSEEN_IN_FRONT: Measure['neverSeen'] = [
  'back-arch',
  'pelvis-twist',
  'pelvis-obliquity',
  'pelvis-lift',
  'pelvis-yaw',
  'knee-chase',
  'foot-slide',
];

/** A long stretch in which the pelvis turns about the thigh behind while both legs lie still. */
export const TURNING_MEASURE: Measure = {
  posture: SEAT,
  motion: {
    contacts: [
      { joint: 'working knee', sd: 0.01 },
      { joint: 'working ankle', sd: 0.01 },
      { joint: 'other knee', sd: 0.01 },
      { joint: 'other ankle', sd: 0.01 },
      { joint: 'other hip', sd: 0.01 },
    ],
    workingSd: { flexion: 60, abduction: 16, internalRotation: 100, knee: 20 },
    otherSd: { flexion: 60, abduction: 60, internalRotation: 80, knee: 20 },
    pelvisSd: 50,
    rootSd: 0.2,
    thoraxSd: 20,
    landmarkSd: 4,
    // They stay where they were while the pelvis rolls under them: the shoulders tell more.
    hipLandmarkSd: 24,
    spread: 0.45,
    leanLimit: 8,
    internalRotationFloor: -12,
  },
  view: FRONT_VIEW,
  surface: null,
  neverSeen: UNSEEN_IN_FRONT,
};

export const SEAT_CAUTION =
  'Pain-free range only. Stop with knee pain, a pinch in the front of the hip, numbness or tingling. Not with a fresh injury, a hip replacement or a recent labral repair: ask a clinician first.';

export const SEAT_STEP =
  'Sit with the front shin across you and the other leg out to the side and behind, both knees at right angles.';

export const FRONT_PLACEMENT: DrillDefinition['placement'] = {
  id: 'front',
  title: 'Straight in front of you',
  where: 'Facing you, 1.8 to 2.3 m away',
  lens: 'Between a chair seat (0.5 m) and a table (1.0 m)',
  tilt: 'Upright, so that head, both knees and both feet are in the picture.',
  avoid: 'Not beside you and not behind: the legs hide each other.',
  blind:
    'From here the camera cannot see whether a sit bone lifts or your back rounds, so neither is watched. Your pelvis turns by design here.',
};

/** From the front the hips barely show; heavy places them better than full (error on rendered people 9 against 4 degrees). */
export const SEAT_INSTRUMENT: DrillDefinition['instrument'] = { frameRate: 5, model: 'heavy' };

/** A trunk that leaves its line; each drill says when and what to do about it. */
export const leanRule = (
  own: Pick<RuleDefinition, 'armed' | 'cue' | 'explanation'> & Partial<RuleDefinition>,
): RuleDefinition => ({
  id: 'trunk-lean',
  channel: 'trunk-lean',
  direction: 'positive',
  enter: 6,
  red: 10,
  falseMotion: 5,
  dwell: 0.3,
  ...own,
});
