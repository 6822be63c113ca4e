import { coach as english } from '../../../src/i18n/en/coach.ts';
import type { RepDefinition, RuleId } from '../../../src/coach/drill-definition.ts';
import { freshCounter, missReps, stepReps } from '../../../src/coach/progress/rep-counter.ts';
import type { RepRecord } from '../../../src/coach/record/set-record.ts';

export const band: RepDefinition = {
  towards: 'internal',
  minimumAmplitude: 20,
  holdInternal: 2,
  holdExternal: 1,
};

/** Corners of a movement as time and angle, with straight lines in between. */
export type Corners = readonly (readonly [time: number, angle: number])[];

function angleAt(corners: Corners, time: number): number {
  const next = corners.findIndex(([at]) => at > time);
  if (next < 0) return corners.at(-1)?.[1] ?? 0;
  const [t1, a1] = corners[next] ?? [0, 0];
  const [t0, a0] = corners[next - 1] ?? [t1 - 1, a1];
  return a0 + ((a1 - a0) * (time - t0)) / (t1 - t0);
}

export function count(
  corners: Corners,
  options: {
    definition?: RepDefinition;
    unseen?: (time: number) => boolean;
    /** When a red flag of this rule was last open; it is open from then on. */
    redAt?: number;
    rule?: RuleId;
    noise?: (index: number) => number;
    /** The other channels of the drill. */
    others?: (time: number) => { either?: number | null; trunk?: number | null };
  } = {},
) {
  const {
    definition = band,
    unseen = () => false,
    redAt = null,
    rule = 'pelvis-list',
    noise = () => 0,
    others = () => ({}),
  } = options;
  let counter = freshCounter;
  const reps: RepRecord[] = [];
  const held: (readonly [number, string])[] = [];
  for (let index = 0; index / 15 <= (corners.at(-1)?.[0] ?? 0); index += 1) {
    const time = index / 15;
    if (unseen(time)) {
      counter = missReps(counter);
      continue;
    }
    const spoilt = redAt !== null && time >= redAt ? { [rule]: { onset: redAt, until: redAt } } : {};
    const reading = { rotation: angleAt(corners, time) + noise(index), either: null, trunk: null, ...others(time) };
    const step = stepReps(definition, counter, time, reading, spoilt, english);
    counter = step.counter;
    if (step.rep !== null) reps.push(step.rep);
    if (step.held !== null) held.push([time, step.held]);
  }
  return { reps, counter, held };
}

/** A movement by its times and the angles at them. */
export const through = (times: readonly number[], angles: readonly number[]): Corners =>
  times.map((time, index) => [time, angles[index] ?? Number.NaN]);

/** In for 1.2 s, out for 2.4 s, back: a good repetition of 45°. */
export const once = (at: number): Corners =>
  through([at, at + 0.7, at + 1.9, at + 3, at + 5.4, at + 6.4], [0, -14, -14, 31, 31, 0]);
