import { wordsOf } from '../speaking.ts';

/** Names of ranges, by how well they were measured. */
export const ranges = {
  nothingClean: 'Nothing clean',
  noRange: 'No range',
  /** Before a number. */
  clean: 'Clean',
  turned: 'Turned',
  bent: 'Bent',
  flaggedMore: (amount: string) => `Helped or flagged: ${amount} more`,
  borrowed: (amount: string) => `Borrowed ${amount}`,
  borrowedUnknown: 'Borrowed: not known',
  noBorrowing: 'No borrowing seen',
  /** @param text that nothing was borrowed, or seen to be */
  watchedIn: (text: string, share: string) => `${text}, watched for ${share}`,
  notKnown: 'not known',
  gross: (amount: string) => `Gross ${amount}`,
  /** @param side "Left" */
  round: (side: string, round: number) => `${side}, round ${round}`,
  overview: { bend: 'hip bend', clean: 'clean', unwatched: 'pelvis not watched' },
  levels: {
    bend: 'Bend of the round, without what was flagged',
    clean: 'Clean range of the round',
    mixed: 'Range of the round, clean or not watched',
    unwatched: 'Range of the round, pelvis not watched',
  },
  legend: {
    clean: 'Clean: your hip’s own',
    turned: 'Turned from your start: pelvis not watched',
    borrowed: 'Borrowed from pelvis and spine',
    bracket: 'Error band',
    bent: 'Bent from your start',
    flagged: 'Further, with help or a flag',
  },
};

export const rangeTexts = wordsOf('ranges', ranges);
