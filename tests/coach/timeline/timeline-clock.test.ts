import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import {
  advance,
  currentPhase,
  elapsedAt,
  holdSince,
  leavePhase,
  leftAt,
  pauseClock,
  phaseAt,
  resumeClock,
  startClock,
  type TimelineClock,
} from '../../../src/coach/timeline/timeline-clock.ts';
import { planFor } from '../../../lab/made/run-set.ts';

/** passive 20, pails 12 (ramp 6), rails 10 (ramp 4), sink 10. */
const phases = buildTimeline(planFor()).filter(({ kind }) => kind !== 'neutral');

function advanceAll(clock: TimelineClock, now: number): TimelineClock {
  const next = advance(clock, now);
  return next === clock ? clock : advanceAll(next, now);
}

describe('the clock of a set', () => {
  it('derives the time from stored times, so rare ticks lose nothing', () => {
    const start = startClock(phases, 100);
    const late = advanceAll(start, 133.5);
    expect(currentPhase(late)?.kind).toBe('rails');
    expect(late.startedAt).toBeCloseTo(132, 9);
    expect(elapsedAt(late, 133.5)).toBeCloseTo(1.5, 9);
    expect(leftAt(late, 133.5)).toBeCloseTo(11.5, 9);
  });

  it('neither loses nor gains time by pauses', () => {
    const stops = fc.array(
      fc.tuple(fc.double({ min: 0.01, max: 20, noNaN: true }), fc.double({ min: 0, max: 60, noNaN: true })),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(stops, (pairs) => {
        let clock = startClock(phases, 0);
        let now = 0;
        let worked = 0;
        for (const [work, rest] of pairs) {
          now += work;
          worked += work;
          clock = pauseClock(advanceAll(clock, now), now);
          now += rest;
          clock = resumeClock(clock, now);
        }
        const past = clock.phases.slice(0, clock.index).reduce((sum, { length }) => sum + (length ?? 0), 0);
        const total = currentPhase(clock) === null ? past : past + elapsedAt(clock, now);
        expect(total).toBeCloseTo(Math.min(worked, 52), 6);
      }),
    );
  });

  it('assigns a late frame to the phase in which it was taken', () => {
    const clock = advanceAll(startClock(phases, 0), 20.1);
    expect(phaseAt(clock, 19.9)?.kind).toBe('passive');
    expect(phaseAt(clock, 20.05)?.kind).toBe('pails');
  });

  it('has no phase for frames taken during a pause', () => {
    const paused = pauseClock(startClock(phases, 0), 5);
    expect(phaseAt(paused, 6)).toBeNull();
    expect(phaseAt(paused, 4.9)?.kind).toBe('passive');
  });

  it('skips a phase at the time of the key, and stays paused if it was', () => {
    expect(leavePhase(startClock(phases, 0), 7).startedAt).toBe(7);
    const skipped = leavePhase(pauseClock(startClock(phases, 0), 5), 8);
    expect(skipped.pausedAt).toBe(8);
    expect(elapsedAt(resumeClock(skipped, 20), 21)).toBe(1);
  });

  it('begins the isometric hold at the end of the ramp, and again after a pause', () => {
    const pails = advanceAll(startClock(phases, 0), 21);
    expect(holdSince(pails, 25.9)).toBeNull();
    expect(holdSince(pails, 26.5)).toBe(26);
    const resumed = resumeClock(pauseClock(pails, 27), 40);
    expect(holdSince(resumed, 41)).toBe(40);
    expect(holdSince(startClock(phases, 0), 10)).toBeNull();
  });

  it('does not count a pause as part of the ramp', () => {
    const pails = advanceAll(startClock(phases, 0), 21);
    const resumed = resumeClock(pauseClock(pails, 22), 52);
    expect(holdSince(resumed, 54)).toBeNull();
    expect(holdSince(resumed, 56.5)).toBe(56);
  });
});
