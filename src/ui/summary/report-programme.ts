import { WEEKDAYS } from '../../training/planning/civil-day.ts';
import { reportWords } from '../../i18n/en/report.ts';
import { findProgramme, partsFor } from '../programmes/programme-plan.ts';
import { dayName, partFacts, partTitle } from '../programmes/programme-words.ts';
import type { Services } from '../shell/services.ts';

export interface PlannedProgramme {
  /** "Breakout: Monday, Wednesday, twice a day". */
  readonly when: string;
  readonly parts: readonly string[];
}

/** The programmes in the plan of the week. Those that no longer exist are left out. */
export function plannedProgrammes(services: Services): readonly PlannedProgramme[] {
  const { current } = services.settings;
  const words = reportWords();
  return current.week.flatMap(({ programme: id, days, at }) => {
    const programme = findProgramme(services, id);
    if (programme === null) return [];
    const named =
      days.length === WEEKDAYS.length
        ? null
        : days
            .toSorted((a, b) => a - b)
            .map(dayName)
            .join(', ');
    // A block that is done several times is listed once.
    const parts = partsFor(services, programme)
      .filter(({ time }) => time === 1)
      .map((part) => words.laps(`${partTitle(part)} · ${partFacts(part, current)}`, part.times));
    return [{ when: words.on(programme.title, named, at.length), parts }];
  });
}
