import { calendarFile, type RecurringEvent } from '../../coach/planning/calendar-file.ts';
import { dayInZone } from '../../coach/planning/civil-day.ts';
import { equipmentList } from '../../coach/planning/equipment.ts';
import type { WeekInput } from '../../coach/planning/week.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { findProgramme, partsFor, programmeLength } from './programme-plan.ts';
import { equipmentText, partTitle } from './programme-words.ts';
import type { Services, TextFile } from '../shell/services.ts';

/** The plan as events that come back every week. The n-th time of an entry keeps its id, so a new file replaces the old. */
const eventsOf = (services: Services, { plan, now, zone }: WeekInput): readonly RecurringEvent[] => {
  const from = dayInZone(zone)(now);
  return plan.flatMap(({ programme: id, days, at }, entry) => {
    const programme = findProgramme(services, id);
    if (programme === null) return [];
    const parts = partsFor(services, programme);
    const before = plan.slice(0, entry).filter((one) => one.programme === id);
    const taken = before.reduce((sum, one) => sum + one.at.length, 0);
    const titles = parts.map(partTitle).join(', ');
    return at.map((time, index) => ({
      uid: `week-${id}-${taken + index + 1}@truehip`,
      title: programme.title,
      text: weekWords().calendarText(titles, equipmentText(equipmentList(parts))),
      from,
      days,
      at: time,
      length: programmeLength(parts, services.settings.current),
    }));
  });
};

/** The week as a file that a calendar can take in. */
export const weekCalendar = (services: Services, input: WeekInput): TextFile => ({
  name: 'truehip-week.ics',
  text: calendarFile(eventsOf(services, input), input.now),
});
