import type { Words } from '../words.ts';

export const ranges: Words['ranges'] = {
  nothingClean: 'Hüfte allein: keine Zahl',
  noRange: 'Keine Zahl',
  tooSmall: 'Weniger, als ich messen kann',
  turned: 'Gedreht',
  bent: 'Gebeugt',
  flaggedMore: (amount) => `${amount} mit Hilfe`,
  borrowed: (amount) => `${amount} vom Becken`,
  withHelp: 'Mehr mit Hilfe',
  borrowedUnknown: 'Vom Becken: nicht bekannt',
  noBorrowing: 'Vom Becken war nichts zu sehen',
  watchedIn: (text, share) => `${text}, ${share} zu sehen`,
  gross: (amount) => `Bein gesamt: ${amount}`,
  round: (side, round) => `${side}, Runde ${round}`,
  overview: { bend: 'Hüftbeugung' },
  levels: {
    bend: 'Beugung der Runde, ohne Hilfe',
    clean: 'Hüfte allein, nach Runde',
    mixed: 'Wert der Runde, Hüfte allein oder Becken nicht zu sehen',
    unwatched: 'Wert der Runde, Becken nicht zu sehen',
  },
  legend: {
    turned: 'Gedreht vom Start, Becken nicht zu sehen',
    bracket: 'Messfehler',
    last: 'Letztes Mal',
    bent: 'Gebeugt vom Start',
    flagged: 'Weiter mit Hilfe',
  },
};
