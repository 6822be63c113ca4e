import type { TimelinePhase } from '../../src/coach/coach-contract.ts';
import type { DrillDefinition, MovementStep, PhaseKind, RepDefinition } from '../../src/coach/drill-definition.ts';
import { keepsRange } from '../../src/coach/timeline/planned-length.ts';
import { isSideCheck } from '../../src/coach/rules/range-rules.ts';
import type { Degrees, Seconds } from '../../src/instrument/geometry/units.ts';

/** Angles of the working hip, in degrees from the reference pose. */
export interface Pose {
  readonly rotation: Degrees;
  readonly flexion: Degrees;
  readonly abduction: Degrees;
}

export const START_POSE: Pose = { rotation: 0, flexion: 0, abduction: 0 };

/** What the person is asked for at a moment of the set. */
export interface AskedMoment {
  readonly drill: DrillDefinition;
  readonly phase: TimelinePhase;
  /** Seconds into the phase, without pauses. */
  readonly elapsed: Seconds;
  /** How long the announcement of the phase takes: the person listens first. */
  readonly announced: Seconds;
  /** The coach asks the person back into the position. */
  readonly isCalledBack: boolean;
  /** The present direction of a movement sequence, and for how long it has been asked for. Null: none. */
  readonly step: { readonly step: MovementStep; readonly elapsed: Seconds } | null;
}

/** Where the person goes, and at most how fast, in degrees a second. */
interface Aim {
  readonly pose: Pose;
  readonly speed: number;
}

/** Degrees a second: into a stretch, in a pull, in a repetition, in a pulse to the metronome, of a leg that swings freely. */
const SPEED = { stretch: 5, pull: 1.5, repetition: 12, pulse: 25, freeLeg: 40 } as const;

/** Range of a stretch by phase, degrees: the pull gains a little, and the sink a little more. */
const STRETCH: Partial<Record<PhaseKind, Degrees>> = {
  passive: 24,
  hold: 24,
  guided: 24,
  pails: 24,
  rails: 28,
  sink: 31,
};

/** The metronome begins at this time of the phase, or this long after its announcement (`phase-voice.ts`). */
const FIRST_TICK: Seconds = 3;
const AFTER_ANNOUNCEMENT: Seconds = 0.5;

/** The next pose of a person who follows the coach: towards the aim of the moment, no faster than people move. */
export function stepPerson(pose: Pose, moment: AskedMoment, passed: Seconds, hurry: number | null = null): Pose {
  const aim = aimAt(pose, moment, hurry);
  const most = aim.speed * passed;
  return {
    rotation: towards(pose.rotation, aim.pose.rotation, most),
    flexion: towards(pose.flexion, aim.pose.flexion, most),
    abduction: towards(pose.abduction, aim.pose.abduction, most),
  };
}

const towards = (from: Degrees, to: Degrees, most: Degrees): Degrees =>
  from + Math.max(-most, Math.min(most, to - from));

/** @param hurry speed of the repetitions, degrees a second; null: as asked */
function aimAt(pose: Pose, moment: AskedMoment, hurry: number | null): Aim {
  const { drill, phase, elapsed, announced, isCalledBack } = moment;
  if (phase.kind === 'reps') {
    if (drill.reps === null) return { pose: START_POSE, speed: SPEED.repetition };
    if (drill.reps.sequence) return sequenceAim(moment);
    return repetitionAim(
      drill,
      drill.reps,
      elapsed - announced,
      elapsed - Math.max(FIRST_TICK, announced + AFTER_ANNOUNCEMENT),
      hurry,
    );
  }
  // Between rounds that go on from each other the stretch is kept.
  if (phase.kind === 'rest' && keepsRange(drill)) return { pose, speed: SPEED.stretch };
  const range = STRETCH[phase.kind];
  if (range === undefined || isSideCheck(drill.measure)) return { pose: START_POSE, speed: SPEED.repetition };
  // The way into the stretch begins when the words are over; until then the person stays. A push begins at once.
  const isGoingIn = phase.kind === 'passive' || phase.kind === 'hold' || phase.kind === 'guided';
  const isListening = isGoingIn && elapsed < announced && !isCalledBack;
  const speed = isGoingIn || isCalledBack ? SPEED.stretch : SPEED.pull;
  return { pose: isListening ? pose : inRange(drill, range), speed };
}

/** The angle on the channel that the drill works on. */
const inRange = ({ measure }: DrillDefinition, angle: Degrees): Pose =>
  measure.range === 'hip-flexion' ? { ...START_POSE, flexion: angle } : { ...START_POSE, rotation: angle };

/** One end of a repetition, and for how long the person goes there and stays. */
interface End {
  readonly rotation: Degrees;
  readonly lasts: Seconds;
}

