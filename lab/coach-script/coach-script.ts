import { gauge, startCoach, stepCoach } from '../../src/coach/coach.ts';
import type { CoachInput, CoachStep, Gauge, SetPlan, TimelinePhase } from '../../src/coach/coach-contract.ts';
import type { CoachState } from '../../src/coach/coach-state.ts';
import { isWorking, type RuleDefinition } from '../../src/coach/drill-definition.ts';
import { type RecordHead, SetRecorder } from '../../src/coach/record/set-recorder.ts';
import type { EndReason, FlagRecord, SetRecord } from '../../src/coach/record/set-record.ts';
import { spokenResult, type SpokenWords } from '../../src/training/review/spoken-result.ts';
import { stepAt } from '../../src/coach/progress/movement-sequence.ts';
import { currentPhase, elapsedAt } from '../../src/coach/timeline/timeline-clock.ts';
import type { Degrees, Seconds } from '../../src/instrument/geometry/units.ts';
import { type FaultSize, hurryOf } from './constant-fault.ts';
import { type Phrase, SimulatedSound, type Sounded } from './simulated-sound.ts';
import { type AskedMoment, type Pose, START_POSE, stepPerson } from './synthetic-person.ts';
import { type ReadingContext, syntheticReading } from './synthetic-readings.ts';

export interface ScriptOptions {
  readonly plan: SetPlan & { readonly words: SpokenWords };
  /** The one constant fault of the person; null: none. */
  readonly fault: RuleDefinition | null;
  /** Absent: amber. */
  readonly faultSize?: FaultSize;
  /** Gets what the screen of the set gets, after each step. */
  readonly watch?: (gauge: Gauge) => void;
  /** When the fault is there. Absent: always. */
  readonly faultAt?: (time: Seconds) => boolean;
  /** By how much the leg shakes. Absent: not. */
  readonly shake?: (time: Seconds) => Degrees;
}

/** Something that appears on the set screen, in words for a reader of the script. */
export interface Shown {
  readonly at: Seconds;
  readonly text: string;
  /** A phase begins. */
  readonly isPhase: boolean;
}

/** A phase as it was run. */
export interface ScriptPhase {
  readonly phase: TimelinePhase;
  readonly from: Seconds;
  to: Seconds;
}

/** A whole set as it is heard and seen. Times are seconds from its start. */
export interface CoachScript {
  readonly phrases: readonly Phrase[];
  readonly sounded: readonly Sounded[];
  readonly shown: readonly Shown[];
  readonly phases: readonly ScriptPhase[];
  readonly length: Seconds;
  readonly ended: EndReason | null;
  readonly reps: { readonly good: number; readonly all: number };
  readonly flags: readonly FlagRecord[];
  readonly record: SetRecord;
  /** The coach at the end of the set. */
  readonly state: CoachState;
}

/** Ticks a second, as in the app. */
const TICKS = 10;
/** Seconds: a set that lasts longer hangs. */
const LONGEST_SET: Seconds = 3 * 60 * 60;
/** Seconds after the set in which the last words are spoken. */
const LAST_WORDS: Seconds = 30;

/** Runs a set with synthetic readings. The same options give the same script. */
export function writeCoachScript(options: ScriptOptions): CoachScript {
  const set = new ScriptedSet(options);
  const rate = options.plan.drill.camera === 'none' ? 0 : options.plan.drill.instrument.frameRate;
  let [ticks, frames] = [1, 0];
  while (!set.over) {
    const nextTick = ticks / TICKS;
    const nextFrame = rate === 0 ? Number.POSITIVE_INFINITY : frames / rate;
    if (nextTick > LONGEST_SET) throw new Error(`the set of "${options.plan.drill.id}" did not end within three hours`);
    if (nextFrame <= nextTick) {
      set.read(nextFrame, 1 / rate);
      frames += 1;
    } else {
      set.step({ kind: 'tick', time: nextTick });
      ticks += 1;
    }
  }
  return set.finish();
}

