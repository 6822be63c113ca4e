import { expect, test } from 'vitest';
import type { ReferencePoseState } from '../../../src/instrument/output/reading.ts';
import { showsRing, waitingProblem } from '../../../src/ui/live-set/waiting-problem.ts';
import { gaugeOf, goodReading, phaseOf } from '../../browser/lib/fake-readings.ts';

const holding = (problem: Extract<ReferencePoseState, { kind: 'holding' }>['problem']) =>
  ({ ...goodReading, referencePose: { kind: 'holding', progress: 0.4, problem } }) as const;

test('while a new start is awaited in mid-set its ring is shown, in every phase that needs a start', () => {
  for (const kind of ['passive', 'pails', 'reps', 'rest'] as const)
    expect(showsRing(gaugeOf({ phase: phaseOf(kind) }), holding(null), null), kind).toBe(true);
  expect(showsRing(gaugeOf(), goodReading, null)).toBe(false);
  expect(showsRing(gaugeOf(), null, null)).toBe(false);
});

test('what keeps a new start from being held in mid-set is shown', () => {
  expect(waitingProblem(gaugeOf(), holding('wrong-posture'), null)).toBe('Not the start position yet');
  expect(waitingProblem(gaugeOf(), holding('moving'), null)).toBe('You are moving. Hold still');
  expect(waitingProblem(gaugeOf(), holding(null), null)).toBeNull();
});

test('without pictures no ring is shown that cannot fill', () => {
  expect(showsRing(gaugeOf(), holding(null), 'worker-gone')).toBe(false);
  expect(waitingProblem(gaugeOf(), holding('moving'), 'worker-gone')).toBeNull();
});

test('in mid-set nothing is in the way unless a start is awaited', () => {
  const nobody = { ...goodReading, person: { seen: false, reason: 'no-person' } } as const;
  expect(waitingProblem(gaugeOf(), nobody, null)).toBeNull();
});

test('the neutral hold says that there is no picture rather than what the last picture showed', () => {
  const gauge = gaugeOf({ phase: phaseOf('neutral', { length: null }) });
  expect(waitingProblem(gauge, holding('moving'), 'camera-silent')).toBe('The camera sends no picture');
});
