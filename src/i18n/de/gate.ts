import type { BodyPart } from '../../instrument/output/reason.ts';
import type { GateWords, Way } from '../../coach/setup/gate-words.ts';
import { listed, paired } from '../phrasing.ts';
import { light, person } from './common.ts';

const TO_KNEES = 'zu den Knien';
const TO_FEET = 'zu den Füßen';
const TO_HEAD = 'zum Kopf';
const ON_LEFT = 'links neben dich';
const ON_RIGHT = 'rechts neben dich';

const ALONE = 'Nur du darfst im Bild sein. Spiegel zählen auch.';
const STILL = 'Halte still.';
const PLANT = 'Beug das Knie und stell den Fuß auf.';
const HANG = 'Beug das Knie und lass den Unterschenkel hängen.';

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
  head: TO_HEAD,
  shoulders: TO_HEAD,
  hips: 'zu den Hüften',
  'left knee': TO_KNEES,
  'right knee': TO_KNEES,
  'left foot': TO_FEET,
  'right foot': TO_FEET,
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
  ON_LEFT,
  'neben deine linke Schulter',
  'hinter deinen Kopf',
  'neben deine rechte Schulter',
  ON_RIGHT,
  'neben dein rechtes Bein',
];
const UPRIGHT_PLACES = [
  'vor dich',
  'vor dich, halb nach links',
  ON_LEFT,
  'hinter dich, halb nach links',
  'hinter dich',
  'hinter dich, halb nach rechts',
  ON_RIGHT,
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
  light,
  person,
  looking: { what: 'Ich suche dich.', todo: 'Geh in die Startposition.' },
  laptop: { what: 'Der Laptop bewegt sich.', todo: 'Lass ihn los, sobald er richtig steht.' },
  two: {
    what: 'Ich sehe zwei Personen.',
    todo: ALONE,
  },
  several: {
    what: 'Ich sehe mehr als eine Person.',
    todo: ALONE,
  },
  looksLikePerson: {
    what: 'Etwas hier sieht aus wie eine zweite Person.',
    todo: 'Ist es ein Bild oder ein Spiegel, deck es ab, wenn du kannst. Starten kannst du trotzdem.',
  },
  moving: { what: STILL, todo: 'Drei Sekunden, bis der Ring voll ist.' },
  unsteady: {
    what: STILL,
    todo: 'Wenn du das schon tust, sehe ich deine Beine nicht gut genug. Versuch mehr Licht oder andere Kleidung.',
  },
  slow: {
    what: 'Der Computer ist zu langsam: Ich bekomme zu wenige Bilder.',
    todo: 'Schließ andere Programme. Oder stell in den Einstellungen die Körpererkennung auf „Schnell“.',
  },
  hold: { what: STILL, todo: 'Drei Sekunden lang.' },
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
      left: { what: 'Dein linkes Bein ist noch nicht in Position.', todo: PLANT },
      right: { what: 'Dein rechtes Bein ist noch nicht in Position.', todo: PLANT },
    },
    bentForward: { what: 'Du bist nach vorn gebeugt.', todo: 'Setz dich aufrecht hin und schau auf den Bildschirm.' },
    legStretched: {
      left: { what: 'Dein linkes Bein ist gestreckt.', todo: HANG },
      right: { what: 'Dein rechtes Bein ist gestreckt.', todo: HANG },
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