/** The coach, the person, the instrument's reference pose and the sound of one set. */
class ScriptedSet {
  readonly #options: ScriptOptions;
  readonly #recorder: SetRecorder;
  readonly #sound = new SimulatedSound();
  readonly #screen: ShownScreen;
  readonly #phases: ScriptPhase[] = [];
  #state: CoachState;
  #pose: Pose = START_POSE;
  #reps = { good: 0, all: 0 };
  #reference: ReferencePose;

  constructor(options: ScriptOptions) {
    this.#options = options;
    this.#recorder = new SetRecorder(options.plan);
    this.#screen = new ShownScreen(options.plan);
    this.#reference = options.plan.referenceHeld ? { kind: 'set', at: HELD_AT } : { kind: 'none' };
    const first = startCoach(options.plan, 0);
    this.#state = first.state;
    this.#take(null, first, 0);
  }

  get over(): boolean {
    return this.#state.timeline.ended !== null;
  }

  read(time: Seconds, passed: Seconds): void {
    const { faultSize = 'amber', faultAt = () => true, shake = () => 0 } = this.#options;
    const fault = faultAt(time) ? this.#options.fault : null;
    const moment = askedAt(this.#state, time);
    if (moment === null) return;
    this.#pose = stepPerson(this.#pose, moment, passed, hurryOf(fault, faultSize));
    this.#reference = heldUntil(this.#reference, time);
    const referencePoseAt = poseTime(this.#reference);
    const { rotation, flexion, abduction } = this.#pose;
    const shaken = { rotation: rotation + shake(time), flexion: flexion + shake(time), abduction };
    const reading = syntheticReading(time, shaken, moment, { referencePoseAt, fault, faultSize });
    this.step({ kind: 'reading', reading });
  }

  step(input: CoachInput): void {
    const time = input.kind === 'reading' ? input.reading.time : input.time;
    this.#sound.advance(time);
    this.#take(input, stepCoach(this.#state, input), time);
  }

  finish(): CoachScript {
    const length = this.#state.now;
    const record = this.#recorder.finish(HEAD);
    const result = spokenResult(record, this.#options.plan.words, this.#options.plan.drill);
    if (result !== null) this.#sound.carryOut({ kind: 'say', text: result, urgent: false });
    this.#sound.advance(length + LAST_WORDS);
    const { ended, history } = this.#state.timeline;
    const open = this.#phases.at(-1);
    if (open) open.to = history.at(-1)?.end ?? length;
    return {
      phrases: this.#sound.phrases,
      sounded: this.#sound.sounded,
      shown: this.#screen.shown,
      phases: this.#phases,
      length,
      ended,
      reps: this.#reps,
      flags: record.flags,
      record,
      state: this.#state,
    };
  }

  #take(input: CoachInput | null, step: CoachStep<CoachState>, time: Seconds): void {
    const { state, effects } = step;
    this.#state = state;
    this.#recorder.observe(input, step);
    for (const effect of effects) {
      this.#sound.carryOut(effect);
      if (effect.kind === 'begin-side') this.#reference = { kind: 'none' };
      if (effect.kind === 'begin-neutral') this.#reference = { kind: 'holding', since: time };
      if (effect.kind === 'rep')
        this.#reps = { good: this.#reps.good + (effect.rep.good ? 1 : 0), all: this.#reps.all + 1 };
      if (effect.kind !== 'phase') continue;
      const before = this.#phases.at(-1);
      if (before) before.to = time;
      this.#phases.push({ phase: effect.phase, from: time, to: time });
      this.#screen.beginPhase(effect.phase, this.#options.plan, time);
    }
    const now = gauge(state);
    this.#screen.look(now, time);
    this.#options.watch?.(now);
  }
}

/** The record is only asked for its result. */
const HEAD: RecordHead = {
  id: 'script',
  startedAt: null,
  source: { kind: 'camera', fps: null, frames: 0, width: 1280, height: 720 },
  engine: { model: 'none', backend: 'none', why: 'synthetic readings', version: '' },
};

/** What the instrument has of a reference pose. */
type ReferencePose =
  | { readonly kind: 'none' }
  | { readonly kind: 'holding'; readonly since: Seconds }
  | { readonly kind: 'set'; readonly at: Seconds };

/** Seconds: a reference pose that was held before the set; how long a hold lasts. */
const HELD_AT: Seconds = -1;
const HOLD: Seconds = 3;

const heldUntil = (pose: ReferencePose, time: Seconds): ReferencePose =>
  pose.kind === 'holding' && time - pose.since >= HOLD ? { kind: 'set', at: time } : pose;

const poseTime = (pose: ReferencePose): ReadingContext['referencePoseAt'] =>
  pose.kind === 'none' ? null : pose.kind === 'holding' ? 'holding' : pose.at;

function askedAt(state: CoachState, time: Seconds): AskedMoment | null {
  const { plan, timeline, posture, speech } = state;
  const { clock } = timeline;
  const { sequence } = state.progress;
  const phase = currentPhase(clock);
  if (phase === null) return null;
  const step = phase.kind === 'reps' ? stepAt(plan.drill.reps?.sequence ?? [], sequence.count) : null;
  return {
    drill: plan.drill,
    phase,
    elapsed: elapsedAt(clock, time),
    isCalledBack: posture.away !== null,
    announced: speech.announcedUntil,
    step: step === null ? null : { step, elapsed: sequence.since === null ? 0 : time - sequence.since },
  };
}

/** The large number is noted again when it has changed by this much. */
const NUMBER_STEP: Degrees = 5;

/** Parts of the screen that come and go. */
type Part = 'cue' | 'away' | 'reps' | 'step';

/** Notes what changes on the set screen. */
class ShownScreen {
  readonly shown: Shown[] = [];
  readonly #last: Record<Part, string> = { cue: '', away: '', reps: '', step: '' };
  #number: Degrees | string | null = null;
  readonly #hasNumber: boolean;

  constructor({ drill }: SetPlan) {
    this.#hasNumber = drill.camera !== 'none';
  }

  beginPhase(phase: TimelinePhase, { preset }: SetPlan, at: Seconds): void {
    const { kind, title, instruction, side, round, length, effort } = phase;
    const legs = side === 'both' ? 'both legs' : `${side} leg`;
    const turn = isWorking(kind) || kind === 'rest' ? `, round ${round} of ${preset.rounds}` : '';
    const time = length === null ? '' : `, ${Math.round(length)} s`;
    // The ramp takes the place of the instruction on the screen.
    const asks = effort
      ? ` Effort up to ${effort.map((share) => Math.round(100 * share)).join('–')}%.`
      : ` ${instruction}`;
    this.shown.push({ at, text: `[${title}] ${legs}${turn}${time}.${asks}`, isPhase: true });
    this.#number = null;
  }

  look(now: Gauge, at: Seconds): void {
    const { cue, away, phase, step } = now;
    this.#note('cue', cue === null ? '' : `cue, ${cue.severity}: ${cue.text}`, 'no cue', at);
    this.#note('away', away ? `in place of the cue: ${away.text}` : '', 'back in the position', at);
    const counts = phase?.kind === 'reps' && now.repsGoal > 0;
    this.#note('reps', counts ? `${now.repsDone}/${now.repsGoal}` : '', null, at);
    this.#note('step', step ? `direction: ${step.title}` : '', null, at);
    if (phase !== null && isWorking(phase.kind) && this.#hasNumber) this.#noteNumber(now, phase, at);
  }

  #note(what: Part, text: string, gone: string | null, at: Seconds): void {
    if (text === this.#last[what]) return;
    this.#last[what] = text;
    const shown = text === '' ? gone : text;
    if (shown !== null) this.shown.push({ at, text: shown, isPhase: false });
  }

  /** In repetitions the number swings all the time, so only its coming and going is noted. */
  #noteNumber({ angle, angleReason }: Gauge, { kind }: TimelinePhase, at: Seconds): void {
    const now = angle === null ? (angleReason ?? 'no number') : Math.round(angle.value);
    const before = this.#number;
    const isNear = typeof now === 'number' && typeof before === 'number' && Math.abs(now - before) < NUMBER_STEP;
    const swings = kind === 'reps' && typeof now === typeof before;
    if (now === before || isNear || swings) return;
    this.#number = now;
    this.shown.push({ at, text: typeof now === 'number' ? `number: ${now}°` : `no number: ${now}`, isPhase: false });
  }
}
