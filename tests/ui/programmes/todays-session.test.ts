import { describe, expect, it } from 'vitest';
import type { SetOverview, Settings } from '../../../src/storage/storage-contract.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { startRun, withSet } from '../../../src/training/planning/programme-run.ts';
import { todaysPlan } from '../../../src/training/planning/week.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { spokenProgrammes } from '../../../src/ui/programmes/programme-plan.ts';
import { plannedSession, runningSession, usualSession } from '../../../src/ui/programmes/th-today.ts';
import { recentInput } from '../../../src/ui/programmes/week-input.ts';
import type { Services } from '../../../src/ui/shell/services.ts';
import { takenPrescription } from '../../training/prescription/make-prescription.ts';
import { makeOverview } from '../make-overview.ts';

/** A Friday. */
const NOW = Date.parse('2026-11-20T11:00:00Z');
const TAKEN = Date.parse(takenPrescription.takenAt);
const MIDNIGHT = Date.parse('2026-11-20T00:00:00Z');
const STRENGTH = 'hip-ir-strength';

const services = (settings: Partial<Settings> = {}): Services =>
  ({
    drills: DRILLS,
    demoPlan: () => ({ drill: { id: 'supine-sleeper' } }),
    settings: { current: { ...DEFAULT_SETTINGS, ...settings } },
  }) as unknown as Services;

const begun = (startedAt: string) => ({
  [STRENGTH]: withSet(startRun(STRENGTH, startedAt), { at: 0, set: 's', finished: true }),
});

const planned = (settings: Partial<Settings>, sets: readonly SetOverview[] = []) => {
  const given = services({ week: [{ programme: STRENGTH, days: [4], at: [1080] }], ...settings });
  return plannedSession(given, todaysPlan(recentInput(given, sets, NOW)), NOW, MIDNIGHT);
};

describe('today’s session', () => {
  it('is what the plan asks for, from its first set, with the time that it takes', () => {
    const session = planned({});
    expect(session).toMatchObject({ isBegun: false, sets: 4, start: { screen: 'part', id: STRENGTH, at: 0 } });
    expect(session?.run).toMatchObject({ programme: STRENGTH, sets: [] });
    expect((session?.length ?? 0) % 60).toBe(0);
  });

  it('goes on where it was left today, with the time that is left; yesterday’s is not made up for', () => {
    const goesOn = planned({ programmeRuns: begun('2026-11-20T08:00:00.000Z') });
    expect(goesOn).toMatchObject({ isBegun: true, sets: 3, run: null, start: { at: 1 } });
    expect(goesOn?.length).toBeLessThan(planned({})?.length ?? 0);
    expect(planned({ programmeRuns: begun('2026-11-19T08:00:00.000Z') })).toMatchObject({ isBegun: false, sets: 4 });
  });

  it('counts only the sets that are open, not those that were done or skipped out of order', () => {
    const run = {
      ...withSet(startRun(STRENGTH, '2026-11-20T08:00:00.000Z'), { at: 1, set: 's', finished: true }),
      skipped: [2],
    };
    expect(planned({ programmeRuns: { [STRENGTH]: run } })).toMatchObject({
      sets: 2,
      start: { at: 0 },
      programme: STRENGTH,
    });
  });

  it('is the programme that was begun last, where nothing is planned, unless it was left long ago', () => {
    const running = (startedAt: string) =>
      runningSession(services({ programmeRuns: begun(startedAt) }), spokenProgrammes(), NOW);
    expect(running('2026-11-15T08:00:00.000Z')).toMatchObject({ isBegun: true, start: { id: STRENGTH, at: 1 } });
    expect(running('2026-11-01T08:00:00.000Z')).toBeNull();
  });

  it('else is the drill that was done last, but none that is on hold', () => {
    const sets = [
      makeOverview({ id: 'a', startedAt: '2026-11-19T08:00:00.000Z', drill: 'quadruped-band-ir' }),
      makeOverview({ id: 'b', startedAt: '2026-11-18T08:00:00.000Z', drill: 'knee-to-knee-wall' }),
    ];
    expect(usualSession(services(), sets, new Set(), NOW)?.start).toEqual({ screen: 'drill', id: 'quadruped-band-ir' });
    expect(usualSession(services(), sets, new Set(['quadruped-band-ir']), NOW)?.start).toMatchObject({
      id: 'knee-to-knee-wall',
    });
    expect(usualSession(services(), sets, new Set(), NOW)?.isRepeat).toBe(true);
    expect(usualSession(services(), [], new Set(), NOW)?.isRepeat).toBe(false);
  });

  it('is another drill where the usual one is on hold, and none where all are', () => {
    const other = usualSession(services(), [], new Set(['supine-sleeper']), NOW);
    expect(other?.start).toEqual({ screen: 'drill', id: other?.drill?.id });
    expect(other?.drill?.id).not.toBe('supine-sleeper');
    expect(usualSession(services(), [], new Set(DRILLS.map(({ id }) => id)), NOW)).toBeNull();
  });

  it('of a prescribed drill is as long as its page says: with the prescribed side, within the limits', () => {
    const item = { drill: 'supine-sleeper', sets: 1, days: 3, limit: 25, endRange: true, words: '' };
    const length = (side: 'left' | 'both' | null) => {
      const items = side === null ? [] : [{ ...item, side }];
      const prescription = { ...takenPrescription, items };
      return usualSession(services({ prescription, side: 'left' }), [], new Set(), TAKEN)?.length ?? 0;
    };
    expect(length('left')).toBeLessThan(length(null));
    expect(length('both')).toBe(2 * length('left'));
  });
});
