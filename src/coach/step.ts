import type { Seconds } from '../instrument/geometry/units.ts';
import type { CoachEffect, CoachStep } from './coach-contract.ts';
import type { CoachState } from './coach-state.ts';
import { postureHears } from './posture/posture-stage.ts';
import { progressHears } from './progress/progress-stage.ts';
import { rulesHear } from './rules/rules-stage.ts';
import { setupHears } from './setup/setup-stage.ts';
import { speechHears } from './speech/speech-stage.ts';
import type { CoachEvent, Draft, Room } from './stage.ts';
import { timelineHears } from './timeline/timeline-stage.ts';

/** What the rooms do about an event, in the order in which they hear it. */
const HEARERS: readonly ((step: Step, told: CoachEvent) => void)[] = [
  (step, told) => step.run('posture', (draft) => postureHears(draft, told)),
  (step, told) => step.run('timeline', (draft) => timelineHears(draft, told)),
  (step, told) => step.run('rules', (draft) => rulesHear(draft, told)),
  (step, told) => step.run('setup', (draft) => setupHears(draft, told)),
  (step, told) => step.run('progress', (draft) => progressHears(draft, told)),
  (step, told) => step.run('speech', (draft) => speechHears(draft, told)),
];

/** One step of the coach in progress. Only here the parts of the state are put together. */
export class Step {
  readonly #effects: CoachEffect[] = [];
  #state: CoachState;

  constructor(state: CoachState) {
    this.#state = state;
  }

  get state(): CoachState {
    return this.#state;
  }

  get isOver(): boolean {
    return this.#state.timeline.ended !== null;
  }

  get done(): CoachStep<CoachState> {
    return { state: this.#state, effects: this.#effects };
  }

  setClock(now: Seconds): void {
    this.#state = { ...this.#state, now };
  }

  /** Runs a stage of a room, and hands on what it tells before the next stage. @returns what the stage found */
  run<Own extends Room, Result>(room: Own, stage: (draft: Draft<Own>) => Result): Result {
    const draft: Draft<Own> = { own: { ...this.#state[room] }, seen: this.#state, out: [] };
    const result = stage(draft);
    this.#state = { ...this.#state, [room]: draft.own };
    for (const told of draft.out) {
      if ('kind' in told) this.#effects.push(told);
      else this.tell(told);
    }
    return result;
  }

  /** Every room hears every event, its own too. */
  tell(told: CoachEvent): void {
    for (const hear of HEARERS) hear(this, told);
  }
}
