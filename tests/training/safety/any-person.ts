import { SIDES } from '../../../src/instrument/geometry/units.ts';
import fc from 'fast-check';
import type { DoneSet } from '../../../src/training/planning/parts-done.ts';
import { END_FEELS } from '../../../src/training/safety/answers.ts';
import { familyIn, NOBODY_YET, type Person, stopKey } from '../../../src/training/safety/person.ts';
import { FLAGS, type RangeWork } from '../../../src/training/safety/red-flags.ts';
import { drillFamily } from '../../../src/training/planning/symptom-lock.ts';
import { DRILLS } from '../../../src/drills/index.ts';

const DAY = 24 * 3600 * 1000;

/** Mostly absent: with many troubles at once one of them hides what another one fails to do. */
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one });

const bySide = <T>(left: T | undefined, right: T | undefined): { left?: T; right?: T } => ({
  ...(left === undefined ? {} : { left }),
  ...(right === undefined ? {} : { right }),
});

/**
 * A person in front of the app: what they ticked, how their hips end and hurt and turn, whether Strength is earned, whether something stored is lost, and what somebody has prescribed.
 */
export const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    flags: maybe(fc.subarray([...FLAGS], { minLength: 1, maxLength: 3 })),
    seen: fc.subarray([...FLAGS]),
    feels: fc.tuple(maybe(fc.constantFrom(...END_FEELS)), maybe(fc.constantFrom(...END_FEELS))),
    pain: fc.tuple(maybe(fc.integer({ min: 0, max: 10 })), maybe(fc.integer({ min: 0, max: 10 }))),
    turnsIn: fc.tuple(maybe(fc.integer({ min: 0, max: 80 })), maybe(fc.integer({ min: 0, max: 80 }))),
    unknown: maybe(fc.constantFrom('lost' as const, 'damaged' as const, 'late' as const)),
    prescribed: fc.array(
      fc.record({
        sides: fc.subarray([...SIDES], { minLength: 1 }),
        family: fc.option(fc.constantFrom(...DRILLS.map(drillFamily)), { nil: null }),
        hardest: fc.constantFrom('strength' as const, 'build' as const, 'gentle' as const),
        range: fc.constantFrom<RangeWork>('open', 'keep', 'easy'),
        degrees: maybe(fc.integer({ min: 5, max: 60 })),
        liftsStrength: fc.constantFrom(undefined, true as const),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ feels, pain, turnsIn, flags = [], unknown = null, ...told }) => ({
    ...NOBODY_YET,
    ...told,
    flags,
    unknown,
    endFeel: bySide(...feels),
    pain: bySide(...pain),
    turnsIn: bySide(...turnsIn),
  }));

/** Sets of the last two weeks, and of a clock that was ahead, some of which ended for a symptom or hurt. */
export const anySets = (now: number): fc.Arbitrary<readonly DoneSet[]> =>
  fc.array(
    fc.record({
      startedAt: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: now - 14 * DAY, max: now + DAY }) },
        { weight: 1, arbitrary: fc.integer({ min: now + DAY, max: now + 400 * DAY }) },
      ),
      drill: fc.constantFrom(...DRILLS.map(({ id }) => id)),
      side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
      goal: fc.constantFrom('prep', 'build', 'strength'),
      ended: fc.constantFrom('finished' as const, 'finished' as const, 'pinch' as const, 'pain' as const),
      pain: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
      painSide: fc.constantFrom(undefined, 'left' as const, 'right' as const, 'both' as const),
      morning: fc.constantFrom(undefined, undefined, 'same' as const, 'more' as const, 'much' as const),
    }),
    { maxLength: 4 },
  );

/** Six calm sets of Build three weeks ago, with which Strength is earned. */
export const earning = (now: number): readonly DoneSet[] =>
  Array.from({ length: 6 }, (_, day) => ({
    startedAt: now - (21 - day) * DAY,
    drill: 'supine-sleeper',
    side: 'both',
    goal: 'build',
    ended: 'finished',
    pain: 1,
  }));

/** What was confirmed as checked of these sets: a single one, or as in old versions their families; also ahead of the clock. */
export const anyChecked = (sets: readonly DoneSet[], now: number): fc.Arbitrary<Person['checked']> =>
  fc
    .array(fc.tuple(fc.boolean(), fc.nat(), fc.integer({ min: now - 20 * DAY, max: now + 400 * DAY })), {
      maxLength: 2,
    })
    .map((confirmed) =>
      Object.fromEntries(
        confirmed.flatMap(([isSingle, which, at]) => {
          const set = sets[which % Math.max(1, sets.length)];
          if (!set) return [];
          const family = familyIn(DRILLS, set.drill);
          return [[isSingle ? stopKey({ family, startedAt: set.startedAt }) : family, at]];
        }),
      ),
    );
