import type { PastSet } from '../../coach/planning/past-set.ts';
import type { WeekInput } from '../../coach/planning/week.ts';
import { namedProgrammes } from './programme-plan.ts';
import type { Services, StoredSetItem } from '../shell/services.ts';

/** What was not performed on the day of its record: the built-in demo, and clips that a tool has analysed. */
const NOT_DONE = new Set<StoredSetItem['source']>(['demo', 'clip']);

/** The sets that count as done; those without a date fall on no day. */
export const pastSets = (sets: readonly StoredSetItem[]): readonly PastSet[] =>
  sets.flatMap(({ startedAt, source, drill, side, goal, ended }) => {
    const moment = Date.parse(startedAt ?? '');
    return Number.isNaN(moment) || NOT_DONE.has(source) ? [] : [{ startedAt: moment, drill, side, goal, ended }];
  });

/** Browsers that hide where they are may name a zone that they do not know themselves; then the day is that of UTC. */
export const personsZone = (): string => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

export const weekInput = (
  { drills, settings }: Services,
  sets: readonly PastSet[],
  now: number,
  zone: string,
): WeekInput => ({
  plan: settings.current.week,
  programmes: [...namedProgrammes(), ...settings.current.programmes],
  drills,
  choices: settings.current.programmeChoices,
  sets,
  goal: settings.current.goal,
  now,
  zone,
});
