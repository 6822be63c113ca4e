import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { DrillDefinition, Preset } from '../../../src/coach/drill-definition.ts';
import type { FlagRecord, FrameRecord, PhaseRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { summarise } from '../../../src/coach/record/summarise.ts';
import { emptyFrame } from '../../storage/make-record.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';
import { GOAL_PRESETS } from '../../../src/drills/presets.ts';
import { turningSleeper } from '../../../lab/made/turning-sleeper.ts';

const RATE = 12;

/** What a made frame shows. The left leg works, and all values are certain. */
export interface FrameWish {
  readonly angle: number | null;
  readonly right?: number;
  readonly twist?: number | null;
  /** Metres; null: the followed hips are lost. */
  readonly hipsShift?: number | null;
  readonly sd?: number;
}

export const phase = (
  kind: PhaseRecord['kind'],
  start: Seconds,
  end: Seconds,
  round = 1,
  side: PhaseRecord['side'] = 'left',
): PhaseRecord => ({ kind, round, side, start, end });

export const flag = (start: Seconds, end: Seconds, rest: Partial<FlagRecord> = {}): FlagRecord => ({
  rule: 'pelvis-twist',
  start,
  end,
  peak: 9,
  severity: 'amber',
  spoken: true,
  cue: 'cue',
  phase: 'passive',
  onset: start,
  ...rest,
});

function frame(t: Seconds, wish: FrameWish): FrameRecord {
  const estimate = (value: number | null | undefined, sd: number) =>
    value === null || value === undefined ? null : { value, sd };
  return {
    ...emptyFrame,
    t,
    phase: null,
    valid: wish.angle !== null,
    reasons: wish.angle === null ? ['joints-hidden'] : [],
    hipInternalRotation: {
      left: estimate(wish.angle, wish.sd ?? 1.5),
      right: estimate(wish.right, wish.sd ?? 1.5),
    },
    pelvis: {
      ...emptyFrame.pelvis,
      twist: wish.twist === null ? null : { value: wish.twist ?? 0, sd: 0.8 },
      lift: { value: 0, sd: 0.003 },
    },
    form: { hipsShift: estimate(wish.hipsShift === undefined ? 0 : wish.hipsShift, 0.002) },
    ...(wish.hipsShift === null ? { unseen: { 'hips-shift': 'pelvis-lost' } } : {}),
  };
}

/** The plan that these phases keep to, so that nothing of it was skipped. */
function presetOf(phases: readonly PhaseRecord[]): Preset {
  const lengthOf = (kind: PhaseRecord['kind']): Seconds => {
    const one = phases.find((other) => other.kind === kind);
    return one === undefined ? 0 : one.end - one.start;
  };
  const passive = lengthOf('passive') || lengthOf('hold') || lengthOf('guided');
  const parts = {
    passive,
    pailsRamp: 5,
    pailsHold: lengthOf('pails') - 5,
    rails: lengthOf('rails'),
    sink: lengthOf('sink'),
  };
  return { ...GOAL_PRESETS.build, ...parts };
}

/** A record of the supine sleeper with 12 frames a second over its phases, and the resulting summary. */
export function madeRecord(
  phases: readonly PhaseRecord[],
  wishAt: (time: Seconds) => FrameWish,
  rest: Partial<SetRecord> = {},
  drill: DrillDefinition = turningSleeper,
): SetRecord {
  const until = Math.max(...phases.map(({ end }) => end));
  const frames = Array.from({ length: Math.round(until * RATE) }, (_, index) =>
    frame(index / RATE, wishAt(index / RATE)),
  );
  const parts = { phases, frames, flags: rest.flags ?? [], reps: rest.reps ?? [] };
  return {
    ...sleeperRecord,
    ...parts,
    preset: presetOf(phases),
    summary: summarise({ ended: 'finished', ...parts }, drill),
    ...rest,
  };
}
