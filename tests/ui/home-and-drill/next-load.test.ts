import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Goal } from '../../../src/coach/drill-definition.ts';
import { load as english } from '../../../src/i18n/en/hip/load.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { clampPreset, EFFORT_LIMIT, PRESET_LIMITS } from '../../../src/drills/presets.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import type { SetOverview, Settings } from '../../../src/storage/storage-contract.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { loadText, moreText, nextLoad, settingsWith } from '../../../src/ui/home-and-drill/next-load.ts';
import { chosenPreset } from '../../../src/ui/home-and-drill/plan-choice.ts';
import { dayAmong, doneSets } from '../../../src/ui/programmes/week-input.ts';
import type { Services } from '../../../src/ui/shell/services.ts';
import { makeItem, takenPrescription } from '../../training/prescription/make-prescription.ts';
import { makeOverview } from '../make-overview.ts';

const NOW = Date.parse('2026-11-30T20:00:00.000Z');
const DAY = 24 * 3600 * 1000;

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => {
  vi.useRealTimers();
  speak(null);
});

const services = (settings: Partial<Settings> = {}) => ({
  drills: DRILLS_AND_TESTS,
  presets: {
    limits: PRESET_LIMITS,
    effort: EFFORT_LIMIT,
    clamp: clampPreset,
    advice: {},
  } as unknown as Services['presets'],
  settings: { current: { ...DEFAULT_SETTINGS, ...settings } } as Services['settings'],
});

/** Sets of both hips so many days ago, as long as those of the drill. */
const setsAgo = (days: readonly number[], goal: Goal, changes: Partial<SetOverview> = {}): readonly SetOverview[] =>
  days.map((day) =>
    makeOverview({
      id: `${goal} ${day}`,
      startedAt: new Date(NOW - day * DAY).toISOString(),
      side: 'both',
      goal,
      ended: 'finished',
      pain: 0,
      load: supineSleeper.presets[goal],
      ...changes,
    }),
  );

const found = (all: readonly SetOverview[], settings: Partial<Settings>) => {
  const own = services(settings);
  return nextLoad(own, supineSleeper, own.settings.current, doneSets(all), dayAmong(all));
};

/** Strength is under way, and this is missing. */
const missing = (daysLeft: number, setsLeft: number) => ({ earned: false, begun: true, daysLeft, setsLeft });

describe('the next load of a drill', () => {
  it('is one thing more for who finds Strength easy: effort two of ten has a consequence', () => {
    const all = setsAgo([3, 0.01], 'strength', { effort: 2 });
    const [before, own] = all;
    if (!before || !own) throw new Error('no set');
    const text = 'Next time, hold 5 seconds longer: the last two felt easy.';
    expect(moreText(services(), supineSleeper, own, all)).toBe(text);
    // The list may still have the set without the answers that were given a moment ago.
    const { effort: _effort, ...unanswered } = own;
    expect(moreText(services(), supineSleeper, own, [before, unanswered])).toBe(text);
    expect(moreText(services(), supineSleeper, unanswered, [before, unanswered])).toBeNull();
    expect(moreText(services(), supineSleeper, { ...own, effort: 7 }, all)).toBeNull();
  });

  it('changes one number in the settings, and leaves those that the person has set', () => {
    const all = setsAgo([5, 3], 'build', { effort: 4 });
    const rest = { ...supineSleeper.presets.build, rest: 45 };
    const settings = { ...DEFAULT_SETTINGS, goal: 'build' as const, presets: { 'supine-sleeper/build': rest } };
    const { change } = found(all, settings);
    if (change === null) throw new Error('no change');
    const part = settingsWith({ drill: supineSleeper, current: settings }, change);
    expect(part).toEqual({
      goal: 'build',
      presets: { 'supine-sleeper/build': { ...rest, pailsHold: 15, rails: 20 } },
    });
    // Once taken it is not offered again before it was tried.
    expect(found(all, { ...settings, ...part }).change).toBeNull();
  });

  it('names Strength and what is missing, and opens it once it is earned or prescribed', () => {
    const load = { ...supineSleeper.presets.build, pailsHold: 30, rails: 30, rounds: 3 };
    const settings = { goal: 'build', presets: { 'supine-sleeper/build': load } } as const;
    const early = setsAgo([11, 9, 5, 3], 'build', { effort: 3, load });
    expect(english.strength(missing(3, 0))).toBe('Strength opens in 3 days.');
    expect(found(early, settings)).toEqual({
      change: null,
      strength: english.strength(missing(3, 2)),
    });
    const prescription = {
      ...takenPrescription,
      takenAt: new Date(NOW - DAY).toISOString(),
      items: [makeItem({ strength: true })],
    };
    expect(found(early, { ...settings, prescription }).change).toMatchObject({ what: 'goal', to: 'strength' });
    const { change } = found([...setsAgo([16, 14], 'build'), ...early], settings);
    if (change === null) throw new Error('no change');
    expect(loadText(change)).toBe('take Strength');
    const current = { ...DEFAULT_SETTINGS, ...settings };
    const after = { ...current, ...settingsWith({ drill: supineSleeper, current }, change) };
    expect(after.goal).toBe('strength');
    expect(chosenPreset(supineSleeper, 'strength', after)).toEqual({ ...supineSleeper.presets.strength, sink: 20 });
  });
});
