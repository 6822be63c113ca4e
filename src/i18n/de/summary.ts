import type { Side } from '../../instrument/geometry/units.ts';
import type { Words } from '../words.ts';

const hip = (side: Side | null): string => (side === null ? 'Hüfte' : side === 'left' ? 'linke Hüfte' : 'rechte Hüfte');

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const VIEWS = { good: 'gute', fair: 'brauchbare', poor: 'schlechte' } as const;

const says: Words['summary']['says'] = {
  timer: (spent) => `Du bist ${spent} dabeigeblieben. Keine Kamera hat zugesehen, es wurde nichts gemessen.`,
  noRange: (side) => `Für deine ${hip(side)} lässt sich kein Wert angeben.`,
  subject: (side, best) => (best ? `In der besten Runde hat sich deine ${hip(side)}` : `Deine ${hip(side)} hat sich`),
  band: (degrees, rough) => `, plus oder minus ${degrees}°${rough ? ': nur ein grober Wert' : ''}`,
  turnedClean: (subject, angle, band) => `${subject} von selbst um ${angle} gedreht${band}.`,
  possible: (angle) =>
    `Bis ${angle} ist möglich: Der letzte Teil kam so plötzlich, dass er nicht sicher aus der Hüfte war.`,
  controlled: {
    good: 'Becken-Check: Dein Becken ist gut zu sehen.',
    weak: 'Becken-Check: Dein Becken ist nur schwach zu sehen, darum sind die Zahlen unsicherer.',
    none: 'Becken-Check: Von deinem Becken war keine Bewegung zu sehen, darum zählt die Zahl Hüfte und Becken zusammen.',
    'not-done': 'Der Becken-Check wurde nicht gemacht.',
  },
  turnedGross: (subject, angle, band) => `${subject} vom Start aus um ${angle} gedreht${band}.`,
  bent: (subject, angle, band) => `${subject} um ${angle} weiter gebeugt als am Start${band}.`,
  bentFlagged: (angle) => `Mit Hilfe des Rückens, oder während etwas gemeldet wurde, ging sie ${angle} weiter.`,
  rounds: 'Ein runder Rücken zählt mit, außer wo er in RAILs oder beim Nachsinken sichtbar rund wurde.',
  tips: 'Ein Becken, das mitkippt, zählt mit.',
  noneSeen: 'Geborgt war nichts zu sehen.',
  none: 'Nichts war geborgt.',
  noneIn: (share, seen) =>
    `In den ${share} der Zeit, in denen dein Becken überwacht war, ${seen ? 'war nichts geborgt' : 'war nichts Geborgtes zu sehen'}.`,
  pelvisContributionAtLeast: (angle) => `Becken und Wirbelsäule haben mindestens ${angle} dazugegeben.`,
  pelvisContribution: (angle) => `Becken und Wirbelsäule haben weitere ${angle} dazugegeben.`,
  unknown: 'Wie viel davon das Becken beigetragen hat, war von hier nicht zu sehen.',
  helped: (angle) => `Was sich außer der Hüfte bewegt hat, gab mindestens ${angle} dazu.`,
  noReferencePose: 'Der Satz endete, bevor deine Startposition gehalten war.',
  noFrames: 'Der Satz endete, bevor etwas gemessen wurde.',
  notSeen: 'Du warst nicht gut genug zu sehen; für diesen Satz gibt es keine Zahl.',
  noNumber: 'Für diesen Satz gibt es keine Zahl.',
  notRead: (share, why) => `${share} der Zeit nicht gemessen. ${why}`,
  allFlagged: 'Die ganze Zeit wurde etwas gemeldet; es gibt keinen Wert, der zählt.',
  allMoved: 'Das Becken ging die ganze Zeit mit oder war nicht zu sehen; kein Wert ist sauber.',
  read: (share) => `${share} der Zeit gemessen.`,
  readWatched: (share, watched) => `${share} der Zeit gemessen, das Becken ${watched} überwacht.`,
  of: (side, text) => (side === null ? text : `${side}: ${text}`),
  backNotSeen: 'Die Linie deines Rückens war nicht frei zu sehen; darüber lässt sich nichts sagen.',
  backStill: (band) =>
    `Dein unterer Rücken blieb wie am Start, soweit man das von der Seite sieht: auf ${band}° genau.`,
  back: (hollow, round, band) =>
    `Gegenüber dem Start ging dein unterer Rücken bis ${hollow} ins Hohlkreuz und wurde bis ${round} rund, auf ${band}° genau.`,
  backNorms:
    'Nur von der Seite gelesen und darum grob: es unterscheidet einen Rücken, der nachgibt, von einem, der bleibt, mehr nicht. Die Übung selbst machst du von ihrem eigenen Platz aus.',
  rotationNorms:
    'Bei Erwachsenen sind 25° bis 45° üblich, bei Frauen oft mehr, und Unterschiede zwischen links und rechts sind häufig. Deine Zahlen gelten ab deiner Startposition; sie müssen nicht mit denen einer Praxis übereinstimmen.',
  bendNorms:
    'Einen Zielwert gibt es nicht: er hängt von deiner Startposition ab, und von der Kiste, wenn es eine gibt. Vergleiche Sätze mit demselben Start.',
};

