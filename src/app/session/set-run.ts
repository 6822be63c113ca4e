import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Milliseconds, Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import { comingTones, gauge, startCoach, stepCoach } from '../../coach/coach.ts';
import type { CoachEffect, CoachInput, CoachStep, Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import type { CoachState } from '../../coach/coach-state.ts';
import { TOLD_WITHIN } from '../../coach/timeline/timeline-clock.ts';
import type { SetRecorder } from '../../coach/record/set-recorder.ts';
import type { Announcer } from '../sound/announcer.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';
import type { SessionClock, Timers } from './session-clock.ts';

export interface SetRunDeps {
  readonly plan: SetPlan;
  readonly clock: SessionClock;
  readonly timers: Timers;
  /**
   * How long everything stood still since the last call, in which tones were heard for `heard`; null: it did not.
   */
  readonly slept: (heard: Seconds) => Seconds | null;
  /** Whether a change of phase could be told now. Absent: the set waits for nobody, as its source does not. */
  readonly canTell?: () => boolean;
  /** A phase has waited until it could be told. */
  readonly onWaited: () => void;
  readonly client: Pick<PoseClient, 'begin' | 'beginReferencePose'>;
  readonly measurementPlan: (side: WorkingSide) => MeasurementPlan;
  readonly recorder: SetRecorder;
  readonly announcer: Pick<Announcer, 'carryOut' | 'lay' | 'heard'>;
  /** Called after every tick, reading or key. */
  readonly onStep: () => void;
  readonly onFinished: () => void;
}

/** Interval of the ticks; enough for a clock that shows seconds, because readings also advance the set. */
const TICK: Milliseconds = 100;

/** Tones are laid this long ahead on the audio clock. */
const LAID_AHEAD: Seconds = 60;

/** Not zero, so that a tick that comes slightly early does not loop. */
const SHORTEST_TICK: Milliseconds = 5;

/** Runs the coach through one set: passes it readings, keys and ticks, and carries out its effects. */
export class SetRun {
  readonly #deps: SetRunDeps;
  #state: CoachState;
  #gauge: Gauge;
  #timer: number | null = null;
  /** Until when a change of phase could be told, and when tones were last laid; on the set's clock. */
  #heardAt: Seconds;
  #laidAt: Seconds;
  #isUnheard = false;

  constructor(deps: SetRunDeps) {
    this.#deps = deps;
    this.#heardAt = this.#laidAt = deps.clock.now();
    const first = startCoach(deps.plan, this.#heardAt);
    this.#state = first.state;
    this.#gauge = gauge(first.state);
    this.#take(null, first);
    this.#schedule();
  }

  get gauge(): Gauge {
    return this.#gauge;
  }

  get side(): WorkingSide {
    return this.#gauge.phase?.side ?? this.#deps.plan.sides[0] ?? 'left';
  }

  observe(reading: Reading): void {
    this.#wakeUp();
    this.#step({ kind: 'reading', reading });
  }

  press(kind: 'pause' | 'resume' | 'skip' | 'count' | 'source-ended'): void {
    this.#press({ kind, time: this.#now() });
  }

  /** The person answers that the lower back has moved. */
  backMoved(): void {
    this.#step({ kind: 'back-moved', time: this.#deps.clock.now() });
  }

  stop(why: StopKind): void {
    this.#press({ kind: 'stop', time: this.#now(), why });
  }

  /**
   * The instrument has lost the reference pose. In the reference phase a new one is requested at once. In other phases
   * the coach notices it from the readings and requests one when the drill needs it.
   */
  referencePoseLost(): void {
    if (this.#gauge.phase?.kind === 'neutral') this.#ask(this.#deps.client.beginReferencePose());
  }

  /** Stops the ticks. The gauge stays readable. */
  close(): void {
    if (this.#timer !== null) this.#deps.timers.clear(this.#timer);
    this.#timer = null;
    this.#deps.announcer.lay([]);
  }

  /** The set's time, after the coach was told what nobody heard. */
  #now(): Seconds {
    this.#wakeUp();
    return this.#deps.clock.now();
  }

  #wakeUp(): void {
    const { slept, clock, canTell, announcer } = this.#deps;
    const heard = Math.min(LAID_AHEAD, announcer.heard);
    const lasted = slept(heard);
    const now = clock.now();
    const until = Math.min(now, Math.max(this.#heardAt, this.#laidAt + heard));
    if (lasted !== null) {
      // What the tones told before the sleep has been.
      if (until > this.#heardAt) this.#step({ kind: 'tick', time: until });
      this.#step({ kind: 'slept', time: now, lasted });
    }
    if (canTell) this.#mindHearing(canTell(), lasted === null ? until : now, now);
  }

  /** The coach steps over no change of phase that nobody could hear. @param until since then nothing was told */
  #mindHearing(isHeard: boolean, until: Seconds, now: Seconds): void {
    if (!isHeard || now - until > TOLD_WITHIN) {
      this.#step({ kind: 'unheard', time: now, since: until });
      this.#isUnheard = true;
    }
    if (!isHeard) return;
    this.#heardAt = now;
    if (!this.#isUnheard) return;
    this.#isUnheard = false;
    const hasWaited = this.#gauge.unheard;
    this.#step({ kind: 'heard', time: now });
    if (hasWaited) this.#deps.onWaited();
  }

  #press(input: CoachInput): void {
    this.#step(input);
    this.#lay();
  }

  #lay(): void {
    if (this.#gauge.finished !== null) return;
    const now = this.#deps.clock.now();
    this.#deps.announcer.lay(comingTones(this.#state, LAID_AHEAD).map(({ tone, at }) => ({ tone, after: at - now })));
    this.#laidAt = now;
  }

  #step(input: CoachInput): void {
    if (this.#gauge.finished === null) this.#take(input, stepCoach(this.#state, input));
  }

  #take(input: CoachInput | null, step: CoachStep<CoachState>): void {
    this.#state = step.state;
    this.#gauge = gauge(step.state);
    this.#deps.recorder.observe(input, step);
    for (const effect of step.effects) this.#carryOut(effect);
    if (input) this.#deps.onStep();
  }

  #carryOut(effect: CoachEffect): void {
    const { client, measurementPlan, announcer, onFinished } = this.#deps;
    announcer.carryOut(effect);
    if (effect.kind === 'begin-side') this.#ask(client.begin(measurementPlan(effect.side)));
    if (effect.kind === 'begin-neutral') this.#ask(client.beginReferencePose());
    if (effect.kind !== 'finished') return;
    this.close();
    onFinished();
  }

  /** The client restarts a crashed worker or reports that it gave up, so nothing is to be done where a request fails. */
  #ask(request: Promise<void>): void {
    request.catch(() => undefined);
  }

  readonly #tick = (): void => {
    this.#step({ kind: 'tick', time: this.#now() });
    this.#lay();
    if (this.#gauge.finished === null) this.#schedule();
  };

  /** A tick falls on every whole second of the time left, so that the counted seconds sound on time. */
  #schedule(): void {
    const { left, paused } = this.#gauge;
    const untilWhole = left === null || paused ? TICK : 1000 * (left - Math.floor(left)) || TICK;
    const wait = Math.min(TICK, Math.max(SHORTEST_TICK, untilWhole));
    this.#timer = this.#deps.timers.set(this.#tick, wait);
  }
}
