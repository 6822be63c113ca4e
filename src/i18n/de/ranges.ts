import type { Words } from '../words.ts';

export const ranges: Words['ranges'] = {
  nothingClean: 'Nichts sauber',
  noRange: 'Kein Wert',
  clean: 'Sauber',
  turned: 'Gedreht',
  bent: 'Gebeugt',
  flaggedMore: (amount) => `Mit Hilfe oder Fehler: ${amount} mehr`,
  borrowed: (amount) => `Geborgt ${amount}`,
  borrowedUnknown: 'Geborgt: nicht bekannt',
  noBorrowing: 'Nichts geborgt gesehen',
  watchedIn: (text, share) => `${text}, ${share} überwacht`,
  notKnown: 'nicht bekannt',
  gross: (amount) => `Gesamt ${amount}`,
  round: (side, round) => `${side}, Runde ${round}`,
  overview: { bend: 'Hüftbeugung', clean: 'sauber', unwatched: 'Becken nicht überwacht' },
  levels: {
    bend: 'Beugung der Runde, ohne was gemeldet wurde',
    clean: 'Sauberer Wert der Runde',
    mixed: 'Wert der Runde, sauber oder nicht überwacht',
    unwatched: 'Wert der Runde, Becken nicht überwacht',
  },
  legend: {
    clean: 'Sauber: aus der Hüfte selbst',
    turned: 'Gedreht vom Start: Becken nicht überwacht',
    borrowed: 'Geborgt von Becken und Wirbelsäule',
    bracket: 'Fehlerband',
    bent: 'Gebeugt vom Start',
    flagged: 'Weiter mit Hilfe, oder während etwas gemeldet wurde',
  },
};
