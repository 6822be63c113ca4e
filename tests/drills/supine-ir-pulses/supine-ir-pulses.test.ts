import { describe, expect, it } from 'vitest';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { supineIrPulsesFeetFlat } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses-feet-flat.ts';
import type { FittedBody } from '../../../src/instrument/output/reading.ts';
import { planFor, runUntil } from '../../../lab/made/run-set.ts';

describe('the pulses with a block', () => {
  it('flag sinking shins and a moving planted foot, but not the noise of a still leg', () => {
    const flagged = (drill: typeof supineIrPulses | typeof supineIrPulsesFeetFlat, form: FittedBody['form']) => {
      const run = runUntil(planFor(drill, { sides: ['both'] }), 12, (time) => ({
        referencePoseAt: 1,
        internalRotation: 0,
        otherRotation: 0,
        form: time > 6 && time < 9 ? form : { shinDrop: still, footShift: still },
      }));
      return run.flagged;
    };
    const still = { value: 0, sd: 1 };
    expect(flagged(supineIrPulses, { shinDrop: { value: 16, sd: 3 } })).toEqual(['shins-drop']);
    expect(flagged(supineIrPulses, { shinDrop: { value: -16, sd: 3 } })).toEqual([]);
    expect(flagged(supineIrPulses, { shinDrop: { value: 4, sd: 3 } })).toEqual([]);
    expect(flagged(supineIrPulsesFeetFlat, { footShift: { value: 0.07, sd: 0.015 } })).toEqual(['foot-moved']);
    expect(flagged(supineIrPulsesFeetFlat, { footShift: { value: 0.015, sd: 0.015 } })).toEqual([]);
  });

  it('with flat feet are timed by ticks, because the press is too small to count', () => {
    const reps = buildTimeline(
      planFor(supineIrPulsesFeetFlat, { sides: ['both'], preset: supineIrPulsesFeetFlat.presets.build }),
    ).filter(({ kind }) => kind === 'reps');
    expect(reps.map(({ length }) => length)).toEqual([50, 50]);
    expect(supineIrPulsesFeetFlat.reps.perMinute).toBe(50);
  });
});
