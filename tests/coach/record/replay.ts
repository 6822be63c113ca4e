import type {
  CameraChange,
  FittedBody,
  LegAngles,
  Reading,
  ReferencePoseState,
} from '../../../src/instrument/output/reading.ts';
import type { Reason } from '../../../src/instrument/output/reason.ts';
import {
  type Degrees,
  type Estimate,
  type Seconds,
  sidesOf,
  type WorkingSide,
} from '../../../src/instrument/geometry/units.ts';
import type { CoachWords } from '../../../src/coach/speech/coach-words.ts';
import type { CoachInput, SetPlan, TimelinePhase } from '../../../src/coach/coach-contract.ts';
import type { DrillDefinition, Goal } from '../../../src/coach/drill-definition.ts';
import { CAMERA_REASONS, isCameraReason } from '../../../src/coach/rules/judged-reading.ts';
import { varianceGain } from '../../../src/coach/posture/posture-watches.ts';
import type { FrameRecord, PhaseRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';

/** A saved set as inputs of the coach. */
export interface Replay {
  readonly plan: SetPlan;
  /** Start of the set. */
  readonly start: Seconds;
  readonly timeline: readonly TimelinePhase[];
  /** In order of time. */
  readonly inputs: readonly CoachInput[];
}

/** Interval of the ticks of the page. */
const TICK: Seconds = 0.1;
/** A number of repetitions that is never reached, so that such phases end when the record says. */
const NEVER = 1e6;

/**
 * Turns a saved set into inputs of the coach: its readings as far as they were recorded, its pauses and its phases.
 * They give the same cues, flags, repetitions and summary, except for frames that arrived late in the original.
 * @param drill in the language of the record, as are the words
 */
export function replayOf(record: SetRecord, drill: DrillDefinition, words: CoachWords): Replay {
  const sides = sidesInOrder(record);
  const preset = record.preset ?? drill.presets[goalOf(record)];
  const countIn = record.phases
    .filter(({ kind }) => kind === 'ready')
    .reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const { strictness } = record;
  const plan: SetPlan = { drill, sides, goal: goalOf(record), preset, countIn, strictness, words };
  const done = phasesDone(record.phases);
  const templates = buildTimeline(plan);
  const timeline = done.map((phase) => templateOf(phase, templates));
  const start = done[0]?.pieces[0]?.start ?? 0;
  const events = [
    ...done.flatMap((phase, index) => keysOf(phase, timeline[index]?.length === null)),
    ...readingsOf(record, drill),
  ].toSorted(byTime);
  const end = record.phases.at(-1)?.end ?? start;
  return {
    plan: { ...plan, preset: { ...preset, reps: NEVER } },
    start,
    timeline,
    inputs: withTicks(events, start, end),
  };
}

const goalOf = ({ goal }: SetRecord): Goal => (goal === 'prep' || goal === 'strength' ? goal : 'build');

function sidesInOrder({ phases, side }: SetRecord): readonly WorkingSide[] {
  const sides = [...new Set(phases.map((phase) => phase.side))];
  return sides.length > 0 ? sides : side === 'both' ? [side] : sidesOf(side);
}

/** A phase with the pieces into which pauses split it. */
interface DonePhase {
  readonly pieces: readonly PhaseRecord[];
}

const isSame = (a: PhaseRecord, b: PhaseRecord): boolean =>
  a.kind === b.kind && a.round === b.round && a.side === b.side;

function phasesDone(phases: readonly PhaseRecord[]): readonly DonePhase[] {
  const done: PhaseRecord[][] = [];
  for (const piece of phases) {
    const last = done.at(-1);
    const before = last?.at(-1);
    if (last && before && isSame(before, piece)) last.push(piece);
    else done.push([piece]);
  }
  return done.map((pieces) => ({ pieces }));
}

/** The planned phase with the length that it had. */
function templateOf({ pieces }: DonePhase, templates: readonly TimelinePhase[]): TimelinePhase {
  const [first] = pieces;
  const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  const planned = templates.find(
    ({ kind, round, side }) => kind === first?.kind && round === first.round && side === first.side,
  );
  if (planned !== undefined) return { ...planned, length: planned.kind === 'reps' ? planned.length : length };
  const { kind, round, side } = first ?? { kind: 'rest', round: 1, side: 'left' };
  return { kind, round, side, length, title: '', instruction: '', ramp: 0, effort: null };
}

/** The keys that were pressed: pauses, and a skip at the end of repetitions, which have no length of their own. */
function keysOf({ pieces }: DonePhase, open: boolean): CoachInput[] {
  const keys: CoachInput[] = [];
  for (const [index, { end }] of pieces.entries()) {
    const next = pieces[index + 1];
    if (next !== undefined) keys.push({ kind: 'pause', time: end }, { kind: 'resume', time: next.start });
    else if (open) keys.push({ kind: 'skip', time: end });
  }
  return keys;
}

function readingsOf(record: SetRecord, drill: DrillDefinition): CoachInput[] {
  const unsure = unsureFrames(record);
  return record.frames.map((frame) => {
    const reading = readingOf(frame, referencePoseAt(record, frame), drill);
    const camera = unsure.has(frame) ? { cameraMoved: false, cameraChange: null, cameraUnsure: true } : {};
    return { kind: 'reading', reading: { ...reading, ...camera } };
  });
}

const has = (frame: FrameRecord, reason: Reason): boolean => frame.reasons[0] === reason;

function referencePoseAt({ neutrals: referencePoses }: SetRecord, frame: FrameRecord): ReferencePoseState {
  const held = referencePoses.findLast(({ at }) => at <= frame.t);
  if (held === undefined) return { kind: 'holding', progress: 0, problem: null };
  if (has(frame, 'no-neutral')) return { kind: 'none' };
  const { at, side: _side, refuted: _refuted, noise, pelvisModel, ...quality } = held;
  const model = pelvisModel === undefined ? {} : { pelvisModel };
  return { kind: 'set', at, quality: { ...quality, ...model, noise: noise ?? {} } };
}

/** A reading made from a recorded frame. What was only for drawing or for the set-up has ordinary values. */
function readingOf(frame: FrameRecord, referencePose: ReferencePoseState, drill: DrillDefinition): Reading {
  return {
    time: frame.t,
    width: 1,
    height: 1,
    person: { seen: true },
    landmarks: null,
    skeleton: null,
    light: { mean: 128, sd: 40, problem: null, remark: null, darkClothes: false },
    framing: {
      missing: [],
      size: 'ok',
      extent: 0.5,
      posture: 'ok',
      view: 'good',
      ready: true,
      problem: null,
      lens: null,
      laptopMoves: false,
    },
    referencePose,
    cameraUnsure: false,
    postureLeft: null,
    people: null,
    raisedArms: 0,
    armsOut: null,
    ...cameraOf(frame),
    frozen: has(frame, 'picture-frozen'),
    startDoubted: has(frame, 'not-the-start'),
    body: referencePose.kind === 'set' ? bodyOf(frame, drill) : null,
    timings: { pixels: 0, model: 0, pelvis: 0, fit: 0, total: 0 },
  };
}

/** A suspicion of the camera that has passed lasted less than this; a change lasts until a new reference pose is held. */
const LONGEST_SUSPICION: Seconds = 1.2;

/** The frames in which it was only uncertain whether the camera had moved. */
function unsureFrames({ frames }: SetRecord): ReadonlySet<FrameRecord> {
  const unsure = new Set<FrameRecord>();
  let run: FrameRecord[] = [];
  const end = (): void => {
    const length = (run.at(-1)?.t ?? 0) - (run[0]?.t ?? 0);
    if (length < LONGEST_SUSPICION) for (const frame of run) unsure.add(frame);
    run = [];
  };
  for (const frame of frames) {
    if (isCameraReason(frame.reasons[0] as Reason)) run.push(frame);
    else end();
  }
  end();
  return unsure;
}

/** What had happened to the picture: a frame keeps the reason, and each reason stands for one kind of change. */
function cameraOf({ reasons: [reason] }: FrameRecord): Pick<Reading, 'cameraMoved' | 'cameraChange'> {
  const [change] = CAMERA_CHANGES.filter((kind) => CAMERA_REASONS[kind] === reason);
  return { cameraMoved: change !== undefined, cameraChange: change ?? null };
}

const CAMERA_CHANGES: readonly CameraChange[] = ['moved', 'slid', 'tilted', 'zoomed', 'turned', 'resized'];

function bodyOf(frame: FrameRecord, { measure }: DrillDefinition): FittedBody {
  const leg = (side: 'left' | 'right') => ({
    internalRotation: frame.hipInternalRotation[side],
    ...contributionOn(frame, side, measure.motion.flexionReference === 'trunk'),
    abduction: frame.hipAbduction[side],
    knee: frame.kneeFlexion[side],
  });
  return {
    valid: frame.valid,
    // Another version may have had other reasons. The coach only passes them on.
    reasons: frame.reasons as readonly Reason[],
    leg: { left: leg('left'), right: leg('right') },
    pelvis: frame.pelvis,
    trunkLean: frame.trunkLean,
    lumbarExtension: frame.lumbarExtension,
    footSlide: null,
    ...(frame.form ? { form: frame.form } : {}),
    unseen: {},
  };
}

/** For flexion against the trunk the contribution of the back is added again, because the coach subtracts it. */
function contributionOn(
  frame: FrameRecord,
  side: 'left' | 'right',
  fromTrunk: boolean,
): Pick<LegAngles, 'pelvisContribution' | 'flexion'> {
  const pelvisContribution = frame.lent?.[side] ?? null;
  const flexion = frame.hipFlexion[side];
  return fromTrunk
    ? {
        pelvisContribution: null,
        flexion: withBackAgain(flexion, pelvisContribution ?? 0, frame.lumbarExtension),
      }
    : { pelvisContribution, flexion };
}

const timeOf = (input: CoachInput): Seconds => (input.kind === 'reading' ? input.reading.time : input.time);

/** At the same time readings come before keys. */
const byTime = (a: CoachInput, b: CoachInput): number =>
  timeOf(a) - timeOf(b) || Number(a.kind !== 'reading') - Number(b.kind !== 'reading');

function withTicks(events: readonly CoachInput[], start: Seconds, end: Seconds): readonly CoachInput[] {
  const ticks = Array.from(
    { length: Math.ceil((end - start) / TICK) + 1 },
    (_, index): CoachInput => ({
      kind: 'tick',
      time: Math.min(end, start + index * TICK),
    }),
  );
  return [...events, ...ticks].toSorted(byTime);
}

/** The flexion as the instrument read it, with the rounding of the back still in it (`withoutRoundedBack`). */
function withBackAgain(own: Estimate<Degrees> | null, added: Degrees, arch: Estimate<Degrees> | null) {
  if (own === null || added <= 0) return own;
  return { value: own.value + added, sd: Math.sqrt(Math.max(0, own.sd ** 2 - varianceGain(arch, added))) };
}
