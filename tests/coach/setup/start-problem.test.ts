import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { startProblem } from '../../../src/coach/setup/gate-words.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

const DARK = { mean: 30, sd: 9, problem: 'too-dark', remark: null, darkClothes: false } as const;

describe('what keeps the start from being held', () => {
  const holding = (problem: 'moving' | 'already-stretched' | null, change: Partial<Reading> = {}): Reading => ({
    ...makeReading({ time: 1, referencePoseAt: null }),
    referencePose: { kind: 'holding', progress: 0.2, problem },
    ...change,
  });
  const framed = (problem: Reading['framing']['problem']) => ({
    framing: { ...makeReading({ time: 1 }).framing, problem },
  });

  it('is that the person moves only if place and posture are right', () => {
    expect(startProblem(holding('moving'))).toBe('moving');
    expect(startProblem(holding('moving', framed('wrong-posture')))).toBe('wrong-posture');
    expect(startProblem(holding('moving', framed('bad-view')))).toBe('bad-view');
  });

  it('is the place before the light, and the light before movement', () => {
    expect(startProblem(holding('moving', { light: DARK, ...framed('out-of-frame') }))).toBe('out-of-frame');
    expect(startProblem(holding('moving', { light: DARK }))).toBe('too-dark');
  });

  it('is the laptop, not the person, while that is being moved', () => {
    const framing = { ...makeReading({ time: 1 }).framing, laptopMoves: true };
    expect(startProblem(holding('moving', { framing }))).toBe('picture-slid');
    expect(startProblem(holding(null, { framing }))).toBeNull();
  });

  it('is what is plainly different from the start, by its name', () => {
    const difference = { kind: 'hips-up' } as const;
    const of = (problem: Reading['framing']['problem']) => ({
      framing: { ...makeReading({ time: 1, difference }).framing, problem },
    });
    expect(startProblem(holding('moving', of('wrong-posture')))).toBe('hips-up');
    expect(startProblem(holding('moving', of('bad-view')))).toBe('bad-view');
  });

  it('is what the hold itself has found wrong', () => {
    expect(startProblem(holding('already-stretched'))).toBe('already-stretched');
    expect(startProblem(holding(null))).toBeNull();
  });

  it('is that nobody is there, before anything else', () => {
    const gone = { person: { seen: false, reason: 'no-person' } } as const;
    expect(startProblem(holding('moving', { ...gone, light: DARK }))).toBe('no-person');
  });
});
