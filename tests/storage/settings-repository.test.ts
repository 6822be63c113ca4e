import { takenPrescription } from '../training/prescription/make-prescription.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Preset } from '../../src/coach/drill-definition.ts';
import type { Programme } from '../../src/training/planning/programme.ts';
import { Connection } from '../../src/storage/connection.ts';
import { SETTINGS_KEY } from '../../src/storage/schema.ts';
import { SettingsRepository } from '../../src/storage/settings-repository.ts';
import type { Settings } from '../../src/storage/storage-contract.ts';
import { DEFAULT_SETTINGS, mergedSettings } from '../../src/storage/validate-settings.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';

beforeEach(freshProfile);

const PRESET: Preset = {
  passive: 45,
  pailsRamp: 10,
  pailsHold: 5,
  rails: 5,
  sink: 15,
  rest: 20,
  rounds: 2,
  reps: 0,
  effort: [0.2, 0.3],
};

const OWN: Programme = {
  id: 'own-1',
  title: 'Mine',
  summary: '',
  blocks: [
    {
      times: 2,
      items: [
        {
          drills: [{ drill: 'knee-to-knee', variant: 'wall' }],
          goal: null,
          side: 'each',
          rounds: 1,
          reps: null,
          rest: 30,
        },
      ],
    },
  ],
};

/** Every field different from its default. */
const OTHER: Settings = {
  subjectHeight: 1.84,
  countIn: 5,
  muted: true,
  voice: false,
  volume: 0.4,
  voiceRate: 1.2,
  singleKeys: false,
  language: 'de',
  theme: 'dark',
  voiceName: 'Anna',
  remoteVoices: true,
  units: 'in',
  strictness: 'strict',
  blindSpotsTold: ['supine-sleeper'],
  shown: 'body',
  errorFigures: true,
  goal: 'strength',
  side: 'each',
  cameraId: 'usb-camera',
  reportName: 'Kim Example',
  model: 'lite',
  presets: { 'supine-sleeper/prep': PRESET },
  symptomChecked: { 'supine-sleeper': '2026-11-20T18:30:00Z' },
  safety: {
    me: {
      askedAt: '2026-11-20T18:30:00Z',
      flags: ['loose-joints', 'fall'],
      seen: ['fall'],
      endFeel: { left: { feel: 'springy', at: '2026-11-20T18:30:00Z' } },
    },
  },
  programmes: [OWN],
  programmeChoices: { 'hip-ir-breakout/0.1': 'ninety-ninety-contract-relax' },
  programmeRuns: {
    'hip-ir-breakout': {
      programme: 'hip-ir-breakout',
      startedAt: '2026-11-20T18:30:00Z',
      sets: [{ at: 0, set: 'set-1', finished: true }],
      skipped: [1],
    },
  },
  week: [{ programme: 'movement-sequence', days: [0, 2], at: [450, 1140] }],
  hipPlan: { goal: 'control', pain: 1, minutes: 20, step: 'build', test: 'one', at: '2026-11-20T10:00:00.000Z' },
  prescription: takenPrescription,
  remindBefore: 30,
  notify: true,
  hipGoals: [
    { kind: 'range', id: 'a', side: 'left', drill: 'supine-sleeper', degrees: 45, since: 1_795_000_000_000 },
    {
      kind: 'squat',
      id: 'b',
      side: 'right',
      since: 1_795_000_000_000,
      answers: [{ at: 1_795_000_100_000, pinched: true }],
    },
  ],
};

const openSettings = async (connection = new Connection()): Promise<SettingsRepository> => {
  const settings = new SettingsRepository(connection);
  await settings.read();
  return settings;
};

const storeRaw = (value: unknown): Promise<unknown> =>
  new Connection().run(['settings'], 'readwrite', (transaction) =>
    transaction.objectStore('settings').put(value, SETTINGS_KEY),
  );

