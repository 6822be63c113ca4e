import type { Words } from '../words.ts';
import { common } from './common.ts';

export const trends: Words['trends'] = {
  differences: {
    side: 'andere Hüfte',
    watched: 'Becken nur bei einem zu sehen',
    view: 'andere Ansicht',
    place: 'Laptop an einem anderen Platz',
    'pelvis-model': 'andere Version der Körpererkennung',
    strictness: 'andere Strenge',
    instrument: 'die App hat anders gemessen',
    effort: 'mit Gurt oder aus eigener Kraft',
  },
  sides: {
    only: (side) => `Nur die ${side === 'left' ? 'linke' : 'rechte'} Seite wurde gemacht.`,
    unlike: (why) => `Links und rechts werden nicht verglichen: ${why}.`,
    same: 'Links und rechts kamen etwa gleich weit.',
    further: (side, angle) =>
      `Die ${side === 'left' ? 'linke' : 'rechte'} Hüfte kam ${angle} weiter als die ${side === 'left' ? 'rechte' : 'linke'}. Ein Unterschied zwischen den Seiten ist häufig.`,
  },
  change: {
    sameSentence: (line) => `Etwa gleich: Eine Änderung unter ${line} kann Messfehler sein.`,
    moreSentence: (angle, line) => `${angle} mehr. Das ist größer als der Messfehler von ${line}.`,
    lessSentence: (angle, line) => `${angle} weniger. Das ist größer als der Messfehler von ${line}.`,
    one: 'Bisher nur eine Woche.',
    between: (day, first, latest, told) =>
      `Erste Woche (ab ${day}): ${first}. Letzte Trainingswoche: ${latest}. ${told}`,
  },
  anew: {
    since: (day) => `Seit ${day} wird anders gemessen. Frühere Werte können um ein paar Grad abweichen.`,
    cell: 'nicht verglichen: davor anders gemessen',
    seam: 'anders gemessen',
    legend: 'Ab dieser Linie wird anders gemessen',
  },
  heading: 'Verlauf',
  empty: 'Noch keine gemessenen Durchgänge. Demo und Videos zählen hier nicht.',
  hip: (side) => `${side === 'left' ? 'Linke' : 'Rechte'} Hüfte`,
  chart: (sentence) => `Werte im Lauf der Zeit. ${sentence}`,
  goal: (degrees) => `Dein Ziel: ${degrees}°`,
  newBest: 'neuer Bestwert',
  bestOf: (side, range, by, day) =>
    `Neuer Bestwert deiner ${side === 'left' ? 'linken' : 'rechten'} Hüfte: ${range}. Das sind ${by} mehr als am ${day} und mehr als der Messfehler.`,
};

const yourHip = (side: 'left' | 'right'): string => `Deine ${side === 'left' ? 'linke' : 'rechte'} Hüfte`;

export const story: Words['story'] = {
  same: (side, day, line) =>
    `${yourHip(side)} kommt etwa so weit wie in deiner ersten Woche (ab ${day}): Eine Änderung unter ${line} kann Messfehler sein.`,
  bothSame: (day, line) =>
    `Beide Hüften kommen etwa so weit wie in deiner ersten Woche (ab ${day}): Eine Änderung unter ${line} kann Messfehler sein.`,
  otherSame: (side, line) =>
    `Die ${side === 'left' ? 'linke' : 'rechte'} kommt etwa so weit wie damals: Eine Änderung unter ${line} kann Messfehler sein.`,
  more: (side, by, day) =>
    `${yourHip(side)} kommt ${by} weiter als in deiner ersten Woche (ab ${day}), mehr als der Messfehler.`,
  less: (side, by, day) =>
    `${yourHip(side)} schafft ${by} weniger als in deiner ersten Woche (ab ${day}), mehr als der Messfehler.`,
  bothMore: (left, right, day) =>
    `Beide Hüften kommen weiter als in deiner ersten Woche (ab ${day}): die linke ${left}, die rechte ${right}. Das ist mehr als der Messfehler.`,
  early: (day) => `Das ist die erste Woche mit dieser Übung. Ab ${day} vergleiche ich damit.`,
  oneWeek: (side) => `${yourHip(side)} hat bisher nur Durchgänge aus einer Woche.`,
  begun: (day) => `Am ${day} begann deine erste Woche. Damit vergleiche ich deine nächsten Durchgänge.`,
  none: 'Nach deinen ersten Durchgängen mit der Kamera siehst du hier deinen Verlauf.',
  sinceStart: 'Seit du angefangen hast',
  firstWeek: 'erste Woche',
  now: 'letzte Trainingswoche',
  error: 'Messfehler',
  moments: {
    heading: 'Was wichtig war',
    first: (range) => `Erster Tag: ${range}.`,
    test: 'Hüfttest.',
    best: (range, by) => `Neuer Bestwert: ${range}, ${by} mehr als davor und mehr als der Messfehler.`,
    pause: (days) => `Wieder da nach ${days} Tagen Pause.`,
    pain: (pain) => `Es tat weh: ${pain} von 10`,
  },
  line: 'Ein Punkt je Durchgang; bei vielen der mittlere Wert einer oder mehrerer Wochen',
  ribbon: 'Der Messfehler darum herum',
  leftOut: (sets, why) =>
    `${sets === 1 ? '1 Durchgang steht' : `${sets} Durchgänge stehen`} nicht auf dieser Linie: ${why}.`,
  watched: 'Becken anders zu sehen',
  unwatched:
    'Dein Becken war in diesen Durchgängen nicht zu sehen. Ein Teil der Bewegung kommt vielleicht nicht aus der Hüfte.',
};

