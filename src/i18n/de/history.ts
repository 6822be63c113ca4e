import type { Words } from '../words.ts';

const sets = (count: number): string => `${count} ${count === 1 ? 'Satz' : 'Sätze'}`;

export const history: Words['history'] = {
  calendar: {
    before: 'Monat davor',
    next: 'Nächster Monat',
    help: 'Mit den Pfeiltasten gehst du von Tag zu Tag, mit Bild auf und Bild ab von Monat zu Monat, die Eingabetaste öffnet einen Tag.',
    none: 'Keine Sätze in diesem Monat.',
    sets,
    noSets: (date) => `${date}, keine Sätze`,
    withSets: (short, count, date) => `${short}, ${sets(count)}, ${date}`,
  },
  day: {
    noSuch: 'Diesen Tag gibt es nicht',
    notThere: 'Im Kalender gibt es diesen Tag nicht.',
    none: 'Keine Sätze an diesem Tag.',
    did: (count, drills) => `${sets(count)} in ${drills} ${drills === 1 ? 'Übung' : 'Übungen'}.`,
    flags: (count) => `${count} ${count === 1 ? 'Meldung' : 'Meldungen'} insgesamt.`,
    noFlags: {
      whole: 'Nichts wurde gemeldet.',
      part: 'Nichts wurde gemeldet, soweit es zu überwachen war.',
      hardly: 'Fast nichts war zu überwachen; darum wurde nichts gemeldet.',
    },
    partOf: (programmes) => `Gehört zu: ${programmes}.`,
    table: 'Sätze des Tages',
    before: (date) => `Davor: ${date}`,
    after: (date) => `Danach: ${date}`,
  },
  columns: {
    date: 'Datum',
    set: 'Satz',
    drill: 'Übung',
    sideGoal: 'Seite, Ziel',
    sideAndGoal: 'Seite und Ziel',
    best: 'Bester Wert',
    since: 'Seit zuletzt',
    flags: 'Meldungen',
    end: 'Ende',
    actions: 'Aktionen',
  },
  heading: 'Frühere Sätze',
  trends: 'Verlauf und zwei Tage im Vergleich',
  reading: 'Wird gelesen …',
  nothingTitle: 'Hier ist noch nichts',
  nothing: 'Jeder Satz, den du machst, bleibt auf diesem Gerät und steht dann hier.',
  pick: 'Übung wählen',
  notSaved: 'nicht gespeichert',
  report: 'Bericht',
  reportOf: (date) => `Bericht über den Satz vom ${date}`,
  csvOf: (date) => `CSV des Satzes vom ${date}`,
  delete: 'Löschen',
  deleteOf: (date) => `Satz vom ${date} löschen`,
  broken: (count) =>
    count === 1 ? '1 Satz, der sich nicht mehr lesen lässt' : `${count} Sätze, die sich nicht mehr lesen lassen`,
};

/** Export and import of everything as a file. */
export const transfer: Words['transfer'] = {
  exportAll: 'Alles exportieren',
  import: 'Importieren …',
  file: 'Importieren',
  ask: {
    title: 'Auch die Einstellungen übernehmen?',
    text: 'Die Datei hat andere Einstellungen als dieses Gerät: Ton, Höhen, Zahlen der Übungen, Programme, die Woche. Deine würden ersetzt.',
    yes: 'Übernehmen',
    no: 'Meine behalten',
  },
  added: (count) => `${count} ${count === 1 ? 'Satz' : 'Sätze'} hinzugefügt`,
  checks: (checks) => `${checks} ${checks === 1 ? 'Prüfung' : 'Prüfungen'} mit eigenem Messgerät dazu`,
  updated: (count) => `${count} mit neuerer Notiz oder Antwort`,
  skipped: (count) => `${count} schon vorhanden`,
  taken: 'Die Einstellungen wurden übernommen.',
  kept: 'Deine Einstellungen bleiben, wie sie waren.',
};
