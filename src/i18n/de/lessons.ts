import type { LessonWords } from '../../training/review/lessons.ts';
import { upperFirst } from '../phrasing.ts';

const within = (line: number): string => `weniger als ${line}° kann Messfehler sein`;

export const lessons: LessonWords = {
  good: {
    further: (side, degrees) =>
      `Deine ${side === null ? '' : side === 'left' ? 'linke ' : 'rechte '}Hüfte kam ${degrees}° weiter als beim letzten Mal.`,
    pull: (degrees) => `Aus eigenem Zug kam deine Hüfte ${degrees}° weiter als beim Lockerlassen.`,
    sink: (degrees) => `Nach dem Drücken kamst du beim Lockerlassen ${degrees}° weiter.`,
    still: 'Dein Becken sah die ganze Zeit ruhig aus.',
    repetitions: (clean, all) => `${clean} von ${all} Wiederholungen ${clean === 1 ? 'war' : 'waren'} sauber.`,
    finished: 'Du hast den ganzen Durchgang gemacht.',
  },
  next: {
    symptoms: {
      pinch: 'Geh beim nächsten Mal beim ersten Zwicken zurück, bis es weg ist.',
      pain: 'Warte, bis der Schmerz weg ist, und hör auf, sobald es wehtut.',
      numb: 'Warte, bis das Gefühl wieder normal ist, und hör beim ersten Kribbeln auf.',
    },
    again: 'Mach beim nächsten Mal dasselbe noch einmal.',
    painRed: 'Warte, bis der Schmerz weg ist, und fang dann sanft an.',
    painAmber: 'Drück beim nächsten Mal schwächer, eine Runde weniger, und hör auf, sobald es wehtut.',
    noStart: 'Halte beim nächsten Mal in der Startposition still, bis der Ring voll ist: Von dort aus wird gezählt.',
    unseen: (share) =>
      `Nimm dir beim nächsten Mal eine Minute mehr für den Platz des Laptops: Ich konnte nur ${share} % des Durchgangs messen.`,
    awayFor: (share) => `Bleib beim nächsten Mal in der Position: Ich konnte nur ${share} % des Durchgangs messen.`,
    badLight: (share) => `Sorge beim nächsten Mal für besseres Licht: Ich konnte nur ${share} % des Durchgangs messen.`,
    effort: 'Steigere das Drücken beim nächsten Mal langsamer und höchstens bis acht von zehn.',
    drift:
      'Drück beim nächsten Mal mit weniger Kraft, sodass sich von der ersten bis zur letzten Sekunde nichts bewegt.',
    tooFast: 'Nimm dir beim nächsten Mal für jede Wiederholung doppelt so viel Zeit.',
    stopAt: (degrees) => `Bleib beim nächsten Mal bei etwa ${degrees}°, wo dein Becken noch ruhig war, und atme dort.`,
    onlyAsDeep: (cue) => `Geh beim nächsten Mal etwas weniger weit und achte auf eines: ${cue}`,
    mind: (cue) => `Achte beim nächsten Mal von Anfang an auf eines: ${cue}`,
    backMoved: 'Hör beim nächsten Mal auf, bevor dein unterer Rücken mitgeht.',
    backBent: 'Geh beim nächsten Mal nur so weit, wie dein Rücken lang bleibt.',
    earlyPelvis: (half) =>
      `Geh beim nächsten Mal langsamer über die ersten ${half}°: Dein Becken hatte sich da schon bewegt.`,
    repetitions: (why) => `Achte beim nächsten Mal auf das, was die meisten Wiederholungen gekostet hat: ${why}`,
    leftEarly: 'Geh beim nächsten Mal etwas weniger tief, sodass du bis zum Ende bleiben kannst.',
    pelvisUnseen: 'Halte beim nächsten Mal Arme und weite Kleidung vom Becken fern, damit die Kamera es sieht.',
    partsSkipped: 'Mach beim nächsten Mal jeden Teil bis zum Ende.',
    cutShort:
      'Nimm beim nächsten Mal einen kürzeren Durchgang, wenn die Zeit knapp ist: Ein kurzer, den du beendest, sagt mehr.',
    gain: (degrees) =>
      `Mach beim nächsten Mal dasselbe noch einmal: Drücken und Ziehen haben dir zusammen ${degrees}° gebracht.`,
    clean: 'Mach beim nächsten Mal dasselbe; war es zweimal leicht, kommt etwas dazu.',
  },
  lines: {
    at: (side, round, text) => {
      const place = [
        ...(side === null ? [] : [side === 'left' ? 'links' : 'rechts']),
        ...(round === null ? [] : [`Runde ${round}`]),
      ];
      return [...(place.length === 0 ? [] : [place.join(', ')]), text].map(upperFirst).join(': ');
    },
    sink: (degrees) => `nach dem Drücken kamst du beim Lockerlassen ${degrees}° weiter als davor.`,
    pullMore: (degrees, bend) =>
      `beim Ziehen hat sich deine Hüfte ${degrees}° weiter ${bend ? 'gebeugt' : 'gedreht'} als beim Lockerlassen.`,
    pullLess: (degrees) =>
      `beim Ziehen kam deine Hüfte ${degrees}° weniger weit als beim Lockerlassen. Das ist der Teil zum Üben.`,
    pullSame: (line) => `Ziehen brachte etwa so viel wie Lockerlassen (${within(line)}).`,
    earlyPelvis: (half) =>
      `dein Becken hatte sich schon bewegt, als sich deine Hüfte um den halben Weg (${half}°) gedreht hatte.`,
    held: (inZone, length) => `Du bist ${inZone} von ${length} Sekunden am Ende deiner Bewegung geblieben.`,
    leftEarly: (phase, seconds) => `„${phase}“ ${seconds} s zu früh verlassen.`,
    sidesSame: (left, right, line) => `Links ${left}°, rechts ${right}°: etwa gleich (${within(line)}).`,
    sidesApart: (left, right, apart) =>
      `Links ${left}°, rechts ${right}°: ${apart}° auseinander. Übe beide Seiten gleich viel.`,
  },
  after: {
    pain: {
      none: 'Kein Schmerz: Mach so weiter.',
      green:
        'Eine Dehnung, die du spürst und die beim Loslassen weg ist, ist in Ordnung. Schmerz nicht: Hör auf, sobald es wehtut.',
      amber:
        'Das ist Schmerz, keine Dehnung: Hör auf, sobald es wehtut. Drück beim nächsten Mal schwächer und mach weniger Runden. Ist er morgen noch da, mach erst Pause.',
      red: 'Hör für heute auf. Fang sanft wieder an, wenn der Schmerz weg ist. Ist er morgen noch da oder kommt er wieder, lass ihn abklären.',
    },
    tooHard: 'Das war mehr als acht von zehn. Drück nie stärker als acht: Steigere beim nächsten Mal langsamer.',
    harderThanAsked: (enough) => `Mehr, als dieses Ziel verlangt: etwa ${enough} von zehn genügen.`,
  },
};
