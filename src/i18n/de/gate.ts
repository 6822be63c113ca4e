import type { BodyPart } from '../../instrument/output/reason.ts';
import type { GateWords, Way } from '../../coach/setup/gate-words.ts';
import { listed, paired } from '../phrasing.ts';

/** In the accusative, as after "Ich sehe … nicht". */
export const parts: Readonly<Record<BodyPart, string>> = {
  head: 'deinen Kopf',
  shoulders: 'deine Schultern',
  hips: 'deine Hüften',
  'left knee': 'dein linkes Knie',
  'right knee': 'dein rechtes Knie',
  'left foot': 'deinen linken Fuß',
  'right foot': 'deinen rechten Fuß',
};

const NEAR: Readonly<Record<BodyPart, string>> = {
  head: 'zum Kopf',
  shoulders: 'zum Kopf',
  hips: 'zu den Hüften',
  'left knee': 'zu den Knien',
  'right knee': 'zu den Knien',
  'left foot': 'zu den Füßen',
  'right foot': 'zu den Füßen',
};

const LYING: Readonly<Record<Way, string>> = {
  front: 'weiter zu deinen Füßen',
  back: 'weiter zu deinem Kopf',
  left: 'weiter auf deine linke Seite',
  right: 'weiter auf deine rechte Seite',
};
const UPRIGHT: Readonly<Record<Way, string>> = {
  front: 'weiter vor dich',
  back: 'weiter hinter dich',
  left: 'weiter nach links von dir',
  right: 'weiter nach rechts von dir',
};
const LYING_PLACES = [
  'ans Fußende',
  'neben dein linkes Bein',
  'links neben dich',
  'neben deine linke Schulter',
  'hinter deinen Kopf',
  'neben deine rechte Schulter',
  'rechts neben dich',
  'neben dein rechtes Bein',
];
const UPRIGHT_PLACES = [
  'vor dich',
  'vor dich, halb nach links',
  'links neben dich',
  'hinter dich, halb nach links',
  'hinter dich',
  'hinter dich, halb nach rechts',
  'rechts neben dich',
  'vor dich, halb nach rechts',
];

