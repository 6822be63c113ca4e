import { isPerformed } from '../../coach/record/set-record.ts';
import { historyWords } from '../../i18n/en/history.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { formatLength } from '../elements/format.ts';
import { onceFor } from '../elements/once-for.ts';
import { endName } from '../shell/words.ts';

/** What the coach compares of a set, with its start in milliseconds since 1970. */
export interface DatedOverview
  extends Pick<SetOverview, 'id' | 'drill' | 'range' | 'hips' | 'endTimes' | 'side' | 'ended' | 'pain' | 'painSide'> {
  readonly at: Milliseconds;
}

/** The person's own sets with their start as a number. Those without a date, demos and analysed clips are left out. */
export const datedSets = onceFor((sets: readonly SetOverview[]): readonly DatedOverview[] =>
  sets.flatMap((set) => {
    const at = Date.parse(set.startedAt ?? '');
    return Number.isNaN(at) || !isPerformed(set.source) ? [] : [{ ...set, at }];
  }),
);

/** How a set ended, for a list. One that broke off says after how long, because a stump says little. */
export const endOf = ({ ended, brokeOffAfter, frames, source }: SetOverview): string =>
  brokeOffAfter === undefined
    ? endName(ended)
    : historyWords().brokeOff(formatLength(brokeOffAfter), frames === 0 && source !== 'none');