describe('settings', () => {
  test('have their defaults on the first visit', async () => {
    expect((await openSettings()).current).toEqual(DEFAULT_SETTINGS);
  });

  test('are kept for the next visit', async () => {
    await (await openSettings()).change(OTHER);
    expect((await openSettings()).current).toEqual(OTHER);
  });

  test('changed in two tabs keep both changes', async () => {
    const [first, second] = [await openSettings(), await openSettings()];
    await first.change({ goal: 'build' });
    await second.change({ subjectHeight: 1.62 });
    expect((await openSettings()).current).toMatchObject({ goal: 'build', subjectHeight: 1.62 });
  });

  test('in two tabs: a list keeps what either tab has added, changed and removed', async () => {
    const [a, b] = OTHER.hipGoals;
    if (a?.kind !== 'range' || !b) throw new Error('the goals are not those of this test');
    await (await openSettings()).change({ hipGoals: [a, b], programmes: [OWN], week: OTHER.week });
    const [first, second] = [await openSettings(), await openSettings()];
    const c = { ...a, id: 'c' };
    await first.change({ hipGoals: [{ ...a, degrees: 50 }, b, c], programmes: [{ ...OWN, title: 'New' }] });
    await second.change({ hipGoals: [a], programmes: [OWN, { ...OWN, id: 'own-2' }], week: [] });
    const { current } = await openSettings();
    expect(current.hipGoals).toEqual([{ ...a, degrees: 50 }, c]);
    expect(current.programmes.map(({ title, id }) => [id, title])).toEqual([
      ['own-1', 'New'],
      ['own-2', 'Mine'],
    ]);
    expect(current.week).toEqual([]);
    expect(second.current).toEqual(current);
  });

  test('in two tabs: a table keeps the entries of both', async () => {
    const [first, second] = [await openSettings(), await openSettings()];
    await first.change({ symptomChecked: { one: '2026-11-20T18:30:00Z' } });
    await second.change({ symptomChecked: { two: '2026-11-21T18:30:00Z' } });
    expect(Object.keys((await openSettings()).current.symptomChecked)).toEqual(['two', 'one']);
  });

  test('that are replaced or reset keep nothing of another tab', async () => {
    const [first, second] = [await openSettings(), await openSettings()];
    await first.change({ hipGoals: OTHER.hipGoals, programmes: [OWN] });
    await second.change({ hipGoals: [] }, true);
    expect((await openSettings()).current).toMatchObject({ hipGoals: [], programmes: [OWN] });
    await second.reset();
    expect((await openSettings()).current).toEqual(DEFAULT_SETTINGS);
  });

  test('of a list that could not be stored are stored with its next change', async () => {
    const [a, b] = OTHER.hipGoals;
    const settings = await openSettings();
    const change = () => settings.change({ hipGoals: OTHER.hipGoals.slice(0, 1) });
    await expect(withFullDisk(0, 'commit', change)).rejects.toMatchObject({ name: 'storage-full' });
    await settings.change({ hipGoals: OTHER.hipGoals });
    expect((await openSettings()).current.hipGoals).toEqual([a, b]);
  });

  test('removed and brought back in quick succession are there', async () => {
    const settings = await openSettings();
    await settings.change({ programmes: [OWN] });
    await Promise.all([settings.change({ programmes: [] }), settings.change({ programmes: [OWN] })]);
    expect((await openSettings()).current.programmes).toEqual([OWN]);
  });

  test('changed in quick succession keep all changes', async () => {
    const settings = await openSettings();
    await Promise.all([
      settings.change({ muted: true }),
      settings.change({ voice: false }),
      settings.change({ countIn: 3 }),
    ]);
    expect((await openSettings()).current).toMatchObject({ muted: true, voice: false, countIn: 3 });
  });

  test('are kept until the tab closes without a database', async () => {
    const settings = new SettingsRepository(null);
    await settings.read();
    await settings.change({ muted: true });
    expect(settings.current.muted).toBe(true);
  });

  test('that cannot be stored apply until the tab closes, and the error says why', async () => {
    const settings = await openSettings();
    const change = () => settings.change({ goal: 'build' });
    await expect(withFullDisk(0, 'commit', change)).rejects.toMatchObject({ name: 'storage-full' });
    expect(settings.current.goal).toBe('build');
  });
});

