import { expect, test } from 'vitest';
import type { FramingCheck, Reading } from '../../src/body/reading.ts';
import type { PhaseKind } from '../../src/coach/drill-definition.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper.ts';
import { placingHeadline, placingRows } from '../../src/ui/placing-check.ts';
import { missingText, reasonText } from '../../src/ui/reason-text.ts';
import { waitingProblem } from '../../src/ui/waiting-problem.ts';
import { gaugeOf, goodReading, phaseOf } from '../browser/lib/fake-readings.ts';

const problemIn = (kind: PhaseKind, reading: Reading | null) =>
  waitingProblem(gaugeOf({ phase: phaseOf(kind, { length: null }) }), reading, null);

const framed = (framing: Partial<FramingCheck>, part: Partial<Reading> = {}): Reading => ({
  ...goodReading,
  ...part,
  framing: { ...goodReading.framing, ready: false, ...framing },
});
const headline = (reading: Reading | null) => placingHeadline(reading, supineSleeper);

test('what is missing is named', () => {
  expect(missingText(['left foot'])).toBe('Left foot is outside the picture');
  expect(missingText(['hips'])).toBe('Hips are outside the picture');
  expect(missingText(['head', 'left foot', 'right foot'])).toBe(
    'Head, left foot and right foot are outside the picture',
  );
  expect(missingText([])).toBeNull();
  expect(headline(framed({ missing: ['left foot'] })).what).toBe('Left foot is outside the picture');
});

test('one thing at a time: light before the person, the person before the parts, the parts before the view', () => {
  const everything = framed(
    { missing: ['head'], view: 'poor', posture: 'wrong', size: 'too-far' },
    { light: { mean: 9, spread: 3, problem: 'too-dark' }, person: { seen: false, reason: 'no-person' } },
  );
  expect(headline(everything).what).toBe('Too dark');
  expect(headline({ ...everything, light: goodReading.light }).what).toBe('Nobody in the picture');
  const seen = { ...everything, light: goodReading.light, person: { seen: true } as const };
  expect(headline(seen).what).toBe('Head is outside the picture');
  expect(headline({ ...seen, framing: { ...seen.framing, missing: [] } }).what).toBe('You are too far away');
});

test('a poor view says where the laptop should go', () => {
  const poor = headline(framed({ view: 'poor' }));
  expect(poor.state).toBe('bad');
  expect(poor.todo).toContain(supineSleeper.placement.where);
});

test('a fair view may be used, and says what would be better', () => {
  const fair = headline(framed({ view: 'fair', ready: true }));
  expect(fair.state).toBe('fair');
  expect(fair.todo).toMatch(/^Better: level with your hips/);
});

test('when all is well it says so', () => {
  expect(headline(framed({ ready: true }))).toMatchObject({ state: 'ok', what: 'I can see all of you' });
});

test('before the first picture nothing is claimed', () => {
  expect(headline(null).state).toBe('unknown');
  expect(placingRows(null).map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
});

test('body, light and view are judged one by one', () => {
  const rows = placingRows(framed({ missing: ['right foot'], view: 'fair' }));
  expect(rows.map(({ name, state }) => `${name} ${state}`)).toEqual(['Body bad', 'Light ok', 'View fair']);
});

test('every reason has words for what is the matter and what to change', () => {
  for (const reason of ['no-person', 'camera-moved', 'foot-slid', 'pelvis-lost', 'poor-fit'] as const) {
    expect(reasonText(reason).what.length).toBeGreaterThan(5);
    expect(reasonText(reason).todo).toMatch(/\.$/);
  }
});

test('the count-in forgives a person who is still walking, but names a foot outside the picture', () => {
  const walking = framed({}, { person: { seen: false, reason: 'no-person' } });
  expect(problemIn('ready', walking)).toBeNull();
  expect(problemIn('neutral', walking)).toBe('Nobody in the picture');
  expect(problemIn('ready', framed({ missing: ['left foot'] }))).toBe('Left foot is outside the picture');
});

test('the neutral hold says why it does not fill', () => {
  const holding = (problem: 'moving' | 'wrong-posture' | null): Reading => ({
    ...goodReading,
    neutral: { kind: 'holding', progress: 0.2, problem },
  });
  expect(problemIn('neutral', holding('moving'))).toBe('You are moving. Hold still');
  expect(problemIn('neutral', holding('wrong-posture'))).toBe('Not the start position yet');
  expect(problemIn('neutral', holding(null))).toBeNull();
  expect(problemIn('neutral', null)).toBeNull();
});
