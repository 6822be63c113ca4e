import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Milliseconds, Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import { startCoach, stepCoach } from '../../coach/coach.ts';
import type { CoachEffect, CoachInput, CoachStep, Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import type { CoachState } from '../../coach/coach-state.ts';
import { gauge } from '../../coach/progress/gauge.ts';
import type { SetRecorder } from '../../coach/record/set-recorder.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import type { Announcer } from '../sound/announcer.ts';
import type { AppError } from '../app-error.ts';
import { asAppError } from '../app-error.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';
import type { SessionClock, Timers } from './session-clock.ts';

export interface SetRunDeps {
  readonly plan: SetPlan;
  readonly clock: SessionClock;
  readonly timers: Timers;
  /** How long the page stood still since the last call; null: it did not. Absent: that is not watched. */
  readonly slept?: () => Seconds | null;
  readonly client: Pick<PoseClient, 'begin' | 'beginReferencePose'>;
  readonly measurementPlan: (side: WorkingSide) => MeasurementPlan;
  readonly recorder: SetRecorder;
  readonly announcer: Pick<Announcer, 'carryOut'>;
  /** Called after every tick, reading or key. */
  readonly onStep: () => void;
  readonly onFinished: (why: EndReason) => void;
  /** A request to the worker failed; the timeline goes on. */
  readonly onTrouble: (error: AppError) => void;
}

/** Interval of the ticks; enough for a clock that shows seconds, because readings also advance the set. */
const TICK: Milliseconds = 100;

/** Not zero, so that a tick that comes slightly early does not loop. */
const SHORTEST_TICK: Milliseconds = 5;

/** Runs the coach through one set: passes it readings, keys and ticks, and carries out its effects. */
export class SetRun {
  readonly #deps: SetRunDeps;
  #state: CoachState;
  #gauge: Gauge;
  #timer: number | null = null;

  constructor(deps: SetRunDeps) {
    this.#deps = deps;
    const first = startCoach(deps.plan, deps.clock.now());
    this.#state = first.state;
    this.#gauge = gauge(first.state);
    this.#take(null, first);
    this.#schedule();
  }

  get gauge(): Gauge {
    return this.#gauge;
  }

  /** The side of the current phase. */
  get side(): WorkingSide {
    return this.#gauge.phase?.side ?? this.#deps.plan.sides[0] ?? 'left';
  }

  observe(reading: Reading): void {
    this.#wakeUp();
    this.#step({ kind: 'reading', reading });
  }

  pause(): void {
    this.#step({ kind: 'pause', time: this.#now() });
  }

  resume(): void {
    this.#step({ kind: 'resume', time: this.#now() });
  }

  skip(): void {
    this.#step({ kind: 'skip', time: this.#now() });
  }

  count(): void {
    this.#step({ kind: 'count', time: this.#now() });
  }

  /** The person answers that the lower back has moved. */
  backMoved(): void {
    this.#step({ kind: 'back-moved', time: this.#deps.clock.now() });
  }

  stop(why: StopKind): void {
    this.#step({ kind: 'stop', time: this.#now(), why });
  }

  sourceEnded(): void {
    this.#step({ kind: 'source-ended', time: this.#now() });
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
  }

  /** The set's time, after the coach was told of a sleep. */
  #now(): Seconds {
    this.#wakeUp();
    return this.#deps.clock.now();
  }

  #wakeUp(): void {
    const lasted = this.#deps.slept?.() ?? null;
    if (lasted !== null) this.#step({ kind: 'slept', time: this.#deps.clock.now(), lasted });
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
    onFinished(effect.why);
  }

  #ask(request: Promise<void>): void {
    request.catch((error: unknown) => this.#deps.onTrouble(asAppError(error)));
  }

  readonly #tick = (): void => {
    this.#step({ kind: 'tick', time: this.#now() });
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
