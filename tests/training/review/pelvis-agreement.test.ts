import { describe, expect, it } from 'vitest';
import {
  comparedSet,
  ofNewestInstrument,
  pelvisAgreement,
  someMoments,
} from '../../../src/training/review/pelvis-agreement.ts';
import { phoneSet, turning } from './phone-set.ts';

const twistOf = (set: ReturnType<typeof phoneSet>) => comparedSet(set)?.moments.twist ?? [];

describe('the moments of a set that camera and phone both saw', () => {
  it('are those of valid frames within a phase, and an angle that the phone never showed has none', () => {
    const set = phoneSet('a', 20, turning(8, 0.5));
    const frames = set.frames.map((frame, index) => (index < 4 ? { ...frame, valid: false } : frame));
    const late = frames.map((frame, index) => (index < 39 ? frame : { ...frame, t: 999 }));
    const compared = comparedSet({ ...set, frames: late });
    expect(compared?.moments.twist).toHaveLength(35);
    expect(compared?.moments.tilt).toHaveLength(35);
    expect(compared?.moments.obliquity).toEqual([]);
  });

  it('are counted from the working leg: the same way on both sides, where left and right are mirrored', () => {
    const left = twistOf(phoneSet('a', 20, () => turning(8, 0.5, 1)(1)));
    const right = twistOf(phoneSet('b', 20, () => turning(-8, 0.5, -1)(1), { side: 'right' }));
    expect(right).toEqual(left);
    expect(comparedSet(phoneSet('b', 20, turning(8, 0.5), { side: 'right' }))?.moments.tilt[0]).toEqual({
      camera: 0,
      phone: 1,
    });
  });

  it('say nothing in fewer than ten, without a phone, in a demo, or where no number is finite', () => {
    expect(comparedSet(phoneSet('a', 4.5, turning(8, 0.5)))).toBeNull();
    expect(comparedSet(phoneSet('a', 20, turning(8, 0.5), { phone: undefined }))).toBeNull();
    const { source } = phoneSet('a', 20, turning(8, 0.5));
    expect(comparedSet(phoneSet('a', 20, turning(8, 0.5), { source: { ...source, kind: 'demo' } }))).toBeNull();
    expect(comparedSet(phoneSet('a', 20, turning(Number.NaN, 0.5)))?.moments.twist).toEqual([]);
  });
});

describe('the agreement of camera and phone', () => {
  it('is camera minus phone by set, and tells how much of a large turn the camera reads', () => {
    const sets = [1, 2, 3].map((off) => twistOf(phoneSet(`s${off}`, 60, turning(0, 1, off))));
    expect(pelvisAgreement(sets)).toMatchObject({ groups: 3, pairs: 360, bias: 2, read: null });
    const weak = [1, 2, 3].map((id) => twistOf(phoneSet(`s${id}`, 60, turning(12, 0.4))));
    expect(pelvisAgreement(weak).read).toBeCloseTo(0.4, 9);
  });

  it('is unknown without a set', () => {
    expect(pelvisAgreement([])).toMatchObject({ groups: 0, bias: null, limits: null, read: null });
  });
});

it('only the sets of the newest instrument count', () => {
  const sets = [3, 2, 3].flatMap((instrument, index) => {
    const set = comparedSet(phoneSet(`s${index}`, 20, turning(8, 0.5), { instrument }));
    return set ? [set] : [];
  });
  expect(ofNewestInstrument(sets).map(({ id }) => id)).toEqual(['s0', 's2']);
  expect(ofNewestInstrument([])).toEqual([]);
});

it('a plot gets about as many moments of each set, from its beginning to its end', () => {
  const set = (count: number) => Array.from({ length: count }, (_, index) => ({ camera: index, phone: 0 }));
  const shown = someMoments([set(400), set(1000), set(5)], 30);
  expect(shown).toHaveLength(25);
  expect(shown.slice(0, 10).map(({ camera }) => camera)).toEqual([0, 40, 80, 120, 160, 200, 240, 280, 320, 360]);
  expect(someMoments([], 30)).toEqual([]);
});
