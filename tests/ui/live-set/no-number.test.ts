import { describe, expect, it, test } from 'vitest';
import type { ReferencePoseState } from '../../../src/instrument/output/reading.ts';
import {
  instructionText,
  noNumberText,
  showsRing,
  startAgainText,
  waitingProblem,
} from '../../../src/ui/live-set/no-number.ts';
import { gaugeOf, goodReading, phaseOf } from '../../browser/lib/fake-readings.ts';

test('a missing number is replaced by a sentence and what to do, never by a code', () => {
  expect(noNumberText('thigh-towards-lens', null)).toMatchObject({
    what: 'Your thigh points at the camera',
    todo: 'Move the laptop to the place in the drawing.',
  });
  for (const code of [null, 'some-code-of-a-later-version', 'toString'])
    expect(noNumberText(code, null)).toEqual({ what: 'No number yet', todo: '' });
});

test('a start that is asked for again during a set comes with its reason and with what to do', () => {
  for (const code of ['not-the-start', 'already-stretched', 'camera-moved']) {
    expect(startAgainText(code)).not.toContain('No start position yet');
    expect(startAgainText(code)).toMatch(/ Go back to your start position and hold still\.$/);
  }
  for (const code of [null, 'no-neutral', 'no-person', 'a-code-of-a-later-version'])
    expect(startAgainText(code)).toMatch(/^No start position yet\. Go back/);
});

const holding = (problem: Extract<ReferencePoseState, { kind: 'holding' }>['problem']) =>
  ({ ...goodReading, referencePose: { kind: 'holding', progress: 0.4, problem } }) as const;

test('the ring is shown in every phase while the reference pose is captured again', () => {
  for (const kind of ['passive', 'pails', 'reps', 'rest'] as const)
    expect(showsRing(gaugeOf({ phase: phaseOf(kind) }), holding(null), null), kind).toBe(true);
  expect(showsRing(gaugeOf(), goodReading, null)).toBe(false);
  expect(showsRing(gaugeOf(), null, null)).toBe(false);
});

test('during a set the text says what keeps the reference pose from being captured again', () => {
  expect(waitingProblem(gaugeOf(), holding('wrong-posture'), null)).toBe('Not in the start position yet');
  expect(waitingProblem(gaugeOf(), holding('moving'), null)).toBe('You are moving. Hold still');
  expect(waitingProblem(gaugeOf(), holding(null), null)).toBeNull();
});

describe('who holds still before a camera that does not', () => {
  const { framing } = goodReading;
  const moving = holding('moving');
  it.each([
    ['moved', 'The laptop has moved'],
    ['slid', 'The laptop or its picture has moved'],
    ['tilted', 'The laptop has tipped to one side'],
    ['zoomed', 'The camera has zoomed'],
    ['turned', 'The picture has turned'],
    ['resized', 'The camera picture has changed'],
  ] as const)('is told what the camera did, not to hold still: %s', (cameraChange, told) => {
    for (const unsteady of [{ cameraMoved: true }, { cameraUnsure: true }])
      expect(waitingProblem(gaugeOf(), { ...moving, ...unsteady, cameraChange }, null)).toBe(told);
    // Who holds still in front of it is told nothing: the ring fills.
    expect(waitingProblem(gaugeOf(), { ...holding(null), cameraMoved: true, cameraChange }, null)).toBeNull();
  });

  it('is told that the laptop moves before anything that this makes of the posture', () => {
    for (const reading of [moving, holding('wrong-posture')])
      expect(waitingProblem(gaugeOf(), { ...reading, framing: { ...framing, laptopMoves: true } }, null)).toBe(
        'The laptop or its picture has moved',
      );
  });

  it('is told that the picture is frozen, or comes too seldom', () => {
    const frozen = { ...moving, frozen: true, person: { seen: false, reason: 'picture-frozen' } } as const;
    expect(waitingProblem(gaugeOf(), frozen, null, 0)).toBe('The picture is frozen');
    expect(waitingProblem(gaugeOf({ slow: true }), moving, null)).toBe('Too few pictures per second');
  });
});

test('without pictures the ring, which could not fill, is not shown', () => {
  expect(showsRing(gaugeOf(), holding(null), 'worker-gone')).toBe(false);
  expect(waitingProblem(gaugeOf(), holding('moving'), 'worker-gone')).toBeNull();
});

test('during a phase no problem is reported unless the reference pose is captured again', () => {
  const unseen = { ...goodReading, person: { seen: false, reason: 'no-person' } } as const;
  expect(waitingProblem(gaugeOf(), unseen, null)).toBeNull();
});

test('without pictures the start hold says so, and not what the last picture showed', () => {
  const gauge = gaugeOf({ phase: phaseOf('neutral', { length: null }) });
  expect(waitingProblem(gauge, holding('moving'), 'camera-silent')).toBe('The camera sends no picture');
});

test('somebody who was seen a moment ago is not called missing while the start is held', () => {
  const unseen = { ...holding(null), person: { seen: false, reason: 'no-person' } } as const;
  const gauge = gaugeOf({ phase: phaseOf('neutral', { length: null }) });
  expect(waitingProblem(gauge, unseen, null, 0.5)).toBeNull();
  expect(waitingProblem(gauge, unseen, null, 2)).toBe('I can’t see you');
});

test('what to do is the instruction of the phase, or the step of a sequence', () => {
  const phase = phaseOf('passive', { instruction: 'Let the knee fall in.' });
  expect(instructionText(gaugeOf({ phase }), goodReading, null)).toBe('Let the knee fall in.');
  const step = { title: 'Knee up', call: 'Knee up in front, and down.' };
  expect(instructionText(gaugeOf({ phase, step }), goodReading, null)).toBe('Knee up in front, and down.');
  expect(instructionText(gaugeOf({ phase: null }), goodReading, null)).toBe('');
});

test('a call replaces what to do where the calls lead through the phase, and elsewhere is only said', () => {
  const calls = [{ at: 0.5, text: 'Now the other way.' }];
  const at = (kind: 'guided' | 'passive', progress: number) =>
    instructionText(gaugeOf({ phase: phaseOf(kind, { instruction: 'One way.', calls }), progress }), goodReading, null);
  expect([at('guided', 0.4), at('guided', 0.6), at('passive', 0.6)]).toEqual([
    'One way.',
    'Now the other way.',
    'One way.',
  ]);
});

test('while the start is captured again in a phase, what to do is to go back to it', () => {
  const gauge = gaugeOf({ angle: null, angleReason: 'camera-moved' });
  expect(instructionText(gauge, holding(null), null)).toMatch(/^The laptop has moved\. Go back to your start position/);
  // Without a picture nobody can tell, so the phase goes on.
  expect(instructionText(gauge, holding(null), 'camera-silent')).toBe(gauge.phase?.instruction);
});
