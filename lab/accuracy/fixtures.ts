import type { RuleId } from '../../src/coach/drill-definition.ts';
import type { FlagRecord, FrameRecord, RepRecord, SetRecord } from '../../src/coach/record/set-record.ts';
import type { Truth, TruthEvent, TruthFrame } from '../scoring/clip-truth.ts';
import type { ScoredClip } from '../scoring/score.ts';
import { channelSeries } from '../scoring/score-channels.ts';
import { scoreClip } from '../scoring/score.ts';

const FPS = 10;
const REFERENCE_POSE_SECONDS = 2;
const SECONDS = 6;
const REFERENCE_POSE = {
  at: REFERENCE_POSE_SECONDS,
  view: 'good',
  azimuth: 255,
  lookingDown: 33,
  distance: 2.2,
  lensHeight: 1.4,
} as const;

/** A clip of 6 s: 2 s of reference pose, then hip rotation rises to 18° and stays, while the pelvis moves a little. */
export function aTruth(
  options: { side?: Truth['side']; startAngle?: number; events?: TruthEvent[]; reps?: Truth['reps'] } = {},
): Truth {
  const start = options.startAngle ?? 0;
  return {
    drill: 'supine-sleeper',
    side: options.side ?? 'left',
    fps: FPS,
    camera: { placement: 'somewhere' },
    phases: [
      { kind: 'neutral', start: 0, end: REFERENCE_POSE_SECONDS },
      { kind: 'passive', start: REFERENCE_POSE_SECONDS, end: SECONDS },
    ],
    events: options.events ?? [],
    reps: options.reps ?? [],
    frames: Array.from({ length: SECONDS * FPS }, (_, index) => truthFrame(start, index / FPS)),
  };
}

function truthFrame(start: number, time: number): TruthFrame {
  const moved = Math.min(0.9, Math.max(0, time - REFERENCE_POSE_SECONDS) / (SECONDS - REFERENCE_POSE_SECONDS));
  const hip = { flexion: 45, abduction: 10, internalRotation: start + 20 * moved };
  return {
    hip: { left: hip, right: hip },
    knee: { left: 95, right: 95 },
    pelvis: { twist: 3 * moved, obliquity: -2 * moved, tilt: 0, lift: 0.01 * moved },
  };
}

export interface RecordOptions {
  rotationShift?: number;
  trunkLean?: number;
  kneeFlexion?: number;
  timeShift?: number;
  keep?: (index: number) => boolean;
  valid?: (index: number) => boolean;
  flags?: FlagRecord[];
  reps?: RepRecord[];
}

/** The record of a perfect instrument for this clip, with the errors that the options add. */
export function aRecord(truth: Truth, options: RecordOptions = {}): SetRecord {
  const zero = truth.frames[0]?.hip.left.internalRotation ?? 0;
  const keep = options.keep ?? (() => true);
  const frames = truth.frames.flatMap((frame, index) =>
    keep(index) ? [recordFrame(frame, index, zero, options)] : [],
  );
  const angles = frames.flatMap((frame) => {
    const angle = frame.hipInternalRotation.left;
    return frame.valid && angle ? [angle.value] : [];
  });
  const best = angles.length > 0 ? Math.max(...angles) : null;
  return {
    version: 1,
    id: 'fixture',
    startedAt: null,
    drill: truth.drill,
    variant: null,
    side: truth.side,
    goal: 'prep',
    placement: 'somewhere',
    zero: {},
    source: { kind: 'clip', fps: truth.fps, frames: frames.length, width: 960, height: 540 },
    engine: { model: 'full', backend: 'wasm', why: '', version: '' },
    neutral: REFERENCE_POSE,
    neutrals: [{ ...REFERENCE_POSE, side: truth.side }],
    phases: [],
    frames,
    flags: options.flags ?? [],
    reps: options.reps ?? [],
    summary: {
      sets: [
        {
          side: 'left',
          round: 1,
          clean: best,
          borrowed: 0,
          borrowedAtLeast: false,
          gross: best,
          sd: 1,
          endRange: null,
          coverage: 1,
          pelvisWatched: 1,
        },
      ],
      phases: [],
      repsGood: 0,
      repsAll: 0,
      muted: [],
    },
    ended: 'finished',
  };
}

function recordFrame(frame: TruthFrame, index: number, zero: number, options: RecordOptions): FrameRecord {
  const estimate = (value: number, sd: number) => ({ value, sd });
  const rotation = estimate(frame.hip.left.internalRotation - zero + (options.rotationShift ?? 0), 2);
  const none = { left: null, right: null };
  const both = <T>(value: T) => ({ left: value, right: value });
  return {
    t: index / FPS + (options.timeShift ?? 0),
    phase: 'passive',
    valid: options.valid?.(index) ?? true,
    reasons: [],
    hipInternalRotation: both(rotation),
    hipFlexion: none,
    hipAbduction: none,
    kneeFlexion: options.kneeFlexion === undefined ? none : both(estimate(options.kneeFlexion, 2)),
    pelvis: {
      twist: estimate(frame.pelvis.twist, 1),
      obliquity: estimate(frame.pelvis.obliquity, 1),
      tilt: null,
      lift: estimate(frame.pelvis.lift, 0.005),
    },
    trunkLean: options.trunkLean === undefined ? null : estimate(options.trunkLean, 2),
    kneeChase: null,
    lumbarExtension: null,
  };
}

export function aFlag(rule: RuleId, start: number, end: number): FlagRecord {
  return {
    rule,
    start,
    end,
    onset: start,
    peak: 12,
    severity: 'red',
    spoken: true,
    cue: '',
    phase: 'rails',
  };
}

/** A clip with the same scoring as in `npm run accuracy`. */
export function aScoredClip(clip: string, truth: Truth = aTruth(), options: RecordOptions = {}): ScoredClip {
  const record = aRecord(truth, options);
  const series = channelSeries(record, truth);
  const { drill, camera } = truth;
  const score = scoreClip(record, truth, series);
  return { clip, drill, placement: camera.placement, fingerprint: `of ${clip}`, score, series };
}
