import { describe, expect, it } from 'vitest';
import { workingEstimate } from '../../../src/instrument/geometry/units.ts';
import { kneeGap } from '../../../src/coach/rules/judged-reading.ts';
import { gauge } from '../../../src/coach/coach.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { planFor, running, runUntil } from '../../../lab/made/run-set.ts';

const NOTHING = { internalRotation: null, flexion: null, abduction: null, knee: null };

const both = { sides: ['both'] } as const;

/** Both knees in and back, `period` seconds each, with this amplitude in degrees. */
const swing = (period: number, size: number) => (time: number) => {
  const angle = (size / 2) * (1 - Math.cos((2 * Math.PI * (time - 1)) / period));
  return { referencePoseAt: 1, internalRotation: angle, otherRotation: angle };
};

describe('the value of a working hip', () => {
  const sides = { left: { value: 20, sd: 3 }, right: { value: 28, sd: 4 } };

  it('is that of the working side, or the mean of both with independent errors', () => {
    expect(workingEstimate(sides, 'right')).toEqual({ value: 28, sd: 4 });
    expect(workingEstimate(sides, 'both')).toEqual({ value: 24, sd: 2.5 });
  });

  it('of both is unknown while one of them is hidden', () => {
    expect(workingEstimate({ ...sides, right: null }, 'both')).toBeNull();
    expect(workingEstimate({ ...sides, right: null }, 'left')).toEqual({ value: 20, sd: 3 });
  });
});

describe('the gap between the knees', () => {
  it('is the sum of both abductions, and their errors add up', () => {
    expect(kneeGap({ value: -5, sd: 3 }, { value: -4, sd: 4 })).toEqual({ value: -9, sd: 5 });
    expect(kneeGap(null, { value: -4, sd: 4 })).toBeNull();
  });

  it('that closes on the block is cued once and borrows no range', () => {
    const run = running(planFor(supineIrPulses, both));
    for (let index = 0; index < 12 * 18; index += 1) {
      const time = 1.1 + index / 12;
      const reading = makeReading({ time, referencePoseAt: 1, internalRotation: 3, otherRotation: 3 });
      const squeeze = time > 12 && time < 15 ? -5 : 0;
      const leg = (side: 'left' | 'right') => ({
        ...(reading.body?.leg[side] ?? NOTHING),
        abduction: { value: squeeze, sd: 1 },
      });
      const body = reading.body && { ...reading.body, leg: { left: leg('left'), right: leg('right') } };
      run.send({ kind: 'reading', reading: { ...reading, body } });
    }
    expect(run.all('cue').map(({ rule }) => rule)).toEqual(['grip']);
    expect(run.record().summary.sets.map(({ borrowed }) => borrowed)).toEqual([0, 0]);
  });
});

describe('a set of both hips', () => {
  it('shows their mean, in which the contribution of a listing pelvis cancels', () => {
    const run = runUntil(planFor(kneeToKneeWall, both), 4, () => ({
      referencePoseAt: 1,
      internalRotation: 26,
      otherRotation: 14,
    }));
    expect(gauge(run.state).angle?.value).toBeCloseTo(20, 1);
  });

  it('has a range of each hip, so that left and right can be compared', () => {
    const run = runUntil(planFor(kneeToKneeWall, both), 5, () => ({
      referencePoseAt: 1,
      internalRotation: 26,
      otherRotation: 14,
    }));
    const { summary, side } = run.record();
    expect(side).toBe('both');
    expect(summary.sets.map(({ side: hip, clean }) => [hip, clean])).toEqual([
      ['left', 26],
      ['right', 14],
    ]);
  });
});

describe('knee to knee', () => {
  it('lasts for the time of the preset, for any number of repetitions', () => {
    const run = running(planFor(kneeToKneeWall, both));
    expect(gauge(run.state)).toMatchObject({ left: 20, repsGoal: 0 });
    run.readFor(1.1, 20.9, swing(4, 26));
    expect(gauge(run.state).repsDone).toBe(5);
    run.tick(21.1);
    expect(gauge(run.state).finished).toBe('finished');
  });

  it('is not too fast at four seconds each, but at one second', () => {
    const slow = runUntil(planFor(kneeToKneeWall, both), 19, swing(4, 26));
    expect(slow.all('cue')).toEqual([]);
    const fast = runUntil(planFor(kneeToKneeWall, both), 19, swing(1, 26));
    expect(new Set(fast.all('cue').map(({ rule }) => rule))).toEqual(new Set(['too-fast']));
    expect(fast.record().summary.sets.every(({ clean }) => clean !== null)).toBe(true);
  });
});

describe('pulses', () => {
  it('are counted without a full return, and every fifth is spoken', () => {
    const run = running(planFor(supineIrPulses, { ...both, preset: { ...supineIrPulses.presets.prep, rounds: 1 } }));
    // A third of the swing is left between two pulses.
    run.readFor(1.1, 1.1 + 16 * 1.2, (time) => {
      const angle = 14 * (1 - 0.66 * (0.5 + 0.5 * Math.cos((2 * Math.PI * (time - 1.1)) / 1.2)));
      const shown = time < 1.3 ? 0 : angle;
      return { referencePoseAt: 1, internalRotation: shown, otherRotation: shown };
    });
    expect(gauge(run.state).repsDone).toBe(15);
    // While the drill is explained no number is said.
    expect(run.said.filter((text) => /^\d+$/.test(text))).toEqual(['10', '15']);
  });
});
