import { describe, expect, it } from 'vitest';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { drillCatalogue, inBrief } from '../../tools/accuracy/drill-catalogue.mjs';

describe('the catalogue that the tools read', () => {
  it('is the one of the app: each drill with the rules that it arms, and the words of the screens', async () => {
    const { drills, words } = await drillCatalogue();
    expect(drills.WATCHED_DRILLS).toEqual(WATCHED_DRILLS);
    expect(words.ruleName('pelvis-twist')).toBe('Pelvis twist');
  }, 60_000);

  it('tells a rule whose channel the place never shows from one that it watches', () => {
    const rules = inBrief(WATCHED_DRILLS).find(({ id }) => id === 'supine-sleeper')?.rules ?? [];
    expect(rules.find(({ rule }) => rule === 'back-arch')).toMatchObject({ seen: false });
    expect(rules.find(({ rule }) => rule === 'pelvis-twist')).toEqual({
      rule: 'pelvis-twist',
      seen: true,
      sizeOf: 'pelvis-twist',
      armed: ['passive', 'pails', 'rails', 'sink'],
    });
  });

  it('knows which drills count: not the presses that go by the clock', () => {
    const counted = new Map(inBrief(WATCHED_DRILLS).map(({ id, counted: does }) => [id, does]));
    expect(counted.get('quadruped-band-ir')).toBe(true);
    expect(counted.get('supine-ir-pulses-feet-flat')).toBe(false);
    expect(counted.get('ninety-ninety-stretch')).toBe(false);
  });
});
