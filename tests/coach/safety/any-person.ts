import { SIDES } from '../../../src/instrument/geometry/units.ts';
import fc from 'fast-check';
import type { DoneSet } from '../../../src/coach/planning/parts-done.ts';
import { END_FEELS } from '../../../src/coach/safety/answers.ts';
import { NOBODY_YET, type Person } from '../../../src/coach/safety/person.ts';
import { FLAGS, type RangeWork } from '../../../src/coach/safety/red-flags.ts';
import { drillFamily } from '../../../src/coach/planning/symptom-lock.ts';
import { DRILLS } from '../../../src/drills/index.ts';

const DAY = 24 * 3600 * 1000;

/** A person in front of the app: what they ticked, how their hips end, what somebody has prescribed. */
export const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    flags: fc.subarray([...FLAGS], { maxLength: 2 }),
    seen: fc.subarray([...FLAGS]),
    left: fc.option(fc.constantFrom(...END_FEELS), { nil: undefined }),
    right: fc.option(fc.constantFrom(...END_FEELS), { nil: undefined }),
    prescribed: fc.array(
      fc.record({
        sides: fc.subarray([...SIDES], { minLength: 1 }),
        family: fc.option(fc.constantFrom(...DRILLS.map(drillFamily)), { nil: null }),
        hardest: fc.constantFrom('none' as const, 'gentle' as const, 'build' as const),
        range: fc.constantFrom<RangeWork>('open', 'keep', 'easy', 'none'),
        degrees: fc.option(fc.integer({ min: 5, max: 60 }), { nil: undefined }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ flags, seen, left, right, prescribed }) => ({
    ...NOBODY_YET,
    flags,
    seen,
    endFeel: { ...(left ? { left } : {}), ...(right ? { right } : {}) },
    prescribed,
  }));

/** Sets of the last two weeks, some of which ended for a symptom or hurt. */
export const anySets = (now: number): fc.Arbitrary<readonly DoneSet[]> =>
  fc.array(
    fc.record({
      startedAt: fc.integer({ min: now - 14 * DAY, max: now + DAY }),
      drill: fc.constantFrom(...DRILLS.map(({ id }) => id)),
      side: fc.constantFrom('left' as const, 'right' as const, 'both' as const),
      goal: fc.constantFrom('prep', 'build', 'strength'),
      ended: fc.constantFrom('finished' as const, 'finished' as const, 'pinch' as const, 'pain' as const),
      pain: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
      painSide: fc.constantFrom(undefined, 'left' as const, 'right' as const, 'both' as const),
    }),
    { maxLength: 4 },
  );
