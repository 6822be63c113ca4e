import { describe, expect, test } from 'vitest';
import {
  holdsNow,
  isPrescribed,
  lastDayFrom,
  type PrescribedItem,
  prescribedLimits,
  prescribedSide,
  withoutPrescription,
  withPrescription,
} from '../../../src/training/prescription/prescription.ts';
import { type ReportedSet, reportOf } from '../../../src/training/prescription/prescription-report.ts';
import { allowed } from '../../../src/training/safety/allowed.ts';
import { NOBODY_YET, type Person } from '../../../src/training/safety/person.ts';
import { PROGRAMME_LIMITS } from '../../../src/training/planning/programme.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { kneeToKneeWall } from '../../../src/drills/knee-to-knee/knee-to-knee-wall.ts';
import { ninetyNinetyStretch } from '../../../src/drills/ninety-ninety/ninety-ninety-stretch.ts';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { makeItem, makePrescription, takenPrescription } from './make-prescription.ts';

const DAY = 24 * 3600 * 1000;
const TAKEN = Date.parse(takenPrescription.takenAt);

const prescribed = (items: readonly PrescribedItem[]) =>
  prescribedLimits({ ...takenPrescription, items }, DRILLS, TAKEN);

const may = (
  items: readonly PrescribedItem[],
  drill = supineSleeper as (typeof DRILLS)[number],
  more: Partial<Person> = {},
) => allowed(drill, { ...NOBODY_YET, ...more, prescribed: prescribed(items) }, TAKEN);

describe('the limits of a prescription', () => {
  test('hold in its weeks, and not after them', () => {
    expect(holdsNow(takenPrescription, TAKEN + 27 * DAY)).toBe(true);
    expect(holdsNow(takenPrescription, TAKEN + 28 * DAY)).toBe(false);
    expect(holdsNow(null, TAKEN)).toBe(false);
    expect(prescribedLimits(takenPrescription, DRILLS, TAKEN + 28 * DAY)).toEqual([]);
  });

  test('are said to end on the last day of the last week', () => {
    expect(lastDayFrom(takenPrescription, 20_000)).toBe(20_027);
  });

  test('stop the hip that they name in degrees, and leave the other one', () => {
    expect(may([makeItem()])).toMatchObject({ kind: 'limits', sides: ['left', 'right'], limits: { left: 25 } });
    expect(may([makeItem()]).limits.right).toBeUndefined();
  });

  test('of two on one drill the stricter one wins', () => {
    expect(may([makeItem({ limit: 30 }), makeItem({ limit: 20 })]).limits).toEqual({ left: 20 });
  });

  test('a drill with limits of its own keeps these, and every other drill has the strictest of the hip', () => {
    const items = [makeItem({ limit: 20 }), makeItem({ drill: 'knee-to-knee-wall', limit: 30 })];
    expect(may(items, kneeToKneeWall).limits).toEqual({ left: 30 });
    expect(may(items, ninetyNinetyStretch).limits).toEqual({ left: 20 });
    // Its range is that of another movement.
    expect(may(items, standingHamstring).limits).toEqual({});
  });

  test('without work at the end a drill keeps its easy stretch, and one that is nothing else is left out', () => {
    const items = [makeItem({ endRange: false, limit: null })];
    expect(may(items)).toMatchObject({ kind: 'limits', range: 'easy' });
    expect(may(items, ninetyNinetyStretch)).toMatchObject({ sides: ['right'] });
  });

  test('what the app limits already stays, where that is stricter', () => {
    const items = [makeItem({ limit: 40 })];
    expect(may(items, supineSleeper, { pain: { left: 6 } })).toMatchObject({ sides: ['right'], limits: {} });
    expect(may(items, supineSleeper, { turnsIn: { left: 52, right: 52 } })).toMatchObject({ range: 'keep' });
    expect(may(items, supineSleeper, { flags: ['fall'] })).toMatchObject({ kind: 'no' });
    expect(may(items, supineSleeper, { flags: ['under-16'] })).toMatchObject({
      hardest: 'gentle',
      limits: { left: 40 },
    });
  });

  test('lift Strength for the hip and the drill that they name, and for no other', () => {
    const lifted = (items: readonly PrescribedItem[]) =>
      prescribed(items).flatMap(({ sides, family, liftsStrength }) => (liftsStrength ? [[...sides, family]] : []));
    const items = [makeItem({ strength: true }), makeItem({ drill: 'knee-to-knee-wall', side: 'both' })];
    expect(lifted(items)).toEqual([['left', 'supine-sleeper']]);
    expect(lifted([makeItem({ side: 'both', strength: true }), makeItem({ side: 'both' })])).toEqual([
      ['left', 'supine-sleeper'],
      ['right', 'supine-sleeper'],
    ]);
    expect(lifted([makeItem()])).toEqual([]);
  });

  test('stop a hip test as well', () => {
    const seated = DRILLS.find(({ hipTest }) => hipTest !== undefined) ?? supineSleeper;
    expect(may([makeItem()], seated).limits).toEqual({ left: 25 });
  });
});

