import type { Side } from '../../instrument/geometry/units.ts';
import { lowerFirst, upperFirst } from '../phrasing.ts';
import type { Words } from '../words.ts';
import { common } from './common.ts';

const hip = (side: Side | null): string => (side === null ? 'Hüfte' : side === 'left' ? 'linke Hüfte' : 'rechte Hüfte');

/** A noun keeps its large letter: "Hüfte allein". */
const about = (name: string, text: string): string => `${name}: ${text.startsWith('Hüfte') ? text : lowerFirst(text)}`;

const VIEWS = { good: 'gute', fair: 'brauchbare', poor: 'schlechte' } as const;

export const summary: Words['summary'] = {
  says: {
    timer: (spent) => `Du bist ${spent} drangeblieben. Ohne Kamera wurde nichts gemessen.`,
    timerPaced: 'Die Stimme gab den Takt vor, gezählt hat niemand.',
    timerCounted: (reps) => `Du hast ${reps === 1 ? 'eine Wiederholung' : `${reps} Wiederholungen`} gezählt.`,
    noRange: (side) => `Für deine ${hip(side)} gibt es keine Zahl.`,
    subject: (side, best) => (best ? `In der besten Runde hat sich deine ${hip(side)}` : `Deine ${hip(side)} hat sich`),
    band: (degrees) => `, plus oder minus ${degrees}°`,
    turnedClean: (subject, angle, band) => `${subject} ohne das Becken um ${angle} gedreht${band}.`,
    possible: (angle) =>
      `Bis ${angle} ist möglich: Der letzte Teil kam so plötzlich, dass er nicht sicher aus der Hüfte war.`,
    networkOut: {
      unwatched: 'Ein Teil der Körpererkennung fehlte. Dein Becken habe ich nicht gesehen.',
      roughly: 'Zeitweise fehlte ein Teil der Körpererkennung. Dein Becken habe ich da schlechter gesehen.',
    },
    tooSmall: (subject, bends) => `${subject} weniger ${bends ? 'gebeugt' : 'gedreht'}, als ich messen kann.`,
    turnedGross: (subject, angle, band) => `${subject} vom Start aus um ${angle} gedreht${band}.`,
    bent: (subject, angle, band) => `${subject} um ${angle} weiter gebeugt als am Start${band}.`,
    bentFlagged: (angle) => `Mit Hilfe des Rückens oder mit einem anderen Fehler ging sie ${angle} weiter.`,
    rounds: 'Ein runder Rücken zählt mit, außer wo er beim Ziehen oder tiefer Sinken sichtbar rund wurde.',
    tips: 'Ein Becken, das mitkippt, zählt mit.',
    noneSeen: 'Vom Becken war nichts zu sehen.',
    noneIn: (share) => `Dein Becken war ${share} der Zeit zu sehen; da hat es sichtbar nichts beigetragen.`,
    pelvisContributionAtLeast: (angle) => `${angle} oder mehr kamen vom Becken.`,
    pelvisContribution: (angle) => `Weitere ${angle} kamen vom Becken.`,
    unknown: 'Wie viel davon vom Becken kam, war nicht zu sehen.',
    helped: (angle) => `Was sich außer der Hüfte bewegt hat, gab ${angle} oder mehr dazu.`,
    brokeOff: (length) => `Der Durchgang brach nach ${length} ab. Es zählt nur, was du davor gemacht hast.`,
    brokeOffAt: (length, time) =>
      `Der Durchgang brach um ${time} ab, nach ${length}. Es zählt nur, was du davor gemacht hast.`,
    doubtful: 'Die Zahlen dieses Durchgangs können nicht stimmen.',
    notCompared: 'Sie stehen unten so, wie sie gespeichert sind, und werden nicht mit anderen Durchgängen verglichen.',
    noReferencePose: 'Der Durchgang endete, bevor deine Startposition gehalten war.',
    noFrames: 'Der Durchgang endete, bevor etwas gemessen wurde.',
    notSeen: 'Du warst nicht gut genug zu sehen; für diesen Durchgang gibt es keine Zahl.',
    noNumber: 'Für diesen Durchgang gibt es keine Zahl.',
    notRead: (share, why) => `${share} der Zeit gab es keine Zahl. ${why}`,
    allFlagged: 'Die ganze Zeit war ein Fehler zu sehen; keine Zahl zählt.',
    allMoved: 'Das Becken ging die ganze Zeit mit oder war nicht zu sehen; für die Hüfte allein gibt es keine Zahl.',
    read: (share) => `Du warst ${share} des Durchgangs zu sehen.`,
    readWatched: (share, watched) => `Du warst ${share} des Durchgangs zu sehen, dein Becken ${watched}.`,
    of: (side, text) => (side === null ? text : `${side}: ${text}`),
    backNotSeen: 'Die Linie deines Rückens war nicht frei zu sehen; darüber lässt sich nichts sagen.',
    backStill: (band) => `Dein unterer Rücken blieb ruhig, plus oder minus ${band}°.`,
    back: (hollow, round, band) => {
      const parts = [hollow && `ging bis ${hollow} ins Hohlkreuz`, round && `wurde bis ${round} rund`].filter(Boolean);
      return `Dein unterer Rücken ${parts.join(' und ')}, plus oder minus ${band}°.`;
    },
    backNorms:
      'Das ist grob, weil es nur von der Seite zu sehen ist: Es zeigt, ob dein Rücken nachgibt, mehr nicht. Die Übung selbst machst du von ihrem eigenen Platz aus.',
    bendNorms:
      'Einen Zielwert gibt es nicht: Er hängt von deiner Startposition ab, und von der Kiste, wenn es eine gibt. Vergleiche Durchgänge mit demselben Start.',
  },
  ending: {
    label: 'Wie es ging',
    more: (by) => `${by} mehr als letztes Mal.`,
    less: (by) => `${by} weniger als letztes Mal. Ein Durchgang sagt wenig.`,
    same: 'So weit wie letztes Mal.',
    sameInWeek: 'So weit wie letztes Mal. Innerhalb einer Woche ist das normal.',
    best: (by) => `${by} mehr als letztes Mal, ein neuer Bestwert.`,
    moreThanFirst: (by, day) => `${by} mehr als in deiner ersten Woche (ab ${day}).`,
    lessThanFirst: (by, day) => `${by} weniger als in deiner ersten Woche (ab ${day}).`,
    sameAsFirst: (day) => `Etwa so weit wie in deiner ersten Woche (ab ${day}).`,
    nothingBefore: 'Noch nichts zum Vergleichen.',
    together: (text) => `${text} Das gilt für Hüfte und Becken zusammen: Ich konnte dein Becken nicht sehen.`,
    resting: (time) => `Pause ${time}`,
    now: { left: 'Jetzt das linke Bein.', right: 'Jetzt das rechte Bein.', rest: 'Fertig. Ruh\u00a0dich aus.' },
    otherLeg: { left: 'Weiter mit links', right: 'Weiter mit rechts' },
    done: 'Zum Ergebnis',
    whole: 'Alles zu diesem Durchgang',
  },
  changes: {
    more: (angle) => `${angle} mehr`,
    less: (angle) => `${angle} weniger`,
    sameAs: (date, before, line) =>
      `etwa gleich wie am ${date} (damals ${before}). Weniger als ${line} kann Messfehler sein.`,
    moreThan: (angle, date, before, line) =>
      `${angle} mehr als am ${date} (damals ${before}). Das liegt über dem Messfehler von ${line}.`,
    lessThan: (angle, date, before, line) =>
      `${angle} weniger als am ${date} (damals ${before}). Das liegt über dem Messfehler von ${line}.`,
    of: (side, text) => (side === null ? upperFirst(text) : about(upperFirst(hip(side)), text)),
    short: (side, text) => `${side === 'left' ? 'links' : 'rechts'} ${text}`,
  },
  tables: {
    ranges: 'Werte nach Runde und Phase',
    roundOrPhase: 'Runde oder Phase',
    beforePelvis: 'Bevor das Becken mitging',
    seen: 'Zu sehen',
    pelvisWatched: 'Becken zu sehen',
    unknownTurned: 'nicht bekannt; gedreht',
    flagsOf: (count) => `Meldungen (${count})`,
    noFlags: {
      whole: 'Keine. Alles, was von hier zu sehen ist, war im Blick.',
      part: (share) => `Keine in den ${share} der Zeit, in denen ich dich im Blick hatte.`,
      hardly: 'Fast nichts war im Blick; das sagt also nichts.',
    },
    number: 'Nr.',
    when: 'Wann',
    eventOnly: 'gesehen, ohne Größe',
    peak: 'Spitze',
    means: 'Was es bedeutet',
    fromTo: (from, to) => `${from} bis ${to}`,
    strong: (rule) => `${rule}, stark`,
    cue: (cue) => `Hinweis: „${cue}“`,
    began: 'Beginn',
    swing: 'Schwung',
    direction: 'Richtung',
    internalHold: 'Innen gehalten',
    externalHold: 'Außen gehalten',
    counted: 'Gezählt',
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
    phase: 'Phase',
    bandColumn: 'Band',
    noReading: 'kein Messwert',
    both: (left, right) => `links ${left}, rechts ${right}`,
    flagCount: (count) => (count === 1 ? 'Eine Meldung' : `${count} Meldungen`),
    noFlags: {
      whole: 'Keine Meldungen',
      part: (share) => `Keine Meldungen in den ${share} der Zeit, in denen ich dich im Blick hatte`,
      hardly: 'Kaum etwas im Blick',
    },
    none: (length, flags) => `Keine Messwerte in ${length}. ${flags}.`,
    sentence: (angle, length, top, flags) => `${angle} über ${length}, höchstens ${top}. ${flags}.`,
  },
  watched: {
    left: (time) => `Du warst ${time} lang nicht in Position. Diese Zeit konnte ich nicht beurteilen.`,
    hipsUp: (time) =>
      `${time} lang war dein Becken oben, als ich dich in der Startposition gebraucht hätte. Diese Zeit konnte ich nicht beurteilen.`,
    awaited: (time) =>
      `${time} lang hätte ich dich wieder in der Startposition gebraucht. Diese Zeit konnte ich nicht beurteilen.`,
    withoutNumber: (rules) => `Eine Zahl habe ich nicht. Beobachtet habe ich: ${rules}. Da ist nichts aufgefallen.`,
    notBack: {
      what: 'Ich hätte dich wieder in der Startposition gebraucht',
      todo: 'Wenn ich dich darum bitte, geh dorthin zurück und halte still.',
    },
    little: (share) => `Nur ${share} der Übungszeit waren im Blick. Über den Rest lässt sich nichts sagen.`,
    toFeel: (rules) => `Das kann ich von hier nicht sehen, das spürst nur du: ${rules}.`,
    partly: 'Nicht bekannt: Ein Teil war fast die ganze Zeit nicht zu sehen.',
    hidden: (rules) => `Nicht im Blick: ${rules}`,
    lapses: (why) => `Ab und zu habe ich kurz nicht alles gesehen. ${why}`,
    share: (share) => `${share} der Übungszeit im Blick.`,
    gap: (from, to, why) => `Von ${from} bis ${to} war nichts zu sehen. ${why}`,
    partGap: (from, to, why) => `Von ${from} bis ${to} war nicht alles zu sehen. ${why}`,
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
    effort: { ask: 'Wie sehr hast du dich angestrengt?', ends: '0 gar nicht, 10 so sehr du konntest' },
    pain: {
      ask: 'Hat etwas wehgetan?',
      ends: '0 nichts, 1–2 unangenehm, beim Loslassen weg, 10 am schlimmsten',
    },
    hip: {
      ask: 'Welche Hüfte war es?',
      answers: common.which,
    },
    back: {
      ask: {
        still: 'Ist dein unterer Rücken geblieben, wo er am Start war?',
        long: 'Ist dein Rücken lang geblieben?',
        flat: 'Ist dein Rücken lang und flach geblieben?',
      },
      why: 'Die Kamera sieht ihn bei dieser Übung nicht.',
      answers: { still: common.yes, moved: 'Nein', unsure: 'Weiß nicht' },
      rounded: 'Nein, er wurde rund',
      told: {
        still: {
          still: 'Unterer Rücken, eigene Antwort: Er blieb, wo er war.',
          moved: 'Unterer Rücken, eigene Antwort: Er ging mit.',
          unsure: 'Unterer Rücken, eigene Antwort: nicht sicher.',
        },
        long: {
          still: 'Rücken, eigene Antwort: Er blieb lang.',
          moved: 'Rücken, eigene Antwort: Er blieb nicht lang.',
          unsure: 'Rücken, eigene Antwort: nicht sicher.',
        },
        flat: {
          still: 'Rücken, eigene Antwort: Er blieb lang und flach.',
          moved: 'Rücken, eigene Antwort: Er blieb nicht lang und flach.',
          unsure: 'Rücken, eigene Antwort: nicht sicher.',
        },
      },
    },
    lights: { green: 'In Ordnung', amber: 'Nächstes Mal weniger', red: 'Das ist zu viel' },
    optional: 'Du kannst das auslassen. Deine Antwort bleibt auf diesem Gerät.',
    notStored: 'Deine Antwort ließ sich nicht speichern. Sie ist weg, wenn der Tab geschlossen wird.',
    largeTitle: 'Vielleicht brauchst du diese Übung nicht',
    large: (angle) =>
      `Deine Hüften haben sich im Mittel um ${angle} gedreht. Das ist schon viel. Dort stark zu werden bringt dir mehr, als sie noch weiter zu drehen.`,
  },
  byPhone: 'von Kamera und Handy beobachtet',
  sources: { clip: 'Video', file: 'Video', demo: common.demo, none: 'Ohne Kamera' },
  unsaved: {
    title: 'Dieser Durchgang ist nicht gespeichert',
    text: 'Der Browser konnte ihn nicht speichern, es gibt ihn nur in diesem Tab. Exportiere ihn jetzt, bevor du den Tab schließt oder neu lädst. Platz schaffst du, indem du unter „Rückblick“ alte Durchgänge löschst.',
    now: 'Jetzt exportieren',
  },
  gone: 'Unter dieser Adresse gibt es keinen Durchgang. Vielleicht wurde er gelöscht.',
  unreadable: (why) => `Dieser Durchgang lässt sich nicht mehr öffnen. ${why}`,
  noSuchSet: 'Diesen Durchgang gibt es nicht',
  reading: 'Der Durchgang wird geöffnet …',
  result: 'Ergebnis',
  skipped: 'Teile übersprungen',
  endToday: 'Für heute Schluss',
  allRounds: 'Alle Runden',
  bestRound: (side, round) => `${side === 'left' ? 'Links' : 'Rechts'}, beste Runde (${round})`,
  hip: (side) => upperFirst(hip(side)),
  about,
  bothHips: 'Beide Hüften',
  howSeen: 'Wie gut du zu sehen warst',
  keep: 'Durchgang behalten oder löschen',
  exportJson: 'JSON exportieren',
  exportCsv: 'CSV exportieren',
  repsDone: (clean, all) => `${all} ${all === 1 ? 'Wiederholung' : 'Wiederholungen'}, ${clean} sauber.`,
  notWatched: 'In diesem Durchgang nicht geprüft',
  lessons: 'Was der Durchgang zeigt',
  note: {
    label: 'Notiz',
    yours: 'Deine Notiz zu diesem Durchgang',
    kept: 'Gespeichert.',
    lost: 'Deine Notiz ließ sich nicht speichern. Sie ist weg, wenn der Tab geschlossen wird.',
  },
};
