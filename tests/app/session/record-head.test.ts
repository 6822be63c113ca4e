import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoAtPlace } from '../../../src/app/session/set-plans.ts';
import { isoMoment } from '../../../src/training/planning/civil-day.ts';

const TOKYO = 9 * 60;
const MORNING = Date.parse('2026-11-20T08:00:00+09:00');

describe('the start of a set', () => {
  it('is kept with the offset of its place', () => {
    expect(isoAtPlace(new Date(MORNING), TOKYO)).toBe('2026-11-20T08:00:00.000+09:00');
    expect(isoAtPlace(new Date(MORNING), -8 * 60)).toBe('2026-11-19T15:00:00.000-08:00');
    expect(isoAtPlace(new Date(MORNING), 5 * 60 + 45)).toBe('2026-11-20T04:45:00.000+05:45');
    expect(isoAtPlace(new Date(MORNING), -3.5 * 60)).toBe('2026-11-19T19:30:00.000-03:30');
    expect(isoAtPlace(new Date(MORNING), 0)).toBe('2026-11-19T23:00:00.000+00:00');
  });

  it('is the same moment again, whatever the offset', () => {
    const moments = fc.integer({ min: 0, max: Date.parse('2099-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moments, fc.integer({ min: -12 * 60, max: 14 * 60 }), (moment, offset) => {
        const iso = isoAtPlace(new Date(moment), offset);
        expect([Date.parse(iso), isoMoment(iso)]).toEqual([moment, moment]);
      }),
    );
  });
});