describe('stored settings are validated', () => {
  const bad: Readonly<Record<keyof Settings, unknown>> = {
    subjectHeight: 17,
    countIn: -1,
    muted: 'yes',
    voice: 1,
    volume: 1.01,
    voiceRate: 0.79,
    singleKeys: null,
    language: 'fr',
    theme: 'sepia',
    voiceName: '',
    remoteVoices: 'yes',
    units: 'feet',
    strictness: 'cruel',
    blindSpotsTold: 'none',
    shown: 'face',
    errorFigures: 'yes',
    goal: 'win',
    side: 'top',
    cameraId: 7,
    reportName: 7,
    model: 'huge',
    presets: 'none',
    symptomChecked: [],
    safety: [],
    programmes: {},
    programmeChoices: 3,
    programmeRuns: [],
    week: 'daily',
    hipPlan: { goal: 'control', pain: 1, minutes: 15, step: 'build', test: 'one', at: '2026-11-20T10:00:00.000Z' },
    prescription: { ...takenPrescription, items: [] },
    hipGoals: 'further',
    remindBefore: -1,
    notify: 1,
  };

  test.each(Object.keys(bad) as (keyof Settings)[])('a wrong %s gets its default, and only that', async (key) => {
    await storeRaw({ ...OTHER, [key]: bad[key] });
    expect((await openSettings()).current).toEqual({ ...OTHER, [key]: DEFAULT_SETTINGS[key] });
  });

  const preset = (change: object) => ({
    presets: { 'supine-sleeper/prep': PRESET, 'supine-sleeper/build': { ...PRESET, ...change } },
  });
  const goal = (change: object) => ({
    hipGoals: [
      ...OTHER.hipGoals,
      { kind: 'range', id: 'c', side: 'left', drill: 'x', degrees: 40, since: 1, ...change },
    ],
  });
  const programme = (change: object) => ({ programmes: [{ ...OWN, ...change }, OWN] });
  const [block] = OWN.blocks;
  const week = (change: object) => ({ week: [{ ...OTHER.week[0], ...change }, OTHER.week[0]] });
  const damaged = { ...OTHER.programmeRuns['hip-ir-breakout'], sets: [{ at: -1 }] };

  test.each<[string, object]>([
    ['a goal of a range that no hip has', goal({ degrees: 900 })],
    ['a goal for both hips at once', goal({ side: 'both' })],
    ['a goal with an answer without a day', goal({ kind: 'squat', answers: [{ at: null, pinched: true }] })],
    ['a goal of another kind', goal({ kind: 'marathon' })],
    ['a preset with a rest without end', preset({ rest: 1e9 })],
    ['a preset of no rounds', preset({ rounds: 0 })],
    ['a preset with a build-up that is too quick', preset({ pailsRamp: 2 })],
    ['a preset of half a repetition', preset({ reps: 0.5 })],
    ['a preset with more effort than is safe', preset({ effort: [0.5, 0.9] })],
    ['a preset with effort that goes down', preset({ effort: [0.5, 0.2] })],
    ['a preset with effort that is no pair', preset({ effort: [0.5] })],
    ['a preset without a phase', preset({ sink: undefined })],
    ['a programme with the id of one of the app’s', programme({ id: 'hip-ir-breakout' })],
    ['a programme with an id that cannot stand in an address', programme({ id: 'own-../1' })],
    ['a programme without a name', programme({ title: '  ' })],
    ['a programme with nothing in it', programme({ blocks: [] })],
    ['a programme with an empty block', programme({ blocks: [{ times: 1, items: [] }] })],
    ['a programme too many times round', programme({ blocks: [{ ...block, times: 99 }] })],
    ['an item without a drill', programme({ blocks: [{ times: 1, items: [{ ...block?.items[0], drills: [] }] }] })],
    ['an entry on a day that there is not', week({ days: [0, 7] })],
    ['an entry on a day twice', week({ days: [1, 1] })],
    ['an entry at no time', week({ at: [] })],
    ['an entry after midnight', week({ at: [1440] })],
    ['a damaged run', { programmeRuns: { ...OTHER.programmeRuns, other: damaged } }],
    ['an invalid date', { symptomChecked: { ...OTHER.symptomChecked, other: 'last week' } }],
    ['what an older version asked of the pelvis', { pelvisControl: false, keptControls: [{ side: 'left' }] }],
  ])('%s is dropped, and the others are kept', async (_, change) => {
    await storeRaw({ ...OTHER, ...change });
    expect((await openSettings()).current).toEqual(OTHER);
  });

  test('the day since which an entry is planned is kept; a wrong one is dropped, and the entry stays', async () => {
    const [entry] = OTHER.week;
    await storeRaw({
      ...OTHER,
      week: [
        { ...entry, since: 20_776 },
        { ...entry, since: 'Monday' },
      ],
    });
    expect((await openSettings()).current.week).toEqual([{ ...entry, since: 20_776 }, entry]);
  });

  test('missing settings of an older version get their defaults', async () => {
    await storeRaw({ goal: 'build' });
    expect((await openSettings()).current).toEqual({ ...DEFAULT_SETTINGS, goal: 'build' });
  });

  test('any stored value gives valid settings, without an error or a changed prototype', () => {
    const hostile = fc.oneof(
      fc.anything(),
      fc.json().map((text): unknown => JSON.parse(text)),
    );
    fc.assert(
      fc.property(
        fc.record({ presets: hostile, subjectHeight: hostile, cameraId: hostile }),
        hostile,
        (part, whole) => {
          expect(Object.keys(mergedSettings(DEFAULT_SETTINGS, part))).toEqual(Object.keys(DEFAULT_SETTINGS));
          expect(Object.keys(mergedSettings(DEFAULT_SETTINGS, whole))).toEqual(Object.keys(DEFAULT_SETTINGS));
        },
      ),
    );
    const poisoned = mergedSettings(
      DEFAULT_SETTINGS,
      JSON.parse('{"__proto__":{"muted":true},"presets":{"__proto__":{}}}'),
    );
    expect(poisoned).toEqual(DEFAULT_SETTINGS);
  });
});
