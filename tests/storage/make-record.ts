import type { BySide, Degrees, Estimate, Seconds } from '../../src/instrument/geometry/units.ts';
import type { PhaseKind } from '../../src/coach/drill-definition.ts';
import type {
  FrameRecord,
  PhaseRecord,
  RangeSummary,
  RecordReferencePose,
  SetRecord,
} from '../../src/coach/record/set-record.ts';
import { GOAL_PRESETS } from '../../src/drills/presets.ts';

const SECOND_PHASE: readonly (readonly [PhaseKind, Seconds, Seconds])[] = [
  ['ready', 0, 2],
  ['neutral', 2, 5],
  ['passive', 5, 9],
  ['pails', 9, 12],
  ['rails', 12, 15],
  ['sink', 15, 18],
];

const PHASES: readonly PhaseRecord[] = SECOND_PHASE.map(([kind, start, end]) => ({
  kind,
  round: kind === 'ready' || kind === 'neutral' ? 0 : 1,
  side: 'left',
  start,
  end,
}));

/** Stored frames keep hundredths of a degree, so a set with no more is read back exactly. */
const hundredths = (value: Degrees): Degrees => Math.round(100 * value) / 100 + 0;

const estimate = (value: Degrees, sd: Degrees): Estimate<Degrees> => ({ value: hundredths(value), sd: hundredths(sd) });

const leftOnly = (value: Degrees, sd: Degrees): BySide<Estimate<Degrees> | null> => ({
  left: estimate(value, sd),
  right: null,
});

/** A valid frame in which nothing was measured. */
export const emptyFrame: FrameRecord = {
  t: 0,
  phase: 'passive',
  valid: true,
  reasons: [],
  hipInternalRotation: { left: null, right: null },
  hipFlexion: { left: null, right: null },
  hipAbduction: { left: null, right: null },
  kneeFlexion: { left: null, right: null },
  pelvis: { twist: null, obliquity: null, tilt: null, lift: null },
  trunkLean: null,
  kneeChase: null,
  lumbarExtension: null,
};

/** Frames of a knee that sinks slowly inwards, with hidden joints for one second. */
export const makeFrames = (count: number, fps = 15): readonly FrameRecord[] =>
  Array.from({ length: count }, (_, index): FrameRecord => {
    const t = index / fps;
    const phase = PHASES.find(({ start, end }) => t >= start && t < end)?.kind ?? null;
    const hidden = Math.floor(t) % 10 === 7;
    const turned = 28 * (1 - Math.cos(t / 4)) * 0.5;
    return {
      t,
      phase,
      valid: !hidden,
      reasons: hidden ? ['joints-hidden'] : [],
      hipInternalRotation: hidden ? { left: null, right: null } : leftOnly(turned, 2.1 + 0.1 * Math.sin(t)),
      hipFlexion: leftOnly(1.5 * Math.sin(t), 3.2),
      hipAbduction: leftOnly(1 - 2.5 * Math.sin(t / 2), 2.8),
      kneeFlexion: { left: estimate(92.4, 4), right: estimate(88.1, 5.5) },
      pelvis: {
        twist: hidden ? null : estimate(3.2 * Math.sin(t), 1.4),
        obliquity: estimate(0.8, 1.1),
        tilt: null,
        lift: { value: 0.004, sd: 0.006 },
      },
      trunkLean: estimate(1.2, 0.9),
      kneeChase: index === 0 ? null : estimate(2.2, 1.7),
      lumbarExtension: null,
    };
  });

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

export const REFERENCE_POSE: RecordReferencePose = {
  at: 4.9,
  view: 'good',
  azimuth: 262,
  lookingDown: 31.5,
  distance: 2.1,
  lensHeight: 1.4,
};

/**
 * A set as the coach writes it: the supine sleeper on the left, 18 s at 15 frames per second, one flag for a pelvis
 * twist.
 */
export const makeRecord = (change: Partial<SetRecord> = {}): SetRecord => ({
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
  phases: PHASES,
  frames: makeFrames(270),
  flags: [
    {
      rule: 'pelvis-twist',
      start: 7.2,
      end: 8.9,
      peak: 12,
      severity: 'red',
      spoken: true,
      cue: 'Keep your belt buckle at the ceiling. Rotate from the hip.',
      phase: 'passive',
      onset: 6.9,
    },
  ],
  reps: [
    {
      start: 12,
      turn: 13.1,
      end: 14.4,
      amplitude: 28,
      holdInternal: 1.2,
      holdExternal: 0,
      good: false,
      why: 'The pelvis moved with it.',
    },
  ],
  summary: {
    sets: [PLAIN_RANGE],
    repsGood: 0,
    phases: [{ ...PLAIN_RANGE, kind: 'passive', start: 5, end: 9 }],
    repsAll: 1,
    muted: [{ rule: 'back-arch', reason: 'The back cannot be seen from here.' }],
  },
  ended: 'finished',
  ...change,
});

/** As `makeRecord`, with the given id and start. */
export const makeRecords = (count: number, change: Partial<SetRecord> = {}): readonly SetRecord[] =>
  Array.from({ length: count }, (_, index) =>
    makeRecord({
      id: `set-${index}`,
      startedAt: new Date(Date.UTC(2026, 0, 1) + index * 86_400_000).toISOString(),
      ...change,
    }),
  );

const filled = { value: 1.5, sd: 0.5 };
const sides = { left: filled, right: filled };
export const fullFrame: FrameRecord = {
  t: 1,
  phase: 'passive',
  valid: true,
  reasons: ['joints-hidden'],
  unseen: { 'pelvis-list': 'pelvis-hidden' },
  hipInternalRotation: sides,
  lent: { left: 3, right: null },
  hipFlexion: sides,
  hipAbduction: sides,
  kneeFlexion: sides,
  pelvis: { twist: filled, obliquity: filled, tilt: filled, lift: filled },
  trunkLean: filled,
  kneeChase: filled,
  lumbarExtension: filled,
  both: { phone: { twist: 4, obliquity: null, tilt: -1 }, camera: { twist: 1, obliquity: 0, tilt: 2 } },
  form: { shinDrop: filled, footShift: filled },
  figure: [700, 330, 690, 400, 520, 330, 510, 390, 400, 200, 390, 250, 300, 330, 290, 400],
};
/** A set without any null. Serialised and parsed, so that no object is shared between two places. */
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
      away: [{ kind: 'out-of-stretch', start: 6, end: 9, phase: 'pails' }],
      networksOut: ['pelvis'],
      phone: true,
    }),
  ),
);