function repetitionAim(
  drill: DrillDefinition,
  reps: RepDefinition,
  sinceWords: Seconds,
  sinceTick: Seconds,
  hurry: number | null,
): Aim {
  const hasTicks = reps.perMinute !== undefined;
  const speed = hurry ?? (hasTicks ? SPEED.pulse : SPEED.repetition);
  const ends = hasTicks ? pulseEnds(reps, hurry) : swingEnds(drill, reps, speed, hurry);
  const time = hasTicks ? sinceTick : sinceWords;
  return { pose: { ...START_POSE, rotation: time < 0 ? 0 : endAt(ends, time) }, speed };
}

function endAt(ends: readonly End[], time: Seconds): Degrees {
  let left = time % ends.reduce((sum, { lasts }) => sum + lasts, 0);
  for (const { rotation, lasts } of ends) {
    if (left < lasts) return rotation;
    left -= lasts;
  }
  return 0;
}

/** A hurried pulse also goes further, because the leg is thrown. */
const pulseEnds = ({ perMinute = 60, minimumAmplitude }: RepDefinition, hurry: number | null): readonly End[] => [
  { rotation: (hurry === null ? 2 : 4) * minimumAmplitude, lasts: 60 / perMinute },
  { rotation: 0, lasts: 60 / perMinute },
];

/** Seconds: how much longer than they must people hold; the pause before the next repetition; to fold or to come up. */
const HOLD_MORE: Seconds = 0.8;
const PAUSE: Seconds = 1.5;
const FOLD: Seconds = 3;
const FOLDED_DRILL = 'ninety-ninety-lift-off-hinge';

/** Shares of the smallest swing that counts: the two ends of a swing to both sides; the one end of a swing to one side. */
const TWO_ENDED = { first: 0.7, second: 0.8 } as const;
const ONE_ENDED = 2;

function swingEnds(drill: DrillDefinition, reps: RepDefinition, speed: number, hurry: number | null): readonly End[] {
  // A flung foot goes further too.
  const least = (hurry === null ? 1 : 2) * reps.minimumAmplitude;
  const { holdInternal, holdExternal } = reps;
  const [firstHold, secondHold] =
    reps.towards === 'internal' ? [holdExternal, holdInternal] : [holdInternal, holdExternal];
  const fold = drill.id === FOLDED_DRILL ? FOLD : 0;
  const first = firstHold > 0 ? TWO_ENDED.first * least : 0;
  const second = firstHold > 0 ? TWO_ENDED.second * least : ONE_ENDED * least;
  const up = reps.towards === 'internal' ? 1 : -1;
  return [
    ...(fold > 0 ? [{ rotation: 0, lasts: fold }] : []),
    ...(first > 0 ? [{ rotation: -up * first, lasts: first / speed + firstHold + HOLD_MORE }] : []),
    { rotation: up * second, lasts: (first + second) / speed + secondHold + HOLD_MORE },
    { rotation: 0, lasts: second / speed + PAUSE + fold },
  ];
}

/** Seconds after a direction was called: the leg goes out, the leg comes back; how much later it goes out if the knee is lifted first. */
const OUT: Seconds = 2.2;
const BACK: Seconds = 5;
const LIFTED: Seconds = 2.5;
/** Flexion of the hip with the knee lifted. */
const KNEE_UP: Degrees = 80;
/** A leg that swings freely goes so many times as far as the smallest swing that counts. */
const FURTHER = 2;

function sequenceAim({ step: asked, announced, elapsed }: AskedMoment): Aim {
  const speed = SPEED.freeLeg;
  if (asked === null) return { pose: START_POSE, speed };
  const { step } = asked;
  // The first direction is part of the announcement of the phase.
  const since = Math.min(asked.elapsed, elapsed - announced + OUT);
  const isLifted = step.whileBent !== undefined;
  const from = isLifted && step.towards === 'more' ? OUT + LIFTED : OUT;
  const isOut = since >= from && since < from + BACK - OUT;
  const out = isOut ? (step.towards === 'more' ? 1 : -1) * FURTHER * step.minimumAmplitude : 0;
  // The knee stays up from the call of the first rotation until after the second.
  const knee = isLifted && (step.towards === 'less' || since >= OUT) ? KNEE_UP : 0;
  switch (step.channel) {
    case 'hip-flexion':
      return { pose: { ...START_POSE, flexion: out }, speed };
    case 'hip-abduction':
      return { pose: { ...START_POSE, abduction: out }, speed };
    case 'hip-internal-rotation':
      return { pose: { rotation: out, flexion: knee, abduction: 0 }, speed };
  }
}
