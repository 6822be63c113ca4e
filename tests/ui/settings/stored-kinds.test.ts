import { describe, expect, it } from 'vitest';
import { yourDataWords } from '../../../src/i18n/en/diagnostics.ts';
import { MemorySets } from '../../../src/storage/memory-sets.ts';
import { People } from '../../../src/storage/people/people.ts';
import { keptTexts } from '../../storage/people/kept-texts.ts';
import { MemorySelfChecks } from '../../../src/storage/self-check-repository.ts';
import { jsonBytes } from '../../../src/storage/set-header.ts';
import { SettingsRepository } from '../../../src/storage/settings-repository.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { allStored, EXPORTED, forget, KINDS, type OfflineFiles } from '../../../src/ui/settings/th-your-data.ts';
import { makeCheck } from '../../training/self-check/make-check.ts';
import { makeRecord } from '../../storage/make-record.ts';

const WEEK = [{ programme: 'movement-sequence', days: [0, 3], at: [450] }] as const;
const GOAL = {
  kind: 'range',
  id: 'a',
  side: 'left',
  drill: 'supine-sleeper',
  degrees: 40,
  since: Date.parse('2026-11-01T07:00:00.000Z'),
} as const;

/** Two sets, a check, a week, a goal, a picture and two files for offline use. */
async function full() {
  let pictures = 1;
  const services = {
    sets: new MemorySets(),
    people: new People(keptTexts(), null),
    selfChecks: new MemorySelfChecks(),
    settings: new SettingsRepository(null),
    oldPictures: async () => ({
      stored: async () => ({ count: pictures, bytes: 3 * pictures }),
      removeOfSet: async () => undefined,
      removeAll: async () => void (pictures = 0),
    }),
    storage: { bytesOf: jsonBytes },
  };
  await services.sets.finishSet(makeRecord({ id: 'a', startedAt: '2026-11-20T07:00:00.000Z' }));
  await services.sets.finishSet(makeRecord({ id: 'b', startedAt: '2026-03-02T07:00:00.000Z' }));
  await services.selfChecks.keep(makeCheck());
  await services.settings.change({ units: 'in', week: WEEK, programmeChoices: { x: 'y' }, hipGoals: [GOAL] });
  const kept = { bytes: 6_000_000, files: 2 };
  const files: OfflineFiles = {
    count: async () => kept.files,
    status: async () => ({ kept: kept.bytes, total: 60_000_000, wanted: false }),
    remove: async () => void Object.assign(kept, { bytes: 0, files: 0 }),
  };
  return { services, files };
}

describe('what is stored', () => {
  it('is counted by kind, with its size and the day of the oldest', async () => {
    const { services, files } = await full();
    const stored = await allStored(services, files);
    expect(Object.keys(stored)).toEqual(KINDS);
    expect(stored.sets).toMatchObject({ count: 2, since: '2026-03-02T07:00:00.000Z' });
    expect(stored.sets.bytes).toBe(
      JSON.stringify(await services.sets.load('a')).length + JSON.stringify(await services.sets.load('b')).length,
    );
    expect(stored.selfChecks).toMatchObject({ count: 1, since: '2026-11-20T18:30:00.000Z' });
    expect(stored.programmes.count).toBe(1);
    expect(stored.goals).toMatchObject({ count: 1, since: '2026-11-01T07:00:00.000Z' });
    expect(stored.pictures).toEqual({ count: 1, bytes: 3, since: null });
    expect(stored.settings.count).toBeNull();
    expect(stored.offline).toEqual({ count: 2, bytes: 6_000_000, since: null });
  });

  it('has no offline files where the browser stores none, or has no list of them', async () => {
    const { services } = await full();
    const nothing = { count: 0, bytes: 0, since: null };
    expect((await allStored(services, null)).offline).toEqual(nothing);
    const broken: OfflineFiles = {
      count: async () => 0,
      status: async () => Promise.reject(new Error('404')),
      remove: async () => undefined,
    };
    expect((await allStored(services, broken)).offline).toEqual(nothing);
  });
});

describe('deleting one kind leaves the others', () => {
  it.each(KINDS)('%s', async (kind) => {
    const { services, files } = await full();
    const before = await allStored(services, files);
    await forget(kind, services, files);
    const after = await allStored(services, files);
    // The pictures were taken in the sets.
    const gone = kind === 'sets' ? ['sets', 'pictures'] : [kind];
    const others = KINDS.filter((other) => !gone.includes(other));
    if (kind === 'sets') expect(after.pictures.count).toBe(0);
    expect(others.map((other) => after[other])).toEqual(others.map((other) => before[other]));
    if (kind === 'settings') expect(services.settings.current).toMatchObject({ units: 'cm', week: WEEK });
    else expect(after[kind]).toEqual({ count: 0, bytes: 0, since: null });
  });

  it('asks for an export first only where an export has the kind', () => {
    const { ask, kinds } = yourDataWords();
    const asks = KINDS.filter((kind) => /Export everything first/.test(ask.text(kinds[kind].what, EXPORTED.has(kind))));
    expect(asks).toEqual(['sets', 'selfChecks', 'programmes', 'goals']);
    expect(kinds.settings.what).toMatch(/The name on your report is in no export\.$/);
  });

  it('and deleting all leaves nothing but the settings of a first visit', async () => {
    const { services, files } = await full();
    for (const kind of KINDS) await forget(kind, services, files);
    expect(services.settings.current).toEqual(DEFAULT_SETTINGS);
    expect(await services.sets.list()).toEqual([]);
    expect(await services.selfChecks.list()).toEqual([]);
    expect((await allStored(services, files)).pictures.count).toBe(0);
  });
});
