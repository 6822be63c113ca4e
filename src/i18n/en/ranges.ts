import { wordsOf } from '../speaking.ts';

/** Names of ranges, by how well they were measured. */
export const ranges = {
  nothingClean: 'Hip alone: no number',
  noRange: 'No number',
  tooSmall: 'Less than I can measure',
  turned: 'Turned',
  bent: 'Bent',
  flaggedMore: (amount: string) => `${amount} with help`,
  borrowed: (amount: string) => `${amount} from the pelvis`,
  withHelp: 'More with help',
  borrowedUnknown: 'From the pelvis: not known',
  noBorrowing: 'None seen from the pelvis',
  /** @param text that nothing was borrowed, or seen to be */
  watchedIn: (text: string, share: string) => `${text}; in view ${share} of the time`,
  gross: (amount: string) => `Leg in total: ${amount}`,
  /** @param side "Left" */
  round: (side: string, round: number) => `${side}, round ${round}`,
  overview: { bend: 'hip bend' },
  levels: {
    bend: 'Bend of the round, without help',
    clean: 'Hip alone, by round',
    mixed: 'Range of the round, hip alone or pelvis not visible',
    unwatched: 'Range of the round, pelvis not visible',
  },
  legend: {
    turned: 'Turned from your start, pelvis not visible',
    bracket: 'Measuring error',
    last: 'Last time',
    bent: 'Bent from your start',
    flagged: 'Further, with help',
  },
};

export const rangeTexts = wordsOf('ranges', ranges);
