import { wordsOf } from '../speaking.ts';

/** Names of ranges, by how well they were measured. */
export const ranges = {
  nothingClean: 'Hip alone: no number',
  noRange: 'No number',
  tooSmall: 'Less than I can measure',
  /** Before a number. */
  clean: 'Hip alone',
  turned: 'Turned',
  bent: 'Bent',
  flaggedMore: (amount: string) => `${amount} with help`,
  borrowed: (amount: string) => `${amount} from the pelvis`,
  fromPelvis: 'From the pelvis',
  withHelp: 'More with help',
  inTotal: 'Leg in total',
  borrowedUnknown: 'From the pelvis: not known',
  noBorrowing: 'None seen from the pelvis',
  /** @param text that nothing was borrowed, or seen to be */
  watchedIn: (text: string, share: string) => `${text}; in view ${share} of the time`,
  notKnown: 'not known',
  gross: (amount: string) => `Leg in total: ${amount}`,
  /** @param side "Left" */
  round: (side: string, round: number) => `${side}, round ${round}`,
  overview: { bend: 'hip bend', clean: 'hip alone', unwatched: 'pelvis not visible' },
  levels: {
    bend: 'Bend of the round, without help',
    clean: 'Hip alone, by round',
    mixed: 'Range of the round, hip alone or pelvis not visible',
    unwatched: 'Range of the round, pelvis not visible',
  },
  legend: {
    clean: 'Hip alone',
    turned: 'Turned from your start, pelvis not visible',
    borrowed: 'From the pelvis',
    bracket: 'Measuring error',
    last: 'Last time',
    bent: 'Bent from your start',
    flagged: 'Further, with help',
  },
};

export const rangeTexts = wordsOf('ranges', ranges);
