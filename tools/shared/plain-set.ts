import type { RangeSummary, RecordReferencePose, SetRecord } from '../../src/coach/record/set-record.ts';

/** Range of a hip; degrees. */
export const PLAIN_RANGE: RangeSummary = {
  side: 'left',
  round: 1,
  clean: 27.5,
  borrowed: 6.1,
  borrowedAtLeast: true,
  gross: 33.6,
  sd: 2.3,
  endRange: 24.2,
  coverage: 0.97,
  pelvisWatched: 0.88,
};

const REFERENCE_POSE: RecordReferencePose = {
  at: 4.9,
  view: 'good',
  azimuth: 262,
  lookingDown: 31.5,
  distance: 2.1,
  lensHeight: 1.4,
};

/** A finished set of the supine sleeper on the left, 18 s long, as an import has it: without frames. */
export const PLAIN_SET: SetRecord = {
  version: 1,
  id: '0d6f1c1e-6a54-4d44-9f0e-6f2f2d1b7a10',
  startedAt: '2026-11-20T18:30:12.250Z',
  drill: 'supine-sleeper',
  variant: null,
  side: 'left',
  goal: 'prep',
  placement: 'beside-the-still-leg',
  zero: { hipInternalRotation: 'neutral', pelvis: 'neutral', kneeFlexion: 'absolute' },
  source: { kind: 'camera', fps: 15, frames: 270, width: 1280, height: 720 },
  engine: { model: 'full', backend: 'wasm', why: 'fastest that passed the check', version: '0.1.0' },
  neutral: REFERENCE_POSE,
  neutrals: [{ ...REFERENCE_POSE, side: 'left' }],
  phases: [{ kind: 'passive', round: 1, side: 'left', start: 5, end: 18 }],
  frames: [],
  flags: [],
  reps: [],
  summary: {
    sets: [PLAIN_RANGE],
    phases: [{ ...PLAIN_RANGE, kind: 'passive', start: 5, end: 18 }],
    repsGood: 0,
    repsAll: 0,
    muted: [],
  },
  ended: 'finished',
};
