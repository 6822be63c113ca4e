import { describe, expect, it } from 'vitest';
import { pelvisLift } from '../../../src/drills/knee-to-knee/knee-to-knee.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { pulse, trace } from '../../coach/trace-rule.ts';

/** Flags raised by a pelvis lift of `lift` ± `sd` metres that lasts two seconds. */
const flagsOf = (height: number, sd: number) => trace(pulse(2, 4, height), 8, pelvisLift, { phase: 'reps', sd }).flags;

describe('the pelvis lift rule of knee to knee', () => {
  it('belongs to both variants', () => {
    expect(kneeToKneeWall.rules).toContain(pelvisLift);
    expect(kneeToKneeFloor.rules).toContain(pelvisLift);
  });

  it('raises a flag from its threshold on with a standard deviation of 1.4 cm, as from a good place', () => {
    expect(flagsOf(0.022, 0.0137)).toHaveLength(1);
    expect(flagsOf(0.017, 0.0137)).toEqual([]);
  });

  it('raises no flag for the noise of a fair place, but one for a real lift there', () => {
    expect(flagsOf(0.026, 0.027)).toEqual([]);
    expect(flagsOf(0.05, 0.027)).toHaveLength(1);
  });
});
