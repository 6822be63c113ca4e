import type { ResultWords } from '../../coach/review/result-sentence.ts';

const hip = { left: 'Linke Hüfte', right: 'Rechte Hüfte' } as const;
const leg = { left: 'Linkes Bein', right: 'Rechtes Bein' } as const;

export const result: ResultWords = {
  hipAlone: (side, degrees) => `${hip[side]} allein: etwa ${degrees} Grad.`,
  andPelvis: (side, degrees, more, atLeast) =>
    `${hip[side]} allein: etwa ${degrees} Grad. ${more} ${atLeast ? 'oder mehr' : 'weitere'} vom Becken.`,
  nonePelvis: (side, degrees) => `${hip[side]} allein: etwa ${degrees} Grad, nichts davon vom Becken.`,
  legInTotal: (side, degrees) => `${leg[side]} gesamt: etwa ${degrees} Grad. Dein Becken konnte ich nicht überwachen.`,
  nothingSure: (side, degrees) =>
    `${leg[side]} gesamt: etwa ${degrees} Grad. Nichts davon kam sicher aus der Hüfte allein.`,
  bent: (side, degrees) => `${hip[side]}: etwa ${degrees} Grad weiter gebeugt als am Start.`,
  reps: (good, all) =>
    good === all
      ? all === 1
        ? 'Eine, und sie zählt.'
        : `Alle ${all} gezählt.`
      : `${good === 0 ? 'Keine' : good} von ${all} gezählt.`,
  noNumber: (why) => `Diesmal keine Zahl.${why === null ? '' : ` ${why}`}`,
  noneFor: (side) => `${hip[side]}: keine Zahl.`,
};
