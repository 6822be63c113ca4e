import type { Words } from '../../words.ts';

const tilt = ['nach vorn', 'nach hinten'] as const;

/** Wie gut die Kamera das Becken liest, nach dem Handy, das darauf liegt. */
export const agreement: Words['agreement'] = {
  heading: 'Die Kamera neben deinem Handy',
  link: 'Kamera und Handy vergleichen',
  lead: 'Solange dein Handy auf deinem Becken liegt, schätzt auch die Kamera das Becken, zweimal in der Sekunde und ohne Hilfe des Handys. Hier siehst du, wie weit beide bei dir auseinanderliegen.',
  reading: 'Ich lese deine Durchgänge …',
  done: (at, of) => `${at} von ${of}`,
  none: 'Noch nichts zu vergleichen. Es braucht einen Durchgang, in dem Handy und Kamera dein Becken beide fünf Sekunden lang gesehen haben.',
  unreadable: 'Deine Durchgänge konnten nicht geladen werden.',
  angles: { twist: 'Drehung des Beckens', obliquity: 'Neigung zur Seite', tilt: 'Kippung' },
  ways: {
    leg: {
      twist: ['zum arbeitenden Bein hin', 'vom arbeitenden Bein weg'],
      obliquity: ['nach oben auf der arbeitenden Seite', 'nach unten auf der arbeitenden Seite'],
      tilt,
    },
    both: { twist: ['nach links', 'nach rechts'], obliquity: ['nach oben links', 'nach oben rechts'], tilt },
  },
  off: (by, way, sets) =>
    `In ${sets === 1 ? 'deinem Durchgang' : 'deinen Durchgängen'} las die Kamera im Mittel ${by} zu weit ${way}.`,
  level: (sets) =>
    `In ${sets === 1 ? 'deinem Durchgang' : 'deinen Durchgängen'} stimmten Kamera und Handy im Mittel überein.`,
  single: (within) => `In einem einzelnen Moment liegt sie höchstens ${within} neben dem Handy (95 %).`,
  few: (sets) =>
    `${sets === 1 ? 'Ein Durchgang beweist nichts: Der nächste kann anders sein' : 'Zwei Durchgänge beweisen wenig'}. Über einen einzelnen Moment kann ich ab drei Durchgängen etwas sagen.`,
  figures: {
    bias: 'Mittlere Abweichung, Kamera minus Handy',
    read: 'Von 5° oder mehr am Handy liest die Kamera',
  },
  nothing: 'nichts',
  plot: (angle, sentence) => `${angle}: Kamera minus Handy, nach Winkel. ${sentence}`,
  moment: 'ein Moment',
  about: 'So liest du das',
  notes: [
    'In jedem Unterschied stecken beide Fehler: der von der Kamera und bis zu 2,5° vom Handy selbst, durch seinen Start, deinen Atem und deine Kleidung.',
    'Das sagt, wie gut die App bei dir misst. Es ist keine medizinische Untersuchung und keine Diagnose.',
  ],
  older: (sets) =>
    `${sets === 1 ? 'Ein älterer Durchgang zählt' : `${sets} ältere Durchgänge zählen`} nicht mit: Damals hat die App anders gemessen.`,
  newest: (sets) => `Es zählen deine neuesten ${sets} Durchgänge mit Handy.`,
  unread: (sets) => (sets === 1 ? 'Ein Durchgang ist nicht lesbar.' : `${sets} Durchgänge sind nicht lesbar.`),
};
