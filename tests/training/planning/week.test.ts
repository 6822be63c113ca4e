import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDay, dayAtPlace, dayInZone } from '../../../src/training/planning/civil-day.ts';
import type { PastSet } from '../../../src/training/planning/parts-done.ts';
import {
  nextPlannedDay,
  plannedFrom,
  todaysPlan,
  usualWeek,
  type WeekEntry,
  type WeekInput,
  weekOf,
} from '../../../src/training/planning/week.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { EARLY_DRILLS, PROGRAMMES } from './english-programmes.ts';
import { daysSince, planAdvice, restUntil } from '../../../src/training/planning/rest-advice.ts';

const made = (drill: string, startedAt: string, change: Partial<PastSet> = {}): PastSet => ({
  startedAt: Date.parse(startedAt),
  drill,
  side: 'both',
  goal: 'prep',
  ended: 'finished',
  ...change,
});

const input = (change: Partial<WeekInput>): WeekInput => ({
  plan: usualWeek('every-day'),
  programmes: PROGRAMMES,
  drills: DRILLS,
  choices: {},
  sets: [],
  goal: 'prep',
  now: Date.parse('2026-11-20T12:00:00Z'),
  zone: 'Europe/Berlin',
  ...change,
});

const HOUR = 3600 * 1000;

/** Such as "movement-sequence 1/2 begun" for each entry of today. */
const told = (change: Partial<WeekInput>) =>
  todaysPlan(input(change)).entries.map(
    ({ programme, done, planned, state }) => `${programme.id} ${done}/${planned} ${state}`,
  );

const breakout = (at: string): PastSet[] => {
  const minutes = (value: number) => new Date(Date.parse(at) + value * 60_000).toISOString();
  return [0, 1, 2]
    .flatMap((lap) => [
      made('quadruped-band-ir', minutes(8 * lap)),
      made('ninety-ninety-stretch', minutes(8 * lap + 4)),
    ])
    .concat(made('hip-movement-sequence', minutes(30)));
};

test('a day begins with every entry due, in order of time', () => {
  expect(told({})).toEqual(['movement-sequence 0/2 due', 'hip-ir-breakout 0/1 due']);
});

test('the sequence at the end of a breakout counts as one of the two sequences of the day', () => {
  const sets = breakout('2026-11-20T06:00:00Z');
  expect(told({ sets })).toEqual(['movement-sequence 1/2 begun', 'hip-ir-breakout 1/1 done']);
  const evening = made('hip-movement-sequence', '2026-11-20T19:00:00Z');
  expect(told({ sets: [...sets, evening] })).toEqual(['movement-sequence 2/2 done', 'hip-ir-breakout 1/1 done']);
});

test('half a breakout is shown as begun, with the number of its sets that are done', () => {
  const [, entry] = todaysPlan(input({ sets: breakout('2026-11-20T06:00:00Z').slice(0, 3) })).entries;
  expect(entry).toMatchObject({ state: 'begun', done: 0, partsDone: 3, parts: 7 });
});

test('either of two offered drills completes a part, whichever is chosen', () => {
  const sets = breakout('2026-11-20T06:00:00Z').map((set, index) =>
    set.drill === 'ninety-ninety-stretch' && index > 2 ? { ...set, drill: 'ninety-ninety-contract-relax' } : set,
  );
  expect(told({ sets })[1]).toBe('hip-ir-breakout 1/1 done');
});

test('separate sets of left and right complete a part; one leg alone does not', () => {
  const left = made('hip-movement-sequence', '2026-11-20T06:00:00Z', { side: 'left' });
  const right = { ...left, side: 'right' } as const;
  expect(told({ sets: [left] })[0]).toBe('movement-sequence 0/2 due');
  expect(told({ sets: [left, right] })[0]).toBe('movement-sequence 1/2 begun');
});

