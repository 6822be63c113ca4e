import type { CivilDay } from '../../coach/planning/civil-day.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { dateLocale } from '../../i18n/speaking.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { formatLength } from '../elements/format.ts';
import { endName } from '../shell/words.ts';

/** Adds to each set its start in milliseconds since 1970. Sets without a date are left out. */
export const datedSets = (sets: readonly SetOverview[]): readonly (SetOverview & { readonly at: Milliseconds })[] =>
  sets.flatMap((set) => {
    const at = Date.parse(set.startedAt ?? '');
    return Number.isNaN(at) ? [] : [{ ...set, at }];
  });

/** How a set ended, for a list. One that broke off says after how long, because a stump says little. */
export const endOf = ({ ended, brokeOffAfter, frames, source }: SetOverview): string =>
  brokeOffAfter === undefined
    ? endName(ended)
    : historyWords().brokeOff(formatLength(brokeOffAfter), frames === 0 && source !== 'none');

const DAY: Milliseconds = 24 * 3600 * 1000;

/** A day as the person's locale writes it. */
export const formatDay = (day: CivilDay, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(dateLocale(), { timeZone: 'UTC', ...options }).format(day * DAY);
