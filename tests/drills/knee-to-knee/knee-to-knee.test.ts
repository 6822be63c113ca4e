import { describe, expect, it } from 'vitest';
import { pelvisLift } from '../../../src/drills/knee-to-knee/knee-to-knee.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { pulse, trace } from '../../coach/trace-rule.ts';

/** Flags of a pelvis that reads so high for two seconds, known to so much; metres. */
const flagsOf = (height: number, sd: number) => trace(pulse(2, 4, height), 8, pelvisLift, { phase: 'reps', sd }).flags;

describe('the lift of the pelvis, knee to knee', () => {
  it('is a rule of both ways', () => {
    expect(kneeToKneeWall.rules).toContain(pelvisLift);
    expect(kneeToKneeFloor.rules).toContain(pelvisLift);
  });

  it('is flagged from its own threshold on where a good place shows it to 1.4 cm', () => {
    expect(flagsOf(0.022, 0.0137)).toHaveLength(1);
    expect(flagsOf(0.017, 0.0137)).toEqual([]);
  });

  it('is not flagged for what a fair place reads of a pelvis that lies, but for one that rises there', () => {
    expect(flagsOf(0.026, 0.027)).toEqual([]);
    expect(flagsOf(0.05, 0.027)).toHaveLength(1);
  });
});