export const summary: Words['summary'] = {
  says,
  changes: {
    same: 'etwa gleich',
    more: (angle) => `${angle} mehr`,
    less: (angle) => `${angle} weniger`,
    sameAs: (date, before, line) =>
      `etwa gleich wie am ${date} (damals ${before}): unter ${line} ist eine Änderung nicht vom Messfehler zu unterscheiden.`,
    moreThan: (angle, date, before, line) =>
      `${angle} mehr als am ${date} (damals ${before}), über dem Messfehler von ${line}.`,
    lessThan: (angle, date, before, line) =>
      `${angle} weniger als am ${date} (damals ${before}), über dem Messfehler von ${line}.`,
    roundsSame: (rounds) => `${rounds === 2 ? 'beide' : `alle ${rounds}`} Runden waren etwa gleich.`,
    roundFurther: (most, angle, least) => `Runde ${most} ging ${angle} weiter als Runde ${least}.`,
    of: (side, text) => (side === null ? upperFirst(text) : `${upperFirst(hip(side))}: ${text}`),
    short: (side, text) => `${side === 'left' ? 'links' : 'rechts'} ${text}`,
  },
  tables: {
    ranges: 'Werte nach Runde und Phase',
    roundOrPhase: 'Runde oder Phase',
    clean: 'Sauber',
    borrowed: 'Geborgt',
    gross: 'Gesamt',
    beforePelvis: 'Bevor das Becken ging',
    seen: 'Gesehen',
    pelvisWatched: 'Becken überwacht',
    unknownTurned: 'nicht bekannt; gedreht',
    flags: 'Meldungen',
    noFlags: {
      whole: 'Keine: keine Ausweichbewegung, die von hier zu sehen ist, wurde gefunden.',
      part: (share) => `Keine in den ${share} der Zeit, die zu überwachen waren.`,
      hardly: 'Fast nichts war zu überwachen; dass nichts gemeldet ist, sagt hier nichts.',
    },
    number: 'Nr.',
    when: 'Wann',
    what: 'Was',
    eventOnly: 'gesehen, ohne Größe',
    peak: 'Spitze',
    means: 'Was es bedeutet',
    fromTo: (from, to) => `${from} bis ${to}`,
    strong: (rule) => `${rule}, stark`,
    cue: (cue) => `Hinweis: „${cue}“`,
    reps: 'Wiederholungen',
    began: 'Beginn',
    swing: 'Schwung',
    direction: 'Richtung',
    internalHold: 'Innen gehalten',
    externalHold: 'Außen gehalten',
    counted: 'Gezählt',
    yes: 'Ja',
    no: (why) => (why === null ? 'Nein' : `Nein: ${why}`),
  },
  plot: {
    title: (angle) => `${angle} im Verlauf`,
    arrows: (description) => `${description} Mit den Pfeiltasten bewegst du dich durch die Zeit.`,
    point: 'Zeig auf die Kurve oder geh mit den Pfeiltasten durch.',
    leftBand: (angle) => `Linke Hüfte (L): ${angle} mit Fehlerband`,
    band: (angle) => `${angle} mit Fehlerband`,
    right: 'Rechte Hüfte (R), gepunktet',
    flag: 'Meldung',
    strongFlag: 'Starke Meldung',
    asTable: 'Die Kurve als Tabelle',
    time: 'Zeit',
    phase: 'Phase',
    bandColumn: 'Band',
    flags: 'Meldungen',
    noReading: 'kein Messwert',
    both: (left, right) => `links ${left}, rechts ${right}`,
    flagCount: (count) => (count === 1 ? 'Eine Meldung' : `${count} Meldungen`),
    noFlags: {
      whole: 'Keine Meldungen',
      part: (share) => `Keine Meldungen in den ${share} der Zeit, die überwacht waren`,
      hardly: 'Kaum überwacht',
    },
    none: (length, flags) => `Keine Messwerte in ${length}. ${flags}.`,
    sentence: (angle, length, top, flags) => `${angle} über ${length}, höchstens ${top}. ${flags}.`,
  },
  watched: {
    share: (share) => `${share} der Arbeitszeit überwacht.`,
    gap: (from, to, why) => `Von ${from} bis ${to} war nichts zu überwachen. ${why}`,
    partGap: (from, to, why) => `Von ${from} bis ${to} war nicht alles zu überwachen. ${why}`,
    moreGaps: (count) => (count === 1 ? 'Und noch einmal, kürzer.' : `Und noch ${count} Mal, kürzer.`),
  },
  origin: {
    none: 'Es wurde keine Startposition gehalten.',
    place: (view, height, distance, down) =>
      `${VIEWS[view]} Ansicht, Linse etwa ${height} m hoch und ${distance} m entfernt, ${down}° nach unten gerichtet.`,
    alone: upperFirst,
    again: (side) => `${side} noch einmal`,
    measured: (model, backend, frames, size) =>
      `Gemessen mit BlazePose ${model} auf ${backend}, ${frames} ${frames === 1 ? 'Bild' : 'Bilder'} mit ${size}.`,
    coaching: 'Coaching, keine Diagnose.',
  },
  felt: {
    label: 'Wie es sich angefühlt hat',
    effort: { ask: 'Wie stark hast du gedrückt?', ends: '0 gar nicht, 10 so stark du konntest' },
    pain: { ask: 'Hat etwas wehgetan?', ends: '0 nichts, 10 so schlimm wie möglich' },
    lights: { green: 'Grün', amber: 'Gelb', red: 'Rot' },
    optional: 'Du kannst das auslassen. Es bleibt beim Satz, auf diesem Gerät.',
    notStored: 'Deine Antwort ließ sich nicht speichern. Sie ist weg, wenn der Tab geschlossen wird.',
    largeTitle: 'Vielleicht brauchst du diese Übung nicht',
    large: (angle) =>
      `Deine Hüften haben im Mittel ${angle} gedreht. Das ist schon viel: Kraft darin bringt dir mehr als noch mehr Spielraum.`,
  },
  sources: { clip: 'Video', file: 'Video', demo: 'Demo', none: 'Ohne Kamera' },
  gone: 'Unter dieser Adresse gibt es keinen Satz. Vielleicht wurde er gelöscht.',
  unreadable: (why) => `Dieser Satz lässt sich nicht mehr lesen. ${why}`,
  noSuchSet: 'Diesen Satz gibt es nicht',
  pastSets: 'Frühere Sätze',
  set: 'Satz',
  reading: 'Der Satz wird gelesen …',
  result: 'Ergebnis',
  again: 'Noch einmal machen',
  report: 'Bericht',
  exportJson: 'JSON exportieren',
  exportCsv: 'CSV exportieren',
  delete: 'Löschen',
  repsCounted: (good, all) => `${good} von ${all} ${all === 1 ? 'Wiederholung' : 'Wiederholungen'} gezählt.`,
  notWatched: 'In diesem Satz nicht überwacht',
  lessons: 'Was du mitnimmst',
};
