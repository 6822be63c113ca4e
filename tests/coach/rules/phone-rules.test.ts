import { describe, expect, it } from 'vitest';
import { seesPelvis } from '../../../src/coach/rules/range-rules.ts';
import { withPhone } from '../../../src/coach/rules/phone-rules.ts';
import { DRILLS, WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { quadrupedBandIr } from '../../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { supineIrPulses } from '../../../src/drills/supine-ir-pulses/supine-ir-pulses.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { phoneCoach as german } from '../../../src/i18n/de/hip/phone-coach.ts';
import { phoneCoach as english } from '../../../src/i18n/en/hip/phone-coach.ts';

const isWatchable = ({ sideCheckOf }: (typeof DRILLS)[number]) => sideCheckOf === undefined;

describe('a phone on the pelvis', () => {
  it.each(WATCHED_DRILLS.filter(isWatchable).map((drill) => [drill.id, drill] as const))(
    'has rules and words in both languages: %s',
    (_, drill) => {
      for (const words of [english, german]) {
        const { rules } = withPhone(drill, words);
        const own = rules.filter(({ byPhone }) => byPhone);
        expect(own.map(({ id }) => id)).toEqual(Object.keys(drill.phone ?? {}));
        expect(own.length).toBeGreaterThan(0);
        for (const { cue, explanation } of own) expect([cue, explanation]).not.toContain('');
        expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
      }
    },
  );

  it('tells a turn in the sleeper once: by the phone, not also as a knee that chases the floor', () => {
    const ids = withPhone(supineSleeper, english).rules.map(({ id }) => id);
    expect(ids).toContain('pelvis-twist');
    expect(ids).not.toContain('knee-chase');
  });

  it('turns blind spots into rules, and says so instead of what cannot be seen', () => {
    const drill = withPhone(supineSleeper, english);
    expect(supineSleeper.blindSpots.map(({ id }) => id)).toContain('back-arch');
    expect(drill.blindSpots?.map(({ id }) => id)).toEqual(['pelvis-list']);
    expect(drill.placement.blind).toBe(english.blind);
  });

  it('measures a rule that the camera has, in the words of the drill', () => {
    const [camera] = supineIrPulses.rules;
    const twist = withPhone(supineIrPulses, english).rules.filter(({ id }) => id === 'pelvis-twist');
    expect(twist).toHaveLength(1);
    expect(twist[0]).toMatchObject({ byPhone: true, cue: camera.cue });
    expect(twist[0]).not.toHaveProperty('sizeTold');
  });

  it('names a listing and a swinging pelvis on hands and knees by what the drill calls them', () => {
    const rules = withPhone(quadrupedBandIr, english).rules;
    expect(rules.find(({ id }) => id === 'pelvis-list')?.channel).toBe('pelvis-twist');
    expect(rules.find(({ id }) => id === 'pelvis-twist')?.channel).toBe('pelvis-obliquity');
  });

  it('watches the pelvis while the camera has lost the hips', () => {
    const drill = withPhone(supineSleeper, english);
    expect(seesPelvis(drill, (channel) => channel === 'pelvis-twist')).toBe(true);
    expect(seesPelvis(drill, () => false)).toBe(false);
    expect(seesPelvis(supineSleeper, (channel) => channel === 'pelvis-twist')).toBe(false);
  });

  it('changes nothing of a drill that it does not watch', () => {
    for (const drill of DRILLS.filter(({ phone }) => !phone)) expect(withPhone(drill, english)).toBe(drill);
  });
});
