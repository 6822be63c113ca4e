import { coach as english } from '../../src/i18n/en/coach.ts';
import type { Seconds } from '../../src/instrument/geometry/units.ts';
import { startCoach, stepCoach } from '../../src/coach/coach.ts';
import type { CoachEffect, CoachInput, CoachStep, SetPlan, TimelinePhase } from '../../src/coach/coach-contract.ts';
import type { CoachState } from '../../src/coach/coach-state.ts';
import type { DrillDefinition, Preset } from '../../src/coach/drill-definition.ts';
import { SetRecorder } from '../../src/coach/record/set-recorder.ts';
import { makeReading, type ReadingWish } from './make-reading.ts';
import { turningSleeper } from './turning-sleeper.ts';

/** Head of the record of a set without a camera. */
export const WITHOUT_CAMERA = {
  id: 'one',
  startedAt: '2026-11-26T08:00:00.000Z',
  source: { kind: 'none', fps: null, frames: 0, width: 0, height: 0 },
  engine: { model: 'none', backend: 'none', why: '', version: '1' },
} as const;

export const shortPreset: Preset = {
  passive: 20,
  pailsRamp: 6,
  pailsHold: 6,
  rails: 10,
  sink: 7,
  rest: 5,
  rounds: 1,
  reps: 4,
  effort: [0.5, 0.6],
};

export const planFor = (
  drill: DrillDefinition = turningSleeper,
  changes: Partial<Omit<SetPlan, 'drill'>> = {},
): SetPlan => ({
  drill,
  sides: ['left'],
  goal: 'build',
  preset: shortPreset,
  countIn: 0,
  words: english,
  // What the camera cannot see has tests of its own (`blind-spots.test.ts`).
  blindTold: true,
  ...changes,
});

/** Runs a set and collects its effects, each with its time. */
export class SetRun {
  state: CoachState;
  readonly effects: (CoachEffect & { readonly at: Seconds })[] = [];
  readonly recorder: SetRecorder;

  constructor(plan: SetPlan, time: Seconds = 0, phases?: readonly TimelinePhase[]) {
    this.recorder = new SetRecorder(plan);
    const first = phases === undefined ? startCoach(plan, time) : startCoach(plan, time, phases);
    this.state = first.state;
    this.#take(null, first, time);
  }

  send(input: CoachInput): void {
    const time = input.kind === 'reading' ? input.reading.time : input.time;
    const step = stepCoach(this.state, input);
    this.state = step.state;
    this.#take(input, step, time);
  }

  read(wish: ReadingWish): void {
    this.send({ kind: 'reading', reading: makeReading(wish) });
  }

  tick(time: Seconds): void {
    this.send({ kind: 'tick', time });
  }

  /** Sends 12 readings a second from one time to another. */
  readFor(from: Seconds, to: Seconds, wishAt: (time: Seconds) => Omit<ReadingWish, 'time'>): void {
    for (let index = 0; from + index / 12 < to; index += 1) {
      const time = from + index / 12;
      this.read({ ...wishAt(time), time });
    }
  }

  all<K extends CoachEffect['kind']>(kind: K): (Extract<CoachEffect, { kind: K }> & { readonly at: Seconds })[] {
    return this.effects.filter(
      (effect): effect is Extract<CoachEffect, { kind: K }> & { readonly at: Seconds } => effect.kind === kind,
    );
  }

  get said(): readonly string[] {
    return this.all('say').map(({ text }) => text);
  }

  get flagged(): readonly string[] {
    return this.all('flag').map(({ flag }) => flag.rule);
  }

  record() {
    return this.recorder.finish({
      id: 'test',
      startedAt: null,
      source: { kind: 'clip', fps: 12, frames: 0, width: 1280, height: 720 },
      engine: { model: 'full', backend: 'wasm', why: 'test', version: '0' },
    });
  }

  #take(input: CoachInput | null, step: CoachStep<CoachState>, at: Seconds): void {
    this.effects.push(...step.effects.map((effect) => ({ ...effect, at })));
    this.recorder.observe(input, step);
  }
}

/**
 * A set with its reference pose at 1 s: passive 1–21, PAILs 21–33 (hold from 27), RAILs 33–43 (hold from 37), sink
 * 43–53.
 */
export function running(plan = planFor()): SetRun {
  const run = new SetRun(plan);
  run.readFor(0, 1, () => ({ referencePoseAt: 'holding' }));
  run.read({ time: 1, referencePoseAt: 1 });
  return run;
}

/** The same, with 12 readings a second from then until a time. */
export function runUntil(plan: SetPlan, until: Seconds, wishAt: (time: Seconds) => Omit<ReadingWish, 'time'>): SetRun {
  const run = running(plan);
  run.readFor(1.1, until, wishAt);
  return run;
}