test('a set done in another time zone stays on its day there: what was done in the morning is done after the journey', () => {
  // On 20 November in Tokyo. In Los Angeles that is the 19th, where the person arrives on the 20th.
  const started = ['2026-11-20T07:00:00.000+09:00', '2026-11-20T08:00:00.000+09:00'];
  const now = Date.parse('2026-11-20T10:00:00-08:00');
  const zone = 'America/Los_Angeles';
  const sets = started.map((at) => ({ ...made('hip-movement-sequence', at), day: dayAtPlace(at) }));
  expect(told({ sets, now, zone })[0]).toBe('movement-sequence 2/2 done');
  const yesterday = weekOf(input({ sets, now, zone })).find(
    ({ day }) => day === civilDay({ year: 2026, month: 11, day: 19 }),
  );
  expect(yesterday?.entries.map(({ done }) => done)).toEqual([0, 0]);
  // Sets without a place belong to the day of the reader's zone, as before.
  const old = started.map((at) => made('hip-movement-sequence', at));
  expect(told({ sets: old, now, zone })[0]).toBe('movement-sequence 0/2 due');
});

test('a set that was stopped or interrupted does not count as done', () => {
  const sets = [
    made('hip-movement-sequence', '2026-11-20T06:00:00Z', { ended: 'stopped' }),
    made('hip-movement-sequence', '2026-11-20T07:00:00Z', { ended: 'interrupted' }),
  ];
  expect(told({ sets })[0]).toBe('movement-sequence 0/2 due');
});

test('after a symptom the rest of that programme is not asked for until the next day', () => {
  const sets = [made('quadruped-band-ir', '2026-11-20T06:00:00Z', { ended: 'pinch' })];
  expect(told({ sets })).toEqual(['movement-sequence 0/2 due', 'hip-ir-breakout 0/1 stopped']);
  expect(told({ sets, now: Date.parse('2026-11-21T12:00:00Z') })[1]).toBe('hip-ir-breakout 0/1 due');
});

test('a drill that this version does not have is left out of the count', () => {
  const sets = breakout('2026-11-20T06:00:00Z').slice(0, 6);
  expect(told({ drills: EARLY_DRILLS, sets })).toEqual(['movement-sequence 0/2 absent', 'hip-ir-breakout 1/1 done']);
});

test('a set belongs to the local day on which it began', () => {
  // 23:58 in Berlin, finished after midnight.
  const late = made('hip-movement-sequence', '2026-11-20T22:58:00Z');
  expect(told({ sets: [late], now: Date.parse('2026-11-20T22:59:00Z') })[0]).toBe('movement-sequence 1/2 begun');
  expect(told({ sets: [late], now: Date.parse('2026-11-20T23:05:00Z') })[0]).toBe('movement-sequence 0/2 due');
  // In New York it is still the afternoon of the same day.
  const newYork = { sets: [late], now: Date.parse('2026-11-21T04:00:00Z'), zone: 'America/New_York' };
  expect(told(newYork)[0]).toBe('movement-sequence 1/2 begun');
});

/** Every hour between two moments. */
const hours = (from: string, to: string): number[] => {
  const moments: number[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += HOUR) moments.push(at);
  return moments;
};

/** The two weeks in which the clocks change in Berlin, and one in which they do not: its midnights in UTC, its hours, its Sunday. */
const WEEKS = [
  ['in spring, with a Sunday of 23 hours', '2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z', 7 * 24 - 1, '2026-03-29'],
  ['in autumn, with a Sunday of 25 hours', '2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z', 7 * 24 + 1, '2026-10-25'],
  ['in November', '2026-11-15T23:00:00Z', '2026-11-22T23:00:00Z', 7 * 24, '2026-11-22'],
] as const;

const clockIn = (moment: number): { readonly date: string; readonly hour: number } => {
  const text = new Date(moment).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
  return { date: text.slice(0, 10), hour: Number(text.slice(11, 13)) };
};

