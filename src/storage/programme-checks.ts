import type { Goal } from '../coach/drill-definition.ts';
import type { Weekday } from '../coach/planning/civil-day.ts';
import { MOST_RUN_SETS, type ProgrammeRun, type RunSet } from '../coach/planning/programme-run.ts';
import {
  type DrillReference,
  OWN_PREFIX,
  type Programme,
  type ProgrammeBlock,
  PROGRAMME_LIMITS,
  type ProgrammeItem,
} from '../coach/planning/programme.ts';
import type { WeekEntry } from '../coach/planning/week.ts';
import {
  INVALID,
  boolean,
  inspect,
  integer,
  list,
  nullable,
  number,
  object,
  oneOf,
  text,
  that,
  type Check,
} from './check.ts';
import { moment, name } from './record-fields.ts';

const LIMITS = PROGRAMME_LIMITS;
const MOST_PARTS = LIMITS.blocks * LIMITS.times * LIMITS.items;
const LAST_MINUTE = 24 * 60 - 1;
const MOST_TIMES_A_DAY = 6;

/** The good ones of a list, in their order: one that is damaged must not cost the others. */
export const goodItems =
  <T>(check: Check<T>, most: number): Check<readonly T[]> =>
  (value, inspection) => {
    if (!Array.isArray(value)) return inspection.mismatch('a list', value);
    if (value.length > most) return inspection.reject(`must have at most ${most} items, but has ${value.length}`);
    return value.flatMap((item: unknown) => {
      const result = inspect(item, check);
      return result.ok ? [result.value] : [];
    });
  };

const someOf = <T>(check: Check<T>, most: number): Check<readonly T[]> =>
  that(list(check, most), ({ length }) => (length > 0 ? null : 'must not be empty'));

const different = <T>(check: Check<readonly T[]>): Check<readonly T[]> =>
  that(check, (items) => (new Set(items).size === items.length ? null : 'must not name one twice'));

const item = object<ProgrammeItem>({
  drills: someOf(object<DrillReference>({ drill: name, variant: nullable(name) }), LIMITS.choices),
  goal: nullable(oneOf<Goal>({ prep: true, build: true, strength: true })),
  side: oneOf<ProgrammeItem['side']>({ left: true, right: true, both: true, each: true }),
  rounds: nullable(integer(1, LIMITS.rounds)),
  reps: nullable(integer(1, LIMITS.reps)),
  rest: number(0, LIMITS.rest),
});

const block = object<ProgrammeBlock>({
  times: integer(1, LIMITS.times),
  items: someOf(item, LIMITS.items),
});

/** One's own: its id can stand in an address, in a key and in a calendar file. */
const ownId = that(text(1, 80), (id) =>
  id.startsWith(OWN_PREFIX) && /^[a-z0-9-]+$/.test(id) ? null : `must begin with ${OWN_PREFIX}`,
);

export const programme = object<Programme>({
  id: ownId,
  title: that(text(1, LIMITS.title), (title) => (title.trim() === '' ? 'must not be blank' : null)),
  summary: text(0, LIMITS.summary),
  blocks: someOf(block, LIMITS.blocks),
});

const position = integer(0, MOST_PARTS);

export const programmeRun = object<ProgrammeRun>({
  programme: name,
  startedAt: moment,
  sets: list(object<RunSet>({ at: position, set: name, finished: boolean }), MOST_RUN_SETS),
  skipped: list(position, MOST_PARTS),
});

const weekday: Check<Weekday> = (value, inspection) => {
  const day = integer(0, 6)(value, inspection);
  return day === INVALID ? INVALID : (day as Weekday);
};

export const weekEntry = object<WeekEntry>({
  programme: name,
  days: different(list(weekday, 7)),
  at: different(someOf(integer(0, LAST_MINUTE), MOST_TIMES_A_DAY)),
});
