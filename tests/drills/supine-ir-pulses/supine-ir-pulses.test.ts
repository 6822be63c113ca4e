import { describe, expect, it } from 'vitest';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { findDrill } from '../../../src/drills/index.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { supineIrPulsesFeetFlat } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses-feet-flat.ts';
import type { FittedBody } from '../../../src/instrument/output/reading.ts';
import { planFor, running } from '../../../lab/made/run-set.ts';

const ids = (drill: { readonly rules: readonly { readonly id: string }[] }) => drill.rules.map(({ id }) => id);

describe('the pulses with a block', () => {
  it('are two variants of one drill, with lifted feet first', () => {
    expect(findDrill('supine-ir-pulses', null)).toBe(supineIrPulses);
    expect(findDrill('supine-ir-pulses', 'feet-flat')).toBe(supineIrPulsesFeetFlat);
  });

  it('are filmed from behind the head with lifted feet, from the side with planted feet', () => {
    expect(supineIrPulses.measure.view.recommended).toBe(165);
    expect(supineIrPulsesFeetFlat.measure.view).toEqual(kneeToKneeFloor.measure.view);
    expect(supineIrPulsesFeetFlat.placement.where).toBe(kneeToKneeFloor.placement.where);
  });

  it('watch what is visible from there, and a grip of the block only with lifted feet', () => {
    expect(ids(supineIrPulses)).toEqual([
      'pelvis-twist',
      'pelvis-lift',
      'hips-shift',
      'grip',
      'too-fast',
      'shins-drop',
    ]);
    expect(ids(supineIrPulsesFeetFlat)).toEqual(['pelvis-lift', 'hips-shift', 'foot-moved']);
    expect(supineIrPulsesFeetFlat.blindSpots.map(({ id }) => id)).toEqual(['grip', 'too-fast', 'back-arch']);
    expect(supineIrPulsesFeetFlat.measure.neverSeen).toContain('pelvis-twist');
  });

  it('flag sinking shins and a moving planted foot, but not the noise of a still leg', () => {
    const flagged = (drill: typeof supineIrPulses | typeof supineIrPulsesFeetFlat, form: FittedBody['form']) => {
      const run = running(planFor(drill, { sides: ['both'] }));
      run.readFor(1.1, 12, (time) => ({
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

  it('have contacts at both planted feet, and none with lifted feet', () => {
    const { motion } = supineIrPulsesFeetFlat.measure;
    expect(motion.contacts.map(({ joint }) => joint)).toEqual(['working ankle', 'other ankle']);
    expect(motion.unsupportedJoints ?? []).toEqual([]);
  });

  it('with flat feet are timed by ticks, because the press is too small to count, and the drill says so', () => {
    const reps = buildTimeline(
      planFor(supineIrPulsesFeetFlat, { sides: ['both'], preset: supineIrPulsesFeetFlat.presets.build }),
    ).filter(({ kind }) => kind === 'reps');
    expect(reps.map(({ length }) => length)).toEqual([50, 50]);
    expect(supineIrPulsesFeetFlat.reps.perMinute).toBe(50);
    expect(supineIrPulsesFeetFlat.placement.blind).toMatch(/even if I miss it/);
  });
});