test.each(WEEKS)('every hour of a whole week shows the right plan: %s', (_, monday, end, length, lastDay) => {
  const plan = usualWeek('three-days');
  const moments = hours(monday, end).slice(0, -1);
  expect(moments).toHaveLength(length);
  const sets: PastSet[] = [];
  const seen = new Map<string, Set<string>>();
  for (const now of moments) {
    const { date, hour } = clockIn(now);
    const today = todaysPlan(input({ plan, sets, now }));
    // The day shown is the local day in every hour.
    expect(today.day).toBe(
      civilDay({
        year: Number(date.slice(0, 4)),
        month: Number(date.slice(5, 7)),
        day: Number(date.slice(8)),
      }),
    );
    const trains = ![1, 3].includes(today.weekday);
    if (trains && hour === 7) sets.push(made('hip-movement-sequence', new Date(now).toISOString()));
    const hasBreakout = today.entries.some(({ programme }) => programme.id === 'hip-ir-breakout');
    expect(hasBreakout).toBe([0, 2, 4].includes(today.weekday));
    if (trains && hour === 19 && hasBreakout) sets.push(...breakout(new Date(now).toISOString()));
    else if (trains && hour === 19) sets.push(made('hip-movement-sequence', new Date(now).toISOString()));
    const states = seen.get(date) ?? new Set<string>();
    seen.set(date, states);
    for (const { programme, state } of today.entries) states.add(`${programme.id} ${state}`);
  }
  expect(seen.size).toBe(7);
  // On Sunday the sequence was done in the morning and in the evening, whatever the length of the day.
  expect([...(seen.get(lastDay) ?? [])]).toEqual([
    'movement-sequence due',
    'movement-sequence begun',
    'movement-sequence done',
  ]);
  const sunday = weekOf(input({ plan, sets, now: Date.parse(end) - 1 }));
  expect(sunday.map(({ when }) => when)).toEqual('past past past past past past today'.split(' '));
  expect(sunday.map(({ entries }) => entries.every(({ state }) => state === 'done'))).toEqual(
    'true false true false true true true'.split(' ').map((text) => text === 'true'),
  );
  // What was missed on Tuesday and Thursday is not asked for later.
  for (const { entries } of sunday)
    for (const { programme, planned } of entries) expect(planned).toBe(programme.id === 'movement-sequence' ? 2 : 1);
  // One hour later a new week begins, in which nothing is done.
  const next = weekOf(input({ plan, sets, now: Date.parse(end) }));
  expect(next[0]?.when).toBe('today');
  expect(next.flatMap(({ entries }) => entries).every(({ done }) => done === 0)).toBe(true);
});

test('the order of the sets does not matter, and a further set never reduces what is done', () => {
  const pool = breakout('2026-11-20T06:00:00Z');
  fc.assert(
    fc.property(fc.shuffledSubarray(pool), fc.constantFrom(...pool), (sets, more) => {
      const [sequence, circuit] = todaysPlan(input({ sets })).entries;
      const [sequence2, circuit2] = todaysPlan(input({ sets: [more, ...sets] })).entries;
      expect(todaysPlan(input({ sets: sets.toReversed() })).entries).toEqual([sequence, circuit]);
      expect(circuit?.done).toBe(sets.length === pool.length ? 1 : 0);
      expect(sequence2?.done ?? 0).toBeGreaterThanOrEqual(sequence?.done ?? 0);
      expect(circuit2?.partsDone ?? 0).toBeGreaterThanOrEqual(circuit?.partsDone ?? 0);
    }),
  );
});

/** Of the week from Monday 16 November 2026: "before" or the states of the entries. */
const shownWeek = (change: Parameters<typeof input>[0]): string[] =>
  weekOf(input(change)).map(({ entries, isBeforePlan, when }) =>
    isBeforePlan ? 'before' : `${when} ${entries.map(({ state }) => state).join('+')}`.trim(),
  );

const WEDNESDAY = Date.parse('2026-11-18T12:00:00Z');

test('days before the plan was made are neutral, and not missed', () => {
  const since = civilDay({ year: 2026, month: 11, day: 18 });
  const plan = plannedFrom([{ programme: 'movement-sequence', days: [0, 1, 2, 3, 4], at: [450] }], since);
  expect(shownWeek({ plan, now: WEDNESDAY })).toEqual([
    'before',
    'before',
    'today due',
    'ahead due',
    'ahead due',
    'ahead',
    'ahead',
  ]);
  // A week later the same Monday and Tuesday were planned.
  const next = weekOf(input({ plan, now: WEDNESDAY + 7 * 24 * HOUR }));
  expect(next.map(({ isBeforePlan }) => isBeforePlan)).not.toContain(true);
  expect(next[0]?.entries).toHaveLength(1);
});

test('what was done before the plan was made is shown all the same', () => {
  const since = civilDay({ year: 2026, month: 11, day: 18 });
  const plan = plannedFrom([{ programme: 'movement-sequence', days: [0, 1, 2], at: [450] }], since);
  const sets = [made('hip-movement-sequence', '2026-11-16T07:00:00Z')];
  expect(shownWeek({ plan, sets, now: WEDNESDAY }).slice(0, 3)).toEqual(['past done', 'before', 'today due']);
});

