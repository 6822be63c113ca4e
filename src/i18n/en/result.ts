import type { ResultWords } from '../../coach/review/result-sentence.ts';

const hip = { left: 'Left hip', right: 'Right hip' } as const;
const leg = { left: 'Left leg', right: 'Right leg' } as const;

/** The result of a set, spoken at its end. */
export const result: ResultWords = {
  hipAlone: (side, degrees) => `${hip[side]} alone: about ${degrees} degrees.`,
  andPelvis: (side, degrees, more, atLeast) =>
    `${hip[side]} alone: about ${degrees} degrees. ${more} ${atLeast ? 'or more' : 'more'} from the pelvis.`,
  nonePelvis: (side, degrees) => `${hip[side]} alone: about ${degrees} degrees, nothing from the pelvis.`,
  legInTotal: (side, degrees) => `${leg[side]} in total: about ${degrees} degrees. I couldn’t watch your pelvis.`,
  nothingSure: (side, degrees) =>
    `${leg[side]} in total: about ${degrees} degrees. None of it was surely the hip alone.`,
  bent: (side, degrees) => `${hip[side]}: bent about ${degrees} degrees further than at the start.`,
  reps: (good, all) =>
    good === all
      ? all === 1
        ? 'One, and it counted.'
        : `All ${all} counted.`
      : `${good === 0 ? 'None' : good} of ${all} counted.`,
  noNumber: (why) => `No number this time.${why === null ? '' : ` ${why}`}`,
  noneFor: (side) => `${hip[side]}: no number.`,
};
