import type { Reading } from '../body/reading.ts';
import type { Reason } from '../body/reason.ts';
import type { DrillDefinition } from '../coach/drill-definition.ts';
import { placingWords } from '../language/en/placing.ts';
import { sentence } from './format.ts';
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

const looking = (): Headline => ({
  state: 'unknown',
  what: placingWords().looking,
  todo: placingWords().lookingTodo,
});

/** What matters most first: light, then a person, then all of them, then the posture, then the view. */
export function placingHeadline(reading: Reading | null, drill: DrillDefinition): Headline {
  if (!reading) return looking();
  const words = placingWords();
  const { light, framing, person } = reading;
  const bad = (what: string, todo: string): Headline => ({ state: 'bad', what, todo });
  if (light.problem) return bad(reasonText(light.problem).what, reasonText(light.problem).todo);
  if (!person.seen) return bad(reasonText(person.reason).what, reasonText(person.reason).todo);
  const missing = missingText(framing.missing);
  if (missing) return bad(missing, words.tilt);
  if (framing.size === 'too-close') return bad(...textOf('person-too-large'));
  if (framing.size === 'too-far') return bad(...textOf('person-too-small'));
  if (framing.posture === 'wrong') return bad(reasonText('wrong-posture').what, drill.steps[0] ?? '');
  if (framing.view === 'poor') return bad(reasonText('bad-view').what, sentence(drill.placement.where));
  if (framing.problem) return bad(reasonText(framing.problem).what, reasonText(framing.problem).todo);
  if (framing.view === 'fair')
    return { state: 'fair', what: words.willDo, todo: words.better(sentence(drill.placement.where)) };
  if (framing.ready) return { state: 'ok', what: words.ready, todo: words.readyTodo };
  return looking();
}

export function placingRows(reading: Reading | null): readonly CheckRow[] {
  return [bodyRow(reading), lightRow(reading), viewRow(reading)];
}

function bodyRow(reading: Reading | null): CheckRow {
  const words = placingWords();
  const row = (state: CheckState, text: string): CheckRow => ({ name: words.rows.body, state, text });
  const bad = (text: string): CheckRow => row('bad', words.within(text));
  if (!reading) return row('unknown', words.waiting);
  if (!reading.person.seen) return bad(reasonText(reading.person.reason).what);
  const missing = missingText(reading.framing.missing);
  if (missing) return bad(missing);
  if (reading.framing.size === 'ok') return row('ok', words.wholeBody);
  return bad(reasonText(reading.framing.size === 'too-close' ? 'person-too-large' : 'person-too-small').what);
}

function lightRow(reading: Reading | null): CheckRow {
  const { rows, waiting, within, enoughLight } = placingWords();
  const row = (state: CheckState, text: string): CheckRow => ({ name: rows.light, state, text });
  if (!reading) return row('unknown', waiting);
  const { problem } = reading.light;
  return problem ? row('bad', within(reasonText(problem).what)) : row('ok', enoughLight);
}

const VIEWS = {
  good: 'ok',
  fair: 'fair',
  poor: 'bad',
  unknown: 'unknown',
} as const satisfies Record<Reading['framing']['view'], CheckState>;

function viewRow(reading: Reading | null): CheckRow {
  const { rows, views } = placingWords();
  const view = reading?.framing.view ?? 'unknown';
  return { name: rows.view, state: VIEWS[view], text: views[view] };
}

function textOf(reason: Reason): [what: string, todo: string] {
  const { what, todo } = reasonText(reason);
  return [what, todo];
}