test('a plan of an old version, which does not say since when it holds, holds for all days', () => {
  const plan: WeekEntry[] = [{ programme: 'movement-sequence', days: [0, 1, 2], at: [450] }];
  expect(shownWeek({ plan, now: WEDNESDAY }).slice(0, 3)).toEqual(['past due', 'past due', 'today due']);
});

test('on a day off the next planned day is told, up to the same day of the next week', () => {
  // A Saturday.
  const now = Date.parse('2026-11-21T12:00:00Z');
  const next = (days: WeekEntry['days']) =>
    nextPlannedDay(input({ now, plan: days.length === 0 ? [] : [{ programme: 'hip-ir-breakout', days, at: [1140] }] }));
  expect(next([0, 2, 4])).toMatchObject({ weekday: 0, entries: [{ programme: { id: 'hip-ir-breakout' } }] });
  expect(next([5])?.weekday).toBe(5);
  expect(next([])).toBeNull();
});

const strengthPlan = (days: WeekEntry['days']): WeekEntry[] => [{ programme: 'hip-ir-strength', days, at: [1080] }];
const adviceOn = (plan: readonly WeekEntry[], goal: WeekInput['goal'] = 'prep') =>
  planAdvice({ plan, programmes: PROGRAMMES, goal });

test('two consecutive strength days are advised against, also from Sunday to Monday', () => {
  expect(adviceOn(strengthPlan([0, 2, 4])).pairs).toEqual([]);
  expect(adviceOn(strengthPlan([0, 1, 4])).pairs).toEqual([{ first: 0, second: 1 }]);
  expect(adviceOn(strengthPlan([0, 3, 6])).pairs).toEqual([{ first: 6, second: 0 }]);
});

test('a plan with too many strength or build days is advised against; prep work may come every day', () => {
  expect(adviceOn(strengthPlan([0, 2, 4, 6])).tooOften).toMatchObject([{ days: 4, most: 3 }]);
  const care = [{ programme: 'hamstring-care', days: [0, 1, 2, 3] as const, at: [600] }];
  expect(adviceOn(care).tooOften).toMatchObject([{ programme: { id: 'hamstring-care' }, days: 4, most: 3 }]);
  expect(adviceOn(usualWeek('every-day'), 'strength')).toEqual({ pairs: [], tooOften: [] });
});

test('after strength work the next one waits for 48 elapsed hours, also when the clocks change', () => {
  const berlin = dayInZone('Europe/Berlin');
  const saturday = made('supine-sleeper', '2026-03-28T17:00:00Z', { goal: 'strength' });
  const rest = (now: string) => restUntil([saturday], Date.parse(now), berlin);
  // The first set of a session does not block the session.
  expect(rest('2026-03-28T18:00:00Z')).toBeNull();
  expect(rest('2026-03-29T08:00:00Z')).toBe(Date.parse('2026-03-30T17:00:00Z'));
  // Monday at 06:00 is one hour short of 48, because that weekend lost an hour.
  expect(rest('2026-03-30T16:00:00Z')).not.toBeNull();
  expect(rest('2026-03-30T17:00:00Z')).toBeNull();
});

test('prep sets require no rest', () => {
  const light = [made('supine-sleeper', '2026-11-19T17:00:00Z')];
  expect(restUntil(light, Date.parse('2026-11-20T08:00:00Z'), dayInZone('Europe/Berlin'))).toBeNull();
});

test('days since the last set are counted by the calendar, not by hours', () => {
  const berlin = dayInZone('Europe/Berlin');
  const sets = [made('supine-sleeper', '2026-11-17T22:30:00Z')];
  expect(daysSince(sets, Date.parse('2026-11-17T22:50:00Z'), berlin)).toBe(0);
  expect(daysSince(sets, Date.parse('2026-11-17T23:10:00Z'), berlin)).toBe(1);
  expect(daysSince([], 0, berlin)).toBeNull();
});

test('a hip test is no training to come back to', () => {
  const berlin = dayInZone('Europe/Berlin');
  const hipTest = made('hip-test-seated', '2026-11-17T22:30:00Z');
  const now = Date.parse('2026-11-27T12:00:00Z');
  expect(daysSince([hipTest], now, berlin)).toBeNull();
  expect(daysSince([made('supine-sleeper', '2026-11-15T12:00:00Z'), hipTest], now, berlin)).toBe(12);
});
