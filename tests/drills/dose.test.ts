import { describe, expect, it } from 'vitest';
import { DRILLS } from '../../src/drills/index.ts';
import { drill as germanWords } from '../../src/i18n/de/drill.ts';
import { drill as englishWords } from '../../src/i18n/en/drill.ts';

const doses = (id: string) => Object.values(DRILLS.find((drill) => drill.id === id)?.dose ?? {});

describe('the dose of a drill', () => {
  it('is marked in every drill and for every goal as the method’s or ours', () => {
    for (const { dose, id } of DRILLS) expect(Object.keys(dose ?? {}), id).toEqual(['prep', 'build', 'strength']);
  });

  it('is the method’s own only where the method names times and numbers', () => {
    // S2: band 10 times; stretch 30 s three times; contract and relax 10 to 30 s, 10 s, 10 s, three or four times.
    expect(doses('quadruped-band-ir')).toEqual(['method', 'method', 'method']);
    expect(doses('ninety-ninety-contract-relax')).toEqual(['method', 'method', 'method']);
    expect(doses('ninety-ninety-stretch')).toEqual(['method', 'method', 'ours']);
    // S0: about two minutes of stretch, and the rest by the goal of the day.
    expect(doses('supine-sleeper')).toEqual(['stretch', 'stretch', 'stretch']);
    for (const { dose, id } of DRILLS.filter(({ id: one }) =>
      /soft-tissue|knee-to-knee|lift-off|sequence|pulses|side/.test(one),
    ))
      expect(Object.values(dose ?? {}), id).toEqual(['ours', 'ours', 'ours']);
  });

  it('is two minutes of stretch in the sleeper whatever the goal, also the one that is set at first', () => {
    const sleeper = DRILLS.find(({ id }) => id === 'supine-sleeper');
    for (const { passive } of Object.values(sleeper?.presets ?? {})) expect(passive).toBe(120);
  });

  it('is named on the page in each language', () => {
    for (const words of [englishWords.dose, germanWords.dose]) {
      expect(words.ours).toMatch(/our suggestion|unser Vorschlag/);
      expect(words.method).toMatch(/as the drill is taught|die Übung gelehrt wird/);
    }
  });
});

describe('knee to knee', () => {
  it('tells on its page to use a ball first, outside the primer too', () => {
    for (const { id, steps } of DRILLS)
      if (id.startsWith('knee-to-knee')) expect(steps.join(' '), id).toMatch(/after a ball under the buttocks/);
  });
});
