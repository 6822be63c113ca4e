import { notify } from '../../app/notifications.ts';
import { dayWithSets } from '../../training/planning/civil-day.ts';
import { isOverForToday, remindersDue } from '../../training/planning/reminders.ts';
import { todaysPlan } from '../../training/planning/week.ts';
import { weekWords } from '../../i18n/en/week.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { nameOf } from '../people/change-person.ts';
import type { Services } from '../shell/services.ts';
import { doneSets, personsZone, weekInput } from './week-input.ts';
import { clockShown } from './programme-words.ts';

const EVERY: Milliseconds = 20_000;
/** After a longer time the computer slept, and what fell due in it is late. */
const LATE: Milliseconds = 10 * 60_000;

const minuteOfDay = (moment: Milliseconds): number => {
  const date = new Date(moment);
  return 60 * date.getHours() + date.getMinutes() + date.getSeconds() / 60;
};

let timer: ReturnType<typeof setInterval> | undefined;
let lookedAt: Milliseconds = 0;

/** Begins to remind of the planned times while the app is open, if the person wants it. Called again, it goes on. */
export function watchReminders(services: Services): void {
  if (timer !== undefined) return;
  lookedAt = Date.now();
  timer = setInterval(() => {
    look(services).catch(() => undefined);
  }, EVERY);
}

/** Looks once. A running set is not disturbed. */
async function look(services: Services): Promise<void> {
  const from = lookedAt;
  const now = Date.now();
  lookedAt = now;
  const { notify: isWanted, remindBefore, week } = services.settings.current;
  const isBusy = services.session.snapshot.stage === 'running';
  if (!isWanted || isBusy || remindBefore === null || week.length === 0 || now - from > LATE) return;
  const sets = doneSets(await services.sets.list());
  const dayOf = dayWithSets(sets, personsZone());
  if (isOverForToday(sets.filter(({ startedAt }) => dayOf(startedAt) === dayOf(now)))) return;
  const input = weekInput(services, sets, now, personsZone());
  const due = remindersDue(todaysPlan(input).entries, minuteOfDay(from), minuteOfDay(now), remindBefore);
  const { people } = services;
  const whose = people.several ? `${nameOf(services, people.here)}: ` : '';
  for (const { programme, at } of due)
    await notify(
      `${whose}${programme.title}`,
      weekWords().reminder.text(clockShown(at)),
      `${people.here.id}-${programme.id}-${at}`,
    );
}
