import { INSTRUMENT_VERSION } from '../../../src/instrument/instrument-version.ts';
import type { Degrees, Seconds } from '../../../src/instrument/geometry/units.ts';
import type { PhaseKind } from '../../../src/coach/drill-definition.ts';
import { emptyFrame, makeRecord, PLAIN_RANGE, REFERENCE_POSE } from '../../storage/make-record.ts';
import type {
  FlagRecord,
  FrameRecord,
  PhaseRecord,
  PhaseSummary,
  RangeSummary,
  RecordReferencePose,
  SetRecord,
} from '../../../src/coach/record/set-record.ts';

const PHASES: readonly (readonly [PhaseKind, number, Seconds, Seconds])[] = [
  ['neutral', 1, 0, 3],
  ['passive', 1, 3, 33],
  ['pails', 1, 33, 58],
  ['rails', 1, 58, 68],
  ['sink', 1, 68, 88],
  ['rest', 1, 88, 98],
  ['passive', 2, 98, 128],
  ['pails', 2, 128, 153],
  ['rails', 2, 153, 163],
  ['sink', 2, 163, 183],
];

/** A plausible angle: it rises in the stretch, holds, and goes deeper in the RAILs and the sink. */
const angleAt = (t: Seconds): Degrees => {
  const u = t > 98 ? t - 95 : t;
  const rise = 24 * (1 - Math.exp(-Math.max(0, u - 3) / 7));
  const deeper = u > 58 && u < 68 ? 7 * Math.sin(((u - 58) / 10) * Math.PI) : 0;
  const rest = t > 88 && t < 98 ? -22 : 0;
  return rise + deeper + rest + 0.8 * Math.sin(t * 1.7) + (u > 68 ? 3 : 0);
};

const frameAt = (t: Seconds): FrameRecord => {
  const phase = PHASES.find(([, , start, end]) => t >= start && t < end)?.[0] ?? null;
  const hidden = t > 112 && t < 116;
  const estimate = { value: angleAt(t), sd: 1.8 + (t > 60 && t < 66 ? 2.5 : 0) };
  return {
    ...emptyFrame,
    t,
    phase,
    valid: !hidden,
    reasons: hidden ? ['joints-hidden'] : [],
    hipInternalRotation: { left: hidden ? null : estimate, right: null },
  };
};

const FLAGS: readonly FlagRecord[] = [
  {
    rule: 'pelvis-twist',
    onset: 60.2,
    start: 60.8,
    end: 66.1,
    peak: 13.4,
    severity: 'red',
    spoken: true,
    cue: 'Keep your belt buckle at the ceiling. Rotate from the hip.',
    phase: 'rails',
  },
  {
    rule: 'pelvis-lift',
    onset: 157,
    start: 157.4,
    end: 159.9,
    peak: 0.026,
    severity: 'amber',
    spoken: false,
    cue: 'Both back pockets heavy on the floor.',
    phase: 'rails',
  },
];

const range = (round: number, clean: Degrees | null, borrowed: Degrees | null, atLeast: boolean): RangeSummary => ({
  ...PLAIN_RANGE,
  round,
  clean,
  borrowed,
  borrowedAtLeast: atLeast,
  gross: clean === null || borrowed === null ? null : clean + borrowed,
  endRange: clean === null ? null : clean - 1.5,
  coverage: 0.96,
});

const phaseRow = (index: number, clean: Degrees | null, borrowed: Degrees | null): PhaseSummary => {
  const [kind, round, start, end] = PHASES[index] ?? ['passive', 1, 0, 0];
  return { ...range(round, clean, borrowed, kind === 'rails'), kind, start, end };
};

const sleeperPhases: readonly PhaseRecord[] = PHASES.map(([kind, round, start, end]) => ({
  kind,
  round,
  side: 'left',
  start,
  end,
}));

const HELD: RecordReferencePose = { ...REFERENCE_POSE, at: 3, azimuth: 256, lookingDown: 33, distance: 2.3 };

/** A made-up set of the supine sleeper: two rounds, two flags and a gap in the readings. */
export const sleeperRecord: SetRecord = makeRecord({
  id: 'set-1',
  startedAt: '2026-11-20T09:12:00.000Z',
  goal: 'build',
  placement: 'far-side',
  zero: { hipInternalRotation: 'neutral' },
  source: { kind: 'camera', fps: null, frames: 2745, width: 1280, height: 720 },
  engine: { model: 'full', backend: 'wasm', why: 'fastest that passed', version: 'test' },
  instrument: INSTRUMENT_VERSION,
  neutral: HELD,
  neutrals: [{ ...HELD, side: 'left' }],
  phases: sleeperPhases,
  frames: Array.from({ length: 183 * 15 }, (_, i) => frameAt(i / 15)),
  flags: FLAGS,
  reps: [],
  summary: {
    sets: [range(1, 26.1, 6.4, true), range(2, 28.3, 1.8, false)],
    phases: [
      phaseRow(1, 24.2, 0.4),
      phaseRow(2, 24.9, 0.6),
      phaseRow(3, 26.1, 6.4),
      phaseRow(4, 26, 0.9),
      phaseRow(6, 25.2, 0.5),
      phaseRow(7, 26.4, 0.4),
      phaseRow(8, 28.3, 1.8),
      phaseRow(9, 28.1, 0.7),
    ],
    repsGood: 0,
    repsAll: 0,
    muted: [{ rule: 'back-arch', reason: 'not-seen-from-here' }],
  },
});

/** Six repetitions on hands and knees, one of which does not count. */
export const bandRecord: SetRecord = {
  ...sleeperRecord,
  id: 'set-2',
  drill: 'quadruped-band-ir',
  startedAt: '2026-11-19T18:40:00.000Z',
  ended: 'pinch',
  flags: [],
  reps: Array.from({ length: 6 }, (_, i) => ({
    start: 8 + i * 9,
    turn: 12 + i * 9,
    end: 16 + i * 9,
    amplitude: 32 + i,
    holdInternal: i === 2 ? 0.8 : 2.2,
    holdExternal: 1.3,
    good: i !== 2,
    why: i === 2 ? 'Hold longer at the inner end.' : null,
  })),
  summary: { ...sleeperRecord.summary, repsGood: 5, repsAll: 6, muted: [] },
};

/** A 90/90 set whose view never shows the pelvis. */
export const unwatchedRecord: SetRecord = {
  ...sleeperRecord,
  id: 'set-9',
  drill: 'ninety-ninety-pails-rails',
  startedAt: '2026-11-21T07:30:00.000Z',
  flags: [],
  summary: {
    ...sleeperRecord.summary,
    sets: [{ ...range(1, 32.2, 0, true), sd: 1.8, pelvisWatched: 0 }],
    phases: [],
    muted: [],
  },
};

/** The app's export of these sets. `values` are the settings in it; older exports have none. */
export const exportOf = (sets: readonly SetRecord[], values?: Readonly<Record<string, unknown>>) => ({
  format: 'truehip-sets',
  version: 1,
  exportedAt: '2026-11-22T08:00:00.000Z',
  ...(values ? { settings: { version: 1, values } } : {}),
  leftOut: [],
  sets,
});
