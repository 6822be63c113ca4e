import type { Reading } from '../body/reading.ts';
import type { DrillDefinition } from '../coach/drill-definition.ts';
import { lowerFirst, sentence } from './format.ts';
import { missingText, reasonText } from './reason-text.ts';

export type CheckState = 'ok' | 'fair' | 'bad' | 'unknown';

/** One line of the placement check. */
export interface CheckRow {
  readonly name: string;
  readonly state: CheckState;
  readonly text: string;
}

/** The one thing to change next, big enough to be read from the floor. */
export interface Headline {
  readonly state: CheckState;
  readonly what: string;
  readonly todo: string;
}

const LOOKING: Headline = { state: 'unknown', what: 'Looking for you', todo: 'Take up the start position.' };

/** What matters most first: light, then a person, then all of them, then the posture, then the view. */
export function placingHeadline(reading: Reading | null, drill: DrillDefinition): Headline {
  if (!reading) return LOOKING;
  const { light, framing, person } = reading;
  const bad = (what: string, todo: string): Headline => ({ state: 'bad', what, todo });
  if (light.problem) return bad(reasonText(light.problem).what, reasonText(light.problem).todo);
  if (!person.seen) return bad(reasonText(person.reason).what, reasonText(person.reason).todo);
  const missing = missingText(framing.missing);
  if (missing) return bad(missing, 'Move or tilt the laptop until it is in.');
  if (framing.size === 'too-close') return bad('You are too close', 'Move the laptop further away.');
  if (framing.size === 'too-far') return bad('You are too far away', 'Bring the laptop closer.');
  if (framing.posture === 'wrong') return bad('Not the start position yet', drill.steps[0] ?? '');
  if (framing.view === 'poor') return bad('Wrong place for this drill', sentence(drill.placement.where));
  if (framing.problem) return bad(reasonText(framing.problem).what, reasonText(framing.problem).todo);
  if (framing.view === 'fair')
    return {
      state: 'fair',
      what: 'This will do',
      todo: `Better: ${sentence(lowerFirst(drill.placement.where))}`,
    };
  if (framing.ready)
    return { state: 'ok', what: 'I can see all of you', todo: 'Press Start when you are ready.' };
  return LOOKING;
}

export function placingRows(reading: Reading | null): readonly CheckRow[] {
  return [bodyRow(reading), lightRow(reading), viewRow(reading)];
}

function bodyRow(reading: Reading | null): CheckRow {
  const row = (state: CheckState, text: string): CheckRow => ({ name: 'Body', state, text });
  if (!reading) return row('unknown', 'waiting for the picture');
  if (!reading.person.seen) return row('bad', reasonText(reading.person.reason).what.toLowerCase());
  const missing = missingText(reading.framing.missing);
  if (missing) return row('bad', lowerFirst(missing));
  if (reading.framing.size === 'ok') return row('ok', 'all of you is in the picture');
  return row('bad', reading.framing.size === 'too-close' ? 'you are too close' : 'you are too far away');
}

function lightRow(reading: Reading | null): CheckRow {
  if (!reading) return { name: 'Light', state: 'unknown', text: 'waiting for the picture' };
  const { problem } = reading.light;
  return problem
    ? { name: 'Light', state: 'bad', text: reasonText(problem).what.toLowerCase() }
    : { name: 'Light', state: 'ok', text: 'enough' };
}

const VIEWS = {
  good: { state: 'ok', text: 'good place' },
  fair: { state: 'fair', text: 'fair: expect a wider error band' },
  poor: { state: 'bad', text: 'poor: the numbers would be wrong from here' },
  unknown: { state: 'unknown', text: 'seen once you are in the start position' },
} as const satisfies Record<Reading['framing']['view'], Omit<CheckRow, 'name'>>;

const viewRow = (reading: Reading | null): CheckRow => ({
  name: 'View',
  ...VIEWS[reading?.framing.view ?? 'unknown'],
});