test('a drill opens with the prescribed side, as long as the prescription holds', () => {
  const sideOf = (items: readonly PrescribedItem[], now = TAKEN) =>
    prescribedSide({ ...takenPrescription, items }, 'supine-sleeper', now);
  expect(sideOf([makeItem({ side: 'both' })])).toBe('each');
  expect(sideOf([makeItem({ side: 'right' }), makeItem({ side: 'left' })])).toBe('each');
  expect(sideOf([makeItem({ side: 'right' })])).toBe('right');
  expect(sideOf([makeItem({ drill: 'knee-to-knee-wall' })])).toBeNull();
  expect(sideOf([makeItem()], TAKEN + 28 * DAY)).toBeNull();
});

describe('the plan of a prescription', () => {
  const before = {
    prescription: null,
    programmes: [],
    programmeRuns: {},
    week: [{ programme: 'mine', days: [1], at: [600] }],
  } as const;
  const texts = (days: number) => ({ title: `${days} days`, summary: '' });
  const taken = withPrescription(before, takenPrescription, DRILLS, texts, 20_000);

  test('has its drills on as many days as it asks for, each side as often', () => {
    expect(taken?.week.map(({ days }) => days)).toEqual([[1], [0, 2, 4], [0, 1, 2, 3, 4]]);
    expect(taken?.programmes.flatMap(({ blocks }) => blocks.flatMap(({ items }) => items))).toMatchObject([
      { drills: [{ drill: 'supine-sleeper', variant: null }], side: 'left', rounds: 2 },
      { drills: [{ drill: 'knee-to-knee', variant: 'wall' }], side: 'each', rounds: 2 },
    ]);
  });

  test('goes as a whole when it ends, and a new one replaces it', () => {
    if (taken === null) throw new Error('no room');
    expect(withoutPrescription(taken)).toEqual(before);
    const again = withPrescription(taken, { ...takenPrescription, items: [makeItem()] }, DRILLS, texts, 20_000);
    expect(again?.programmes.filter(({ id }) => isPrescribed(id))).toHaveLength(1);
  });

  test('is refused where there is no room for its programmes', () => {
    const full = Array.from({ length: PROGRAMME_LIMITS.programmes }, (_, at) => ({
      id: `own-${at}`,
      title: 'Mine',
      summary: '',
      blocks: [],
    }));
    expect(withPrescription({ ...before, programmes: full }, takenPrescription, DRILLS, texts, 20_000)).toBeNull();
  });

  test('leaves out a drill that this version does not have', () => {
    const unknown = { ...takenPrescription, items: [makeItem({ drill: 'of-the-future' })] };
    expect(withPrescription(before, unknown, DRILLS, texts, 20_000)?.programmes).toEqual([]);
  });
});

describe('the report of a prescription', () => {
  const hip = (side: 'left' | 'right', value: number) =>
    ({ side, range: { value, sd: 2 }, watched: true, view: 'good', azimuth: 0 }) as const;
  const set = (day: number, changes: Partial<ReportedSet> = {}): ReportedSet => ({
    day,
    drill: 'supine-sleeper',
    side: 'left',
    ended: 'finished',
    pain: null,
    hips: [hip('left', 20)],
    flags: { left: 0, right: 0 },
    ...changes,
  });
  const report = (sets: readonly ReportedSet[], today = 1010) =>
    reportOf(takenPrescription, sets, { at: takenPrescription.takenAt, from: 1000, today });

  test('counts each day once, in its week, and only what came to its end', () => {
    const sets = [set(1000), set(1000), set(1002), set(1003, { ended: 'pain', pain: 5 }), set(1007), set(999)];
    expect(report(sets).weeks.map(({ drills }) => drills[0]?.done)).toEqual([2, 1]);
    expect(report(sets).weeks[0]?.left.pain).toBe(5);
  });

  test('counts a drill of both hips when both worked', () => {
    const wall = { drill: 'knee-to-knee-wall', hips: [] };
    const sets = [
      set(1000, { ...wall, side: 'left' }),
      set(1001, { ...wall, side: 'left' }),
      set(1001, { ...wall, side: 'right' }),
    ];
    expect(report(sets).weeks[0]?.drills[1]?.done).toBe(1);
  });

  test('has the best range of each week with its error, and the flags of each hip', () => {
    const sets = [
      set(1000, { hips: [hip('left', 20)], flags: { left: 1, right: 0 } }),
      set(1001, { hips: [hip('left', 24)], flags: { left: 2, right: 0 } }),
    ];
    expect(report(sets).weeks[0]).toMatchObject({
      left: { flags: 3 },
      right: { flags: 0, pain: null },
      drills: [
        { left: { degrees: 24, within: 3.3 }, right: null },
        { left: null, right: null },
      ],
    });
  });

  test('has no week that has not begun, and no more than were prescribed', () => {
    expect(report([], 1000).weeks).toHaveLength(1);
    expect(report([], 1100).weeks).toHaveLength(makePrescription().weeks);
  });
});
