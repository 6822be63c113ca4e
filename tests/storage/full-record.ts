import type { FrameRecord, SetRecord } from '../../src/coach/record/set-record.ts';
import { GOAL_PRESETS } from '../../src/drills/presets.ts';
import { makeRecord } from './make-record.ts';

const filled = { value: 1.5, sd: 0.5 };
const sides = { left: filled, right: filled };
export const fullFrame: FrameRecord = {
  t: 1,
  phase: 'passive',
  valid: true,
  reasons: ['joints-hidden'],
  hipInternalRotation: sides,
  lent: { left: 3, right: null },
  hipFlexion: sides,
  hipAbduction: sides,
  kneeFlexion: sides,
  pelvis: { twist: filled, obliquity: filled, tilt: filled, lift: filled },
  trunkLean: filled,
  kneeChase: filled,
  lumbarExtension: filled,
  form: { shinDrop: filled, footShift: filled },
  figure: [700, 330, 690, 400, 520, 330, 510, 390, 400, 200, 390, 250, 300, 330, 290, 400],
};
/** A set in which nothing is null. Written and read back, so that no two places are the same object. */
export const FULL: SetRecord = JSON.parse(
  JSON.stringify(
    makeRecord({
      variant: 'wall',
      frames: [fullFrame, { ...fullFrame, t: 2 }],
      neutrals: makeRecord().neutrals.map((held) => ({
        ...held,
        noise: { 'pelvis-twist': 0.7 },
        pelvisModel: '41a71fb7',
      })),
      preset: GOAL_PRESETS.build,
      after: { effort: 6, pain: 1 },
      strictness: 'strict',
      note: { text: 'Left felt easy.', at: '2026-11-20T19:02:00.000Z' },
    }),
  ),
);