/** What the person aims at with each hip. */
export const goals: Words['goals'] = {
  lead: 'Ein Ziel für eine Hüfte in einer Übung, oder eine Kniebeuge ohne Zwicken. „Erreicht“ sage ich erst, wenn es über den Messfehler hinausgeht.',
  noGoals: 'Du hast noch kein Ziel.',
  yours: 'Deine Ziele',
  hip: (side) => common.hip[side],
  squat: (hip) => `${hip}: Kniebeuge ohne Zwicken`,
  none: 'Seit du es gesetzt hast, gibt es keinen vergleichbaren Durchgang.',
  onTheWay: (best, left) => `Bester Wert bisher: ${best}. Noch ${left}.`,
  atError: (best, line) =>
    `Bester Wert bisher: ${best}. Du bist etwa da: Unter ${line} kann ich keinen Unterschied messen.`,
  reached: (best, day) => `Erreicht am ${day}: ${best}, über den Messfehler hinaus.`,
  notAnswered: 'Ich frage dich einmal in der Woche. Es zählt dein Wort, keine Kamera beurteilt das.',
  free: (weeks) =>
    weeks === 1
      ? 'Du sagst: Zuletzt hat nichts gezwickt.'
      : `Du sagst: ${weeks}-mal hintereinander hat nichts gezwickt.`,
  pinched: (day) =>
    `Am ${day} hast du gesagt, dass es gezwickt hat. Geh nur so tief, dass nichts zwickt. Zwickt es weiter, zeig die Hüfte jemandem, der sich damit auskennt.`,
  ask: (side) => `Diese Woche: Hat deine ${side === 'left' ? 'linke' : 'rechte'} Hüfte in der Kniebeuge gezwickt?`,
  noPinch: 'Kein Zwicken',
  didPinch: 'Es hat gezwickt',
  add: 'Ein Ziel setzen',
  which: 'Welche Hüfte',
  what: 'Wofür',
  squatChoice: 'Kniebeuge ohne Zwicken',
  squatNote: 'Einmal in der Woche frage ich dich, ob es gezwickt hat. Gemessen wird nichts.',
  soFar: (best) => `Dein bester Wert bisher, am Platz deiner neuesten Durchgänge: ${best}.`,
  noBest: 'Diese Hüfte wurde in dieser Übung noch nicht gemessen.',
  error: 'Ein neues Ziel ersetzt das, das diese Hüfte in dieser Übung hat.',
  set: 'Dieses Ziel setzen',
  added: 'Das Ziel ist gesetzt.',
  changed: 'Das Ziel ist geändert.',
  deleteOf: (name) => `Ziel löschen: ${name}`,
  notStored: 'Der Browser hat es nicht gespeichert. Es gilt, bis du die Seite schließt.',
};

export const endTime: Words['endTime'] = {
  heading: 'Zeit am Ende deiner Bewegung',
  what: 'So lange war jede Hüfte höchstens 5° von ihrem besten Wert im jeweiligen Durchgang entfernt (Minuten und Sekunden). Es zählt nur, solange das Becken zu sehen ist und nichts gemeldet wird. Alle Übungen zusammen.',
  from: (day) => `ab ${day}`,
  unknown: (sets) =>
    `Nicht gezählt: ${sets} ${sets === 1 ? 'Durchgang' : 'Durchgänge'} ohne Kamera, ohne Zahl, ohne Blick auf das Becken oder aus einer älteren Version.`,
};
