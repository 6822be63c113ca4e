import { expect, test } from 'vitest';
import { DRILLS } from '../../../src/drills/index.ts';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import { settingsFrom } from '../../../src/storage/validate-settings.ts';
import { importedLocks } from '../../../src/ui/history/th-transfer.ts';
import { makeOverview } from '../make-overview.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

const stopped = (startedAt: string, drill = 'supine-sleeper'): SetOverview =>
  makeOverview({ id: startedAt, startedAt, drill });

const TWICE = [stopped('2026-11-12T18:00:00Z'), stopped('2026-11-15T18:00:00Z')];

/** Families whose hold the file would lift. */
const lifted = (symptomChecked: Record<string, string>, sets = TWICE, mine = {}): readonly string[] =>
  importedLocks(DRILLS, sets, mine, { symptomChecked }, NOW).map(({ family }) => family);

test('names a hold that the file says was checked', () => {
  const [hold] = importedLocks(
    DRILLS,
    TWICE,
    {},
    { symptomChecked: { 'supine-sleeper': '2026-11-16T08:00:00Z' } },
    NOW,
  );
  expect(hold).toMatchObject({
    family: 'supine-sleeper',
    title: DRILLS.find(({ id }) => id === 'supine-sleeper')?.title,
    checked: '2026-11-16T08:00:00Z',
    lock: { symptom: 'pinch' },
  });
});

test('names a hold that the file lifts by a variant of the drill', () => {
  const sets = TWICE.map((set) => ({ ...set, drill: 'knee-to-knee-wall' }));
  expect(lifted({ 'knee-to-knee-floor': '2026-11-16T08:00:00Z' }, sets)).toEqual(['knee-to-knee']);
});

test.each([
  ['a check before the symptoms', { 'supine-sleeper': '2026-11-11T08:00:00Z' }],
  ['a check in the future', { 'supine-sleeper': '2026-11-20T12:00:01Z' }],
  ['a check of another drill', { 'quadruped-band-ir': '2026-11-16T08:00:00Z' }],
  ['no check', {}],
])('%s lifts nothing', (_, symptomChecked) => {
  expect(lifted(symptomChecked)).toEqual([]);
});

test('asks about nothing where no drill is on hold, or the person has confirmed it already', () => {
  const file = { 'supine-sleeper': '2026-11-16T08:00:00Z' };
  expect(lifted(file, TWICE.slice(1))).toEqual([]);
  expect(lifted(file, TWICE, { 'supine-sleeper': '2026-11-17T08:00:00Z' })).toEqual([]);
});

test('a check in the year 9999 is not even read', () => {
  expect(settingsFrom({ symptomChecked: { 'supine-sleeper': '9999-01-01T00:00:00Z' } }).symptomChecked).toEqual({});
});
