import { describe, expect, it } from 'vitest';
import { withPhone } from '../../../src/coach/rules/phone-rules.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { coach } from '../../../src/i18n/en/coach.ts';
import { phoneCoach } from '../../../src/i18n/en/hip/phone-coach.ts';
import type { PhoneReading } from '../../../src/instrument/output/reading.ts';
import { planFor, SetRun, shortPreset } from '../../../lab/made/run-set.ts';

const words = { ...coach, gate: { ...coach.gate, phone: phoneCoach } };
const drill = withPhone(supineSleeper, phoneCoach);
const phone = (state: PhoneReading['state']): PhoneReading => ({ state, problem: null, pelvis: null });

const said = ({ effects }: SetRun): string[] =>
  effects.flatMap((effect) => (effect.kind === 'say' ? [effect.text] : []));

describe('a phone during a set', () => {
  const run = (state: PhoneReading['state'], isUsed = true): SetRun => {
    const set = new SetRun(planFor(drill, { words, ...(isUsed ? { phone: true } : {}) }));
    set.readFor(0, 18, (time) => ({
      internalRotation: 15,
      referencePoseAt: 0.5,
      unseen: { 'pelvis-twist': `phone-${state === 'slid' ? 'slid' : 'silent'}` },
      phone: phone(time > 8 ? state : 'ready'),
    }));
    return set;
  };

  it.each(['slid', 'silent'] as const)(
    'that is %s is told in a quiet moment, once for a while, and flags nothing',
    (state) => {
      const set = run(state);
      expect(said(set).filter((text) => text === coach.reasons[`phone-${state}`].say[0])).toHaveLength(1);
      expect(set.effects.some(({ kind }) => kind === 'flag' || kind === 'cue')).toBe(false);
    },
  );

  it('that is lost for good is told as a silent one', () => {
    const set = new SetRun(planFor(drill, { words, phone: true }));
    set.readFor(0, 18, (time) => ({
      internalRotation: 15,
      referencePoseAt: 0.5,
      ...(time > 8 ? {} : { phone: phone('ready') }),
    }));
    expect(said(set).filter((text) => text === coach.reasons['phone-silent'].say[0])).toHaveLength(1);
  });

  it('that is not used in this set is not spoken of', () => {
    expect(said(run('slid', false))).not.toContain(coach.reasons['phone-slid'].say[0]);
  });

  it('is awaited at a change of sides, but not for ever', () => {
    const ends = (state: PhoneReading['state']) => {
      const plan = {
        sides: ['left', 'right'],
        words,
        phone: true,
        preset: { ...shortPreset, passive: 5, rails: 5, sink: 5 },
      } as const;
      const set = new SetRun(planFor(drill, plan));
      set.readFor(0, 130, () => ({ internalRotation: 15, referencePoseAt: 0.5, phone: phone(state) }));
      const phases = set.effects.flatMap((effect) => (effect.kind === 'phase' ? [effect] : []));
      const turn = phases.findIndex((effect) => effect.phase.kind === 'turn');
      return (phases[turn + 1]?.at ?? NaN) - (phases[turn]?.at ?? NaN);
    };
    expect(ends('ready')).toBeLessThan(15);
    expect(ends('asks-move')).toBeGreaterThan(55);
    expect(ends('asks-move')).toBeLessThan(70);
  });
});
