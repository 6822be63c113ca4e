import { describe, expect, it } from 'vitest';
import { WATCHED_DRILLS } from '../../src/drills/index.ts';
import { drillOutlines } from './drill-catalogue.ts';

describe('the catalogue that the tools read', () => {
  it('marks what the camera place never shows', () => {
    const rules = drillOutlines(WATCHED_DRILLS).find(({ id }) => id === 'supine-sleeper')?.rules ?? [];
    expect(rules.find(({ rule }) => rule === 'back-arch')).toEqual({ rule: 'back-arch', seen: false });
    expect(rules.find(({ rule }) => rule === 'pelvis-lift')).toEqual({
      rule: 'pelvis-lift',
      seen: true,
      sizeOf: 'pelvis-lift',
    });
  });

  it('marks drills whose repetitions are counted, but not those that follow a clock', () => {
    const counted = new Map(drillOutlines(WATCHED_DRILLS).map(({ id, counted: does }) => [id, does]));
    expect(counted.get('quadruped-band-ir')).toBe(true);
    expect(counted.get('supine-ir-pulses-feet-flat')).toBe(false);
    expect(counted.get('ninety-ninety-stretch')).toBe(false);
  });
});
