import { afterEach, describe, expect, it, test } from 'vitest';
import { dayInZone, isoDay } from '../../../src/training/planning/civil-day.ts';
import { EVERYTHING, findSets, type Sought, weeksOf } from '../../../src/ui/history/th-history.ts';
import { flagCount } from '../../../src/ui/summary/range-cells.ts';
import { makeOverview } from '../make-overview.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import type { SetOverview } from '../../../src/storage/storage-contract.ts';
import { settingsFrom } from '../../../src/storage/validate-settings.ts';
import { importedLocks } from '../../../src/ui/history/th-transfer.ts';
import { ownErrorsIn } from '../../../src/training/assessment/retest.ts';
import { rangeState } from '../../../src/training/planning/goals.ts';
import type { RecordSource } from '../../../src/coach/record/set-record.ts';
import { trendsOf } from '../../../src/training/review/trends.ts';
import { lastBest, sinceLast } from '../../../src/training/review/since-last.ts';
import { personalBests } from '../../../src/training/review/hip-story.ts';
import { headerOf, overviewOf } from '../../../src/storage/set-header.ts';
import { datedSets } from '../../../src/ui/history/days.ts';
import { doneSets, pastSets } from '../../../src/ui/programmes/week-input.ts';
import { makeRecord } from '../../storage/make-record.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import { csvFiles } from '../../../src/ui/history/csv-files.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

afterEach(() => speak(null));

const at = (hours: number) => new Date(Date.UTC(2026, 10, 20, hours)).toISOString();

describe('past sets are found', () => {
  const sets = [
    makeOverview({ id: 'pinched', startedAt: at(12), flags: 2 }),
    makeOverview({
      id: 'sore',
      startedAt: at(11),
      ended: 'finished',
      pain: 1,
      side: 'right',
      note: 'Éasy in the hüfte',
    }),
    makeOverview({ id: 'timed', startedAt: at(10), ended: 'finished', drill: 'soft-tissue-ball', source: 'none' }),
    makeOverview({ id: 'both', startedAt: at(9), ended: 'finished', side: 'both', pain: 0, watched: 1 }),
  ];
  const found = (part: Partial<Sought>) =>
    findSets(
      sets,
      { ...EVERYTHING, ...part },
      (drill) => (drill === 'supine-sleeper' ? 'Supine sleeper' : 'Ball'),
      dayInZone('UTC'),
    ).map(({ id }) => id);

  it('by every word of the search, in the drill or the note, without regard to capitals and accents', () => {
    expect(found({ text: ' SLEEPER  hufte ' })).toEqual(['sore']);
    expect(found({ text: 'sleeper ball' })).toEqual([]);
    expect(found({})).toHaveLength(4);
  });

  it('by drill and hip; a set of both hips is one of each', () => {
    expect(found({ drill: 'soft-tissue-ball' })).toEqual(['timed']);
    expect(found({ hip: 'right' })).toEqual(['sore', 'both']);
  });

  it('by flags, which a set in which hardly anything was watched neither has nor lacks', () => {
    expect(found({ flagged: true })).toEqual(['pinched']);
    expect(found({ flagged: false })).toEqual(['both']);
    expect(sets.map(flagCount)).toEqual([2, '–', '–', 0]);
  });

  it('by day, of which demos and clips are not a part', () => {
    const day = dayInZone('UTC')(Date.parse(at(12)));
    expect(found({ day })).toHaveLength(4);
    expect(found({ day: day - 1 })).toEqual([]);
  });

  it('by pain, told or as a symptom that ended the set', () => {
    expect(found({ hurt: true })).toEqual(['pinched', 'sore']);
  });
});

it('sets stand by week, from Monday on; sets without a date stand together', () => {
  const sets = [
    ...['2026-11-20', '2026-11-16', '2026-11-15', '2026-11-01'].map((day) =>
      makeOverview({ id: day, startedAt: `${day}T09:00:00.000Z` }),
    ),
    ...['x', 'y'].map((id) => makeOverview({ id, startedAt: null })),
  ];
  const weeks = [...weeksOf(sets, dayInZone('UTC'))].map(([id, { monday, sets: count }]) => [
    id,
    monday === null ? null : isoDay(monday),
    count,
  ]);
  expect(weeks).toEqual([
    ['2026-11-20', '2026-11-16', 2],
    ['2026-11-15', '2026-11-09', 1],
    ['2026-11-01', '2026-10-26', 1],
    ['x', null, 2],
  ]);
});

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

const RECORD = makeRecord();
const DRILL = RECORD.drill;

/** A stored set as the screens read it. */
const seen = (kind: RecordSource['kind'], id: string, startedAt: string) =>
  overviewOf(headerOf({ ...RECORD, id, startedAt, source: { ...RECORD.source, kind } }), 100, true);

const own = seen('camera', 'own', '2026-11-20T10:00:00.000Z');
const demo = seen('demo', 'demo', '2026-11-21T10:00:00.000Z');
const clip = seen('clip', 'clip', '2026-11-21T11:00:00.000Z');

describe('a demo and an analysed clip are no training', () => {
  const all = [clip, demo, own];

  test('in the calendar, and on the page of a day', () => {
    expect(datedSets(all).map(({ id }) => id)).toEqual(['own']);
  });

  test('in the plan of the week and in what says when to test again', () => {
    expect(pastSets(all)).toEqual(pastSets([own]));
    expect(doneSets(all)).toEqual(doneSets([own]));
  });

  test('in goals, bests, trends and what the next set is compared with', () => {
    expect(personalBests(datedSets(all), ownErrorsIn(all))).toEqual(
      personalBests(datedSets([own]), ownErrorsIn([own])),
    );
    expect(trendsOf(datedSets(all), DRILL)).toEqual(trendsOf(datedSets([own]), DRILL));
    expect(trendsOf(datedSets([own]), DRILL)).not.toEqual([]);
    const goal = { kind: 'range', id: 'g', drill: DRILL, side: 'left', degrees: 20, since: 0 } as const;
    expect(rangeState(goal, datedSets([demo, clip]))).toEqual(rangeState(goal, []));
    expect(lastBest([demo, clip], { drill: DRILL, side: 'left', source: 'camera' })).toBeNull();
    const next = seen('camera', 'next', '2026-11-22T10:00:00.000Z');
    expect(sinceLast('next', [next, ...all])).toEqual(sinceLast('next', [next, own]));
  });
});

const texts = (): readonly string[] =>
  csvFiles(sleeperRecord).map(({ content }) => (typeof content === 'string' ? content : ''));

const firstLines = (): readonly string[] => texts().map((text) => text.split('\r\n')[1]?.slice(0, 24) ?? '');

it.each([
  ['English', null, 'en-GB', ',', '.'],
  ['German', german, 'de-DE', ';', ','],
  ['German in Austria', german, 'de-AT', ';', ','],
  ['German in Switzerland', german, 'de-CH', ';', '.'],
  ['English in a browser of a language with decimal commas', null, 'fr-FR', ';', ','],
])('the CSV of a set is made for the spreadsheet of its language: %s', (_name, words, locale, separator, decimal) => {
  speak(words, locale);
  const [frames = '', parts = ''] = firstLines();
  expect(frames.startsWith(`0${decimal}`) || frames.startsWith(`0${separator}`)).toBe(true);
  expect(parts.split(separator)[0]).toBe('round');
  const numbers = texts().flatMap((text) => text.match(/(?<=[;,])-?\d+[.,]\d+(?=[;,\r])/g) ?? []);
  expect(numbers.length).toBeGreaterThan(50);
  if (decimal === ',') expect(numbers.every((number) => !number.includes('.'))).toBe(true);
});
