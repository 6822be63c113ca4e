import { lowerFirst } from '../lower-first.ts';
import type { Words } from '../words.ts';

export const drill: Words['drill'] = {
  source: {
    ask: 'Woher kommt das Bild?',
    kinds: { camera: 'Kamera', file: 'Videodatei', demo: 'Demo' },
    demo: (title) =>
      `Eine gerenderte Person macht die Übung „${title}“. Nichts ist gestellt: der Clip läuft durch dieselbe Messung wie ein Kamerabild.`,
    runDemo: 'Demo starten',
    why: 'Über die Kamera sieht Truehip deine Hüften drehen. Wenn du den Knopf drückst, fragt dich der Browser einmal.',
    promises: [
      'Das Bild wird auf diesem Gerät gemessen und dann vergessen. Es wird nicht aufgezeichnet und nirgendwohin gesendet.',
      'Es wird kein Ton aufgenommen.',
      'Die Frage des Browsers erscheint oben im Fenster.',
    ],
    camera: 'Kamera einschalten',
    which: 'Welche Kamera',
    browsersChoice: 'Auswahl des Browsers',
    video:
      'Ein Video der Übung, vom Platz in der Zeichnung aus gefilmt, mit dem ganzen Körper im Bild. Es bleibt auf diesem Gerät.',
    openVideo: 'Videodatei öffnen …',
  },
  numbers: {
    buildUp: (phase) => `${phase}, steigern`,
    hold: (phase) => `${phase}, halten`,
    rest: 'Pause zwischen Runden',
    roundsEach: 'Runden je Seite',
    rounds: 'Runden',
    reps: 'Wiederholungen',
    timesThrough: 'Durchgänge',
    effortFrom: 'Kraft von',
    effortTo: 'Kraft bis',
    less: (label) => `Weniger: ${label}`,
    more: (label) => `Mehr: ${label}`,
    limits: (unit, min, max) => `${unit}, von ${min} bis ${max}`,
  },
  lock: {
    title: 'Diese Übung ist ausgesetzt',
    text: (symptom, first, second) =>
      `Du hast sie innerhalb von sieben Tagen zweimal wegen ${symptom} gestoppt: am ${first} und am ${second}. Lass das von einer Physiotherapeutin oder einem Arzt abklären, bevor du weitermachst. Die anderen Übungen sind davon nicht betroffen.`,
    confirm: 'Ich habe es abklären lassen und darf weitermachen.',
    lessTitle: 'Heute weniger tief',
    less: (symptom) =>
      `Beim letzten Mal hast du diese Übung wegen ${symptom} gestoppt. Geh weniger tief als da, mit weniger Kraft, und bleib deutlich davor.`,
  },
  ways: 'Varianten dieser Übung',
  how: 'So geht es',
  before: 'Bevor du anfängst',
  yourSet: 'Dein Satz',
  timer: 'Ohne Kamera: ich nehme die Zeit und sage dir, was zu tun ist. Es wird nichts gemessen.',
  startTimer: 'Timer starten',
  place: (title) => `Wo der Laptop steht: ${lowerFirst(title)}`,
  places: {
    where: 'Wo',
    lens: 'Linse',
    tilt: 'Bildschirm',
    avoid: 'Vermeide',
    blind: 'Nicht zu sehen',
    pause: 'Pausieren',
  },
  numbersFor: (goal) => `Die Zahlen für „${goal}“`,
  backToPreset: 'Zurück zur Voreinstellung',
  goal: 'Ziel des Tages',
  about: (length) => `Etwa ${length}.`,
  bothTogether: 'Beide Beine arbeiten zusammen.',
  leg: 'Arbeitendes Bein',
  legs: { left: 'Links', right: 'Rechts', each: 'Beide' },
  leftFirst: 'Zuerst links, dann rechts.',
  turnRound: 'Dazwischen drehst du dich um.',
  height: 'Deine Größe',
  intoPlace: 'Zeit bis zum Start',
};
