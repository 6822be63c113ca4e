import type { LegPose } from '../../instrument/input/measurement-plan.ts';
import type { DrillDefinition, Preset } from '../../coach/drill-definition.ts';
import { doseFrom, presetsWith } from '../presets.ts';
import { STOP_AT_ONCE } from '../shared-words.ts';

// Both variants are timers with spoken words, one leg after the other. Nothing is measured.

/** A pose sitting on the floor, used only for the drawing of the start. */
export const seatedDrawing = (working: LegPose, other: LegPose): DrillDefinition['measure'] => ({
  posture: {
    pelvis: { yaw: 0, pitch: -15, roll: 0 },
    thorax: { yaw: 0, pitch: -15, roll: 0 },
    working,
    other,
    height: { of: 'mid-hip', metres: 0.15 },
  },
  motion: {
    contacts: [],
    workingSd: { flexion: 10, abduction: 10, internalRotation: 10, knee: 10 },
    otherSd: { flexion: 10, abduction: 10, internalRotation: 10, knee: 10 },
    pelvisSd: 10,
    rootSd: 0.1,
    thoraxSd: 10,
    landmarkSd: 6,
    hipSdScale: 1,
    leanLimit: null,
    internalRotationFloor: -10,
  },
  view: {
    recommended: 50,
    good: [[0, 359]],
    fair: [[0, 359]],
    lensHeight: 0.9,
    distance: 2.3,
    lookingDown: 0,
  },
  neverSeen: [
    'hip-internal-rotation',
    'pelvis-twist',
    'pelvis-obliquity',
    'pelvis-lift',
    'back-arch',
    'trunk-lean',
    'foot-slide',
  ],
});

const timed = (passive: number): Partial<Preset> => ({ passive, rounds: 1, rest: 15 });

export const SOFT_TISSUE = {
  camera: 'none',
  demands: [],
  caution: `Firm but easy: you can breathe all the time, and it feels better when you come off it. Stay on muscle, off bones and the back of the knee. ${STOP_AT_ONCE} Not over bruises, varicose veins, a fresh injury or an operation; with blood thinners ask a doctor or physiotherapist first.`,
  placement: {
    id: 'anywhere',
    title: 'Within hearing',
    where: 'Anywhere you hear it: no camera is used',
    lens: 'The lens is not used',
    tilt: 'As you like, so that you can see the clock.',
    avoid: 'Nothing to avoid.',
    blind: null,
  },
  // One to two minutes a side.
  presets: presetsWith({ prep: timed(60), build: timed(90), strength: timed(120) }),
  dose: doseFrom('ours'),
  reps: null,
  rules: [],
  instrument: { frameRate: 5, model: 'full' },
  turnsForOtherSide: false,
  footSlideLimit: null,
} as const satisfies Partial<DrillDefinition>;
