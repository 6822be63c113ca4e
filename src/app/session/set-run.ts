import type { MeasurementPlan } from '../../instrument/input/measurement-plan.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Milliseconds, WorkingSide } from '../../instrument/geometry/units.ts';
import { startCoach, stepCoach } from '../../coach/coach.ts';
import type { CoachEffect, CoachInput, CoachStep, Gauge, SetPlan, StopKind } from '../../coach/coach-contract.ts';
import type { CoachState } from '../../coach/coach-state.ts';
import { gauge } from '../../coach/progress/gauge.ts';
import type { SetRecorder } from '../../coach/record/set-recorder.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import type { Announcer } from '../sound/announcer.ts';
import type { AppError } from '../app-error.ts';
import { asAppError } from '../as-app-error.ts';
import type { PoseClient } from '../worker-client/pose-client.ts';
import type { SessionClock } from './session-clock.ts';

export interface Timers {
  readonly set: (run: () => void, after: Milliseconds) => number;
  readonly clear: (timer: number) => void;
}

export interface SetRunDeps {
  readonly plan: SetPlan;
  readonly clock: SessionClock;
  readonly timers: Timers;
  readonly client: Pick<PoseClient, 'begin' | 'beginReferencePose'>;
  readonly measurementPlan: (side: WorkingSide) => MeasurementPlan;
  readonly recorder: SetRecorder;
  readonly announcer: Pick<Announcer, 'carryOut'>;
  /** After every step: tick, reading or key. */
  readonly onStep: () => void;
  readonly onFinished: (why: EndReason) => void;
  /** The worker could not be asked; the timeline goes on. */
  readonly onTrouble: (error: AppError) => void;
}

/** Often enough for a clock that shows seconds; between two ticks the readings drive the set. */
const TICK: Milliseconds = 100;

/** Never quite zero: a tick that comes a hair too early must not spin. */
const SHORTEST_TICK: Milliseconds = 5;

/** One set from the first count-in to its end: drives the coach by readings, keys and ticks, and carries out what it asks for. */
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

  /** The side whose phase is on. */
  get side(): WorkingSide {
    return this.#gauge.phase?.side ?? this.#deps.plan.sides[0] ?? 'left';
  }

  observe(reading: Reading): void {
    this.#step({ kind: 'reading', reading });
  }

  pause(): void {
    this.#step({ kind: 'pause', time: this.#deps.clock.now() });
  }

  resume(): void {
    this.#step({ kind: 'resume', time: this.#deps.clock.now() });
  }

  skip(): void {
    this.#step({ kind: 'skip', time: this.#deps.clock.now() });
  }

  stop(why: StopKind): void {
    this.#step({ kind: 'stop', time: this.#deps.clock.now(), why });
  }

  sourceEnded(): void {
    this.#step({ kind: 'source-ended', time: this.#deps.clock.now() });
  }

  /**
   * The instrument has lost what it knew of the person. In the neutral phase it is asked again at once; elsewhere the coach
   * notices by itself, asks when the drill needs it, and lets the time run on.
   */
  referencePoseLost(): void {
    if (this.#gauge.phase?.kind === 'neutral') this.#ask(this.#deps.client.beginReferencePose());
  }

  /** No more ticks. The coach's state stays readable. */
  close(): void {
    if (this.#timer !== null) this.#deps.timers.clear(this.#timer);
    this.#timer = null;
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
    this.#step({ kind: 'tick', time: this.#deps.clock.now() });
    if (this.#gauge.finished === null) this.#schedule();
  };

  /** The counted seconds must sound when they are due, so a tick falls on every whole second of the time left. */
  #schedule(): void {
    const { left, paused } = this.#gauge;
    const untilWhole = left === null || paused ? TICK : 1000 * (left - Math.floor(left)) || TICK;
    const wait = Math.min(TICK, Math.max(SHORTEST_TICK, untilWhole));
    this.#timer = this.#deps.timers.set(this.#tick, wait);
  }
}
