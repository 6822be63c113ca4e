import { describe, expect, it } from 'vitest';
import { buildTimeline } from '../../../src/coach/timeline/timeline.ts';
import { findDrill } from '../../../src/drills/index.ts';
import { kneeToKneeFloor } from '../../../src/drills/knee-to-knee/knee-to-knee-floor.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { supineIrPulsesFeetFlat } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses-feet-flat.ts';
import type { FittedBody } from '../../../src/instrument/output/reading.ts';
import { planFor, running } from '../../coach/run-set.ts';

const ids = (drill: { readonly rules: readonly { readonly id: string }[] }) => drill.rules.map(({ id }) => id);

describe('the pulses with a block', () => {
  it('are two ways of one drill, the lifted one first', () => {
    expect(findDrill('supine-ir-pulses', null)).toBe(supineIrPulses);
    expect(findDrill('supine-ir-pulses', 'feet-flat')).toBe(supineIrPulsesFeetFlat);
  });

  it('stand where their feet are seen: behind the head when they are lifted, at the side when they are planted', () => {
    expect(supineIrPulses.measure.view.recommended).toBe(165);
    expect(supineIrPulsesFeetFlat.measure.view).toEqual(kneeToKneeFloor.measure.view);
    expect(supineIrPulsesFeetFlat.placement.where).toBe(kneeToKneeFloor.placement.where);
    // Whose network has never seen legs with a block between the knees.
    expect(supineIrPulsesFeetFlat.measure).not.toHaveProperty('legsModel');
  });

  it('watch what is seen from there; only with lifted feet is a squeeze a cheat', () => {
    expect(ids(supineIrPulses)).toEqual(['pelvis-twist', 'pelvis-lift', 'grip', 'too-fast', 'shins-drop']);
    expect(ids(supineIrPulsesFeetFlat)).toEqual(['pelvis-lift', 'too-fast', 'foot-moved']);
    expect(supineIrPulsesFeetFlat.measure.neverSeen).toContain('pelvis-twist');
  });

  it('flag shins that sink, and a planted foot that leaves its place, but not what a still leg reads', () => {
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

  it('keep both planted feet where they are, and hold nothing in the air', () => {
    const { motion } = supineIrPulsesFeetFlat.measure;
    expect(motion.contacts.map(({ joint }) => joint)).toEqual(['working ankle', 'other ankle']);
    expect(motion.unsupportedJoints ?? []).toEqual([]);
  });

  it('go by the tick for a time with the feet flat, where a press is too small to be counted, and say so', () => {
    const reps = buildTimeline(
      planFor(supineIrPulsesFeetFlat, { sides: ['both'], preset: supineIrPulsesFeetFlat.presets.build }),
    ).filter(({ kind }) => kind === 'reps');
    expect(reps.map(({ length }) => length)).toEqual([25, 25]);
    expect(supineIrPulsesFeetFlat.reps.perMinute).toBe(50);
    expect(supineIrPulsesFeetFlat.placement.blind).toMatch(/not proven/);
  });
});
