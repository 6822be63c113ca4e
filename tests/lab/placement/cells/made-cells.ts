import type { Cell, ChannelReadings, ChannelValues, HeldPose } from './cell.ts';

/** Cells in the form of the study, for tests without rendering. */

const NONE: ChannelValues = { rotation: 0, twist: 0, obliquity: 0, lift: 0 };

export const poseOf = (
  id: string,
  truth: Partial<ChannelValues>,
  reading: Partial<ChannelReadings> | null,
): HeldPose => ({
  id,
  truth: { ...NONE, ...truth },
  reading: reading ? { ...NONE, ...reading } : { rotation: null, twist: null, obliquity: null, lift: null },
  frames: 3,
  valid: reading ? 3 : 0,
});

/** Poses in which every rotation reading is wrong by `error` and the twist is read exactly. */
export const posesWithError = (error: number): HeldPose[] => [
  poseOf('rotation 1', { rotation: 15 }, { rotation: 15 + error }),
  poseOf('rotation 2', { rotation: 30 }, { rotation: 30 + error }),
  poseOf('rotation 3', { rotation: 45 }, { rotation: 45 + error }),
  poseOf('back to 1', { rotation: 15 }, { rotation: 15 + error }),
  poseOf('twist', { rotation: 15, twist: -12 }, { rotation: 15 + error, twist: -12 }),
];

export const cellOf = (part: Partial<Cell>): Cell => ({
  drill: 'supine-sleeper',
  body: 'male-average',
  azimuth: 255,
  height: 1.4,
  distance: 2.1,
  seed: 1,
  outcome: 'measured',
  why: null,
  grade: 'good',
  actualDistance: 2.1,
  lookingDown: 38,
  azimuthError: 0,
  detected: 1,
  poses: posesWithError(2),
  outline: { free: 0, sweptPixels: 0, shiftPixels: 0 },
  seconds: { paint: 4, encode: 1, measure: 6, outline: 0 },
  ...part,
});

/** A cell in which the app measured nothing. */
export const unmeasured = (part: Partial<Cell>): Cell =>
  cellOf({
    outcome: 'no-neutral',
    why: 'The start position was never seen.',
    grade: 'refused',
    azimuthError: null,
    poses: posesWithError(0).map(({ id, truth }) => poseOf(id, truth, null)),
    ...part,
  });