export const gate: GateWords = {
  checks: {
    light: 'Licht',
    person: 'Person',
    laptop: 'Laptop ruhig',
    body: 'Ganzer Körper',
    posture: 'Startposition',
    view: 'Platz des Laptops',
    phone: 'Handy',
  },
  light: {
    'lens-covered': {
      what: 'Die Kamera ist verdeckt.',
      todo: 'Öffne die Abdeckung oder nimm weg, was davor ist.',
    },
    'too-dark': { what: 'Es ist zu dunkel.', todo: 'Mach Licht an.' },
    'too-bright': { what: 'Es ist zu hell.', todo: 'Dreh den Laptop vom Fenster oder von der Lampe weg.' },
    'against-light': {
      what: 'Du bist im Gegenlicht.',
      todo: 'Zieh den Vorhang zu oder dreh den Laptop vom Fenster weg.',
    },
    dim: { what: 'Es ist etwas dunkel.', todo: 'Mit mehr Licht werden die Zahlen ruhiger.' },
  },
  person: {
    'no-person': { what: 'Ich sehe dich nicht.', todo: 'Komm ins Bild, die Hüften in die Mitte.' },
    'person-too-small': { what: 'Du bist zu weit weg.', todo: 'Stell den Laptop näher.' },
    'person-too-large': { what: 'Du bist zu nah.', todo: 'Stell den Laptop weiter weg.' },
    'implausible-body': {
      what: 'Ich erkenne dich nicht.',
      todo: 'Mach die Sicht zwischen uns frei und trag Farben, die sich vom Boden abheben.',
    },
    'picture-frozen': {
      what: 'Das Bild steht still.',
      todo: 'Starte die Kamera neu oder schließ das Programm, das ihr Bild sendet.',
    },
  },
  looking: { what: 'Ich suche dich.', todo: 'Geh in die Startposition.' },
  laptop: { what: 'Der Laptop bewegt sich.', todo: 'Lass ihn los, sobald er richtig steht.' },
  two: {
    what: 'Ich sehe zwei Personen.',
    todo: 'Nur du darfst im Bild sein. Spiegel zählen auch.',
  },
  several: {
    what: 'Ich sehe mehr als eine Person.',
    todo: 'Nur du darfst im Bild sein. Spiegel zählen auch.',
  },
  looksLikePerson: {
    what: 'Etwas hier sieht aus wie eine zweite Person.',
    todo: 'Ist es ein Bild oder ein Spiegel, deck es ab, wenn du kannst. Starten kannst du trotzdem.',
  },
  moving: { what: 'Halte still.', todo: 'Drei Sekunden, bis der Ring voll ist.' },
  unsteady: {
    what: 'Halte still.',
    todo: 'Wenn du das schon tust, sehe ich deine Beine nicht gut genug. Versuch mehr Licht oder andere Kleidung.',
  },
  slow: {
    what: 'Der Computer ist zu langsam: Ich bekomme zu wenige Bilder.',
    todo: 'Schließ andere Programme. Oder stell in den Einstellungen die Körpererkennung auf „Schnell“.',
  },
  hold: { what: 'Halte still.', todo: 'Drei Sekunden lang.' },
  held: { what: 'Ich habe deinen Start.', todo: 'Gleich geht es los.' },
  ready: { what: 'Ich sehe dich ganz.', todo: 'Drück Start, wenn du so weit bist.' },
  stretched: {
    what: 'Du bist schon über den Start hinaus.',
    todo: 'Geh zurück in die Startposition.',
  },
  rounded: { what: 'Dein Rücken ist rund.', todo: 'Mach ihn lang und flach wie eine Tischplatte.' },
  posture: 'Das ist noch nicht die Startposition.',
  darkClothes: 'Du bist schon drin? Mach mehr Licht, oder trag Kleidung, die sich vom Boden abhebt.',
  start: {
    hipsUp: { what: 'Dein Becken ist oben.', todo: 'Senk es auf den Boden.' },
    notLying: 'Du liegst noch nicht.',
    legs: 'Deine Beine sind noch nicht in Position.',
    leg: {
      left: { what: 'Dein linkes Bein ist noch nicht in Position.', todo: 'Beug das Knie und stell den Fuß auf.' },
      right: { what: 'Dein rechtes Bein ist noch nicht in Position.', todo: 'Beug das Knie und stell den Fuß auf.' },
    },
    bentForward: { what: 'Du bist nach vorn gebeugt.', todo: 'Setz dich aufrecht hin und schau auf den Bildschirm.' },
    legStretched: {
      left: { what: 'Dein linkes Bein ist gestreckt.', todo: 'Beug das Knie und lass den Unterschenkel hängen.' },
      right: { what: 'Dein rechtes Bein ist gestreckt.', todo: 'Beug das Knie und lass den Unterschenkel hängen.' },
    },
    upsideDown: { what: 'Das Bild steht kopf.', todo: 'Dreh die Kamera um, oder ihr Bild in ihren Einstellungen.' },
  },
  otherSide: {
    what: 'Das ist der Start für die andere Seite.',
    todo: 'Wechsle die Seite. Stimmt deine Seite schon, dann spiegelt die Kamera das Bild: Schalte das aus.',
  },
  knee: {
    'knee-hidden': {
      what: 'Ich sehe dein anderes Knie nicht.',
      todo: 'Stell den Laptop etwas mehr zum Kopf hin oder höher.',
    },
    'joints-hidden': {
      what: 'Ich erkenne dein Knie nicht.',
      todo: 'Stell den Laptop höher. Mehr Licht hilft, und Kleidung, die sich vom Boden abhebt.',
    },
  },
  fromOtherSide: 'Ich sehe dich von der anderen Seite.',
  mirrored: 'Steht der Laptop schon dort, dann spiegelt die Kamera das Bild: Schalte das aus.',
  fair: 'Der Platz geht.',
  intro: (step) => `${step} Ich sage dir, was ich sehe.`,
  poor: 'Von hier kann ich nicht gut messen.',
  withoutNumber: 'Von hier bekomme ich keine Zahl. Ich achte auf das, was ich sehe.',
  better: (todo) => `Besser: ${todo}`,
  missing: (missing) => {
    const names = paired(missing, { knees: 'deine Knie', feet: 'deine Füße' }, (part) => parts[part], 'last');
    return names.length > 3 ? 'Ich sehe nur einen Teil von dir.' : `Ich sehe ${listed(names, 'und')} nicht.`;
  },
  cut: (move) => {
    switch (move.kind) {
      case 'turn':
        return `Dreh den Laptop ${NEAR[move.towards]} hin.`;
      case 'tilt':
        return move.down
          ? 'Klapp den Bildschirm etwas nach vorn, sodass er tiefer schaut.'
          : 'Klapp den Bildschirm etwas zurück, sodass er höher schaut.';
      case 'back':
        return 'Stell den Laptop weiter weg.';
      case 'clear':
        return 'Räum weg, was davor steht.';
    }
  },
  view: (move, lying) => {
    if (move.kind === 'higher') return 'Stell den Laptop höher und neig ihn zu deinen Hüften.';
    if (move.kind === 'place')
      return `Stell den Laptop ${(lying ? LYING_PLACES : UPRIGHT_PLACES)[Math.round(move.azimuth / 45) % 8] ?? ''}.`;
    return `Rück den Laptop ${(lying ? LYING : UPRIGHT)[move.way]}.`;
  },
};
