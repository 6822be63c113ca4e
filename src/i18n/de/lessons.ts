import type { LessonWords } from '../../coach/review/lesson-words.ts';

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const within = (line: number): string => `nicht mehr als der Messfehler (${line}°)`;

export const lessons: LessonWords = {
  next: {
    symptoms: {
      pinch: 'Beim nächsten Mal, wenn die Hüfte sich erholt hat: bleib deutlich vor der Tiefe, in der es gezwickt hat.',
      pain: 'Warte, bis der Schmerz weg ist; beginne dann mit halber Tiefe und wenig Kraft.',
      numb: 'Warte, bis das Gefühl wieder normal ist; beginne dann mit halber Tiefe.',
    },
    again: 'Mach beim nächsten Mal dasselbe noch einmal.',
    painRed: 'Warte, bis es weg ist; geh dann viel weniger tief.',
    painAmber: 'Beim nächsten Mal: weniger tief, weniger Kraft und eine Runde weniger.',
    noStart:
      'Halte beim nächsten Mal in der Startposition still, bis der Ring voll ist, damit es etwas gibt, von dem aus gezählt wird.',
    unseen: (share) =>
      `Nimm dir beim nächsten Mal eine Minute mehr für den Platz des Laptops: nur ${share} % der Zeit warst du messbar.`,
    effort: 'Steigere das Drücken beim nächsten Mal langsamer und hör bei acht von zehn auf.',
    drift:
      'Drück beim nächsten Mal mit weniger Kraft, sodass sich von der ersten bis zur letzten Sekunde nichts bewegt.',
    tooFast: 'Nimm dir beim nächsten Mal für jede Wiederholung doppelt so viel Zeit.',
    stopAt: (degrees) => `Bleib beim nächsten Mal bei etwa ${degrees}°, wo dein Becken noch ruhig war, und atme dort.`,
    onlyAsDeep: (cue) => `Geh beim nächsten Mal nur so tief, wie das noch gelingt: ${cue}`,
    mind: (cue) => `Achte beim nächsten Mal von Anfang an auf eines: ${cue}`,
    earlyPelvis: (half, moved) =>
      `Geh beim nächsten Mal langsamer über die ersten ${half}°: dein Becken war da schon ${moved}° gegangen.`,
    repetitions: (why) => `Achte beim nächsten Mal auf das, was die meisten Wiederholungen gekostet hat: ${why}`,
    leftEarly: 'Geh beim nächsten Mal etwas weniger tief, sodass du bis zum Ende bleiben kannst.',
    pelvisUnseen:
      'Halte beim nächsten Mal Arme und weite Kleidung vom Becken fern, damit es auch überwacht werden kann.',
    cutShort:
      'Nimm dir beim nächsten Mal weniger vor, wenn die Zeit knapp ist: ein kurzer Satz bis zum Ende sagt mehr als ein langer, der abbricht.',
    gain: (degrees) => `Mach beim nächsten Mal dasselbe noch einmal: nach dem Drücken kamst du ${degrees}° weiter.`,
    clean: 'Mach beim nächsten Mal dasselbe noch einmal; bleibt es so sauber und leicht, nimm eine Runde dazu.',
  },
  lines: {
    at: (side, round, text) => {
      const place = [
        ...(side === null ? [] : [side === 'left' ? 'links' : 'rechts']),
        ...(round === null ? [] : [`Runde ${round}`]),
      ];
      return upperFirst(place.length === 0 ? text : `${place.join(', ')}: ${text}`);
    },
    sink: (degrees) => `beim Nachsinken lagst du ${degrees}° weiter als vor dem Drücken.`,
    pullMore: (degrees, bend) =>
      `aus eigenem Zug hat die Hüfte ${degrees}° weiter ${bend ? 'gebeugt' : 'gedreht'} als in der passiven Phase.`,
    pullLess: (degrees) =>
      `aus eigenem Zug kam die Hüfte ${degrees}° weniger weit, als sie passiv lag: das ist der Teil zum Üben.`,
    pullSame: (line) => `aus eigenem Zug hielt die Hüfte, was sie passiv hatte; der Unterschied ist ${within(line)}.`,
    earlyPelvis: (moved, half) =>
      `das Becken war schon ${moved}° gegangen, bevor die Hälfte des Wegs (${half}°) genutzt war.`,
    held: (inZone, length) => `Von ${length} s zum Bleiben warst du ${inZone} s nahe an deinem Weitesten.`,
    leftEarly: (phase, seconds) => `aus „${phase}“ ${seconds} s vor dem Ende heraus.`,
    sidesSame: (left, right, line) => `Links ${left}°, rechts ${right}°: etwa gleich, ${within(line)} auseinander.`,
    sidesApart: (left, right, apart) =>
      `Links ${left}°, rechts ${right}°: ${apart}° auseinander. Bei vier von zehn gesunden Erwachsenen unterscheiden sich die Seiten; kümmere dich um beide gleich.`,
  },
  after: {
    pain: {
      none: 'Kein Schmerz: mach so weiter.',
      green: 'Ein wenig ist in Ordnung, wenn es bis morgen weg ist. Ziel ist keiner: bleib da, wo nichts wehtut.',
      amber:
        'Zu viel, um so weiterzumachen. Beim nächsten Mal weniger tief, weniger Kraft und weniger Runden. Bis morgen sollte es weg sein; wenn nicht, mach erst Pause.',
      red: 'Hör für heute auf. Komm mit viel weniger Tiefe zurück, wenn es weg ist. Ist es morgen noch da oder kommt es wieder, lass es abklären.',
    },
    tooHard: 'Das war mehr als acht von zehn. Drück nie stärker als das: steigere beim nächsten Mal langsamer.',
    harderThanAsked: (enough) => `Mehr, als dieses Ziel verlangt: etwa ${enough} von zehn genügen.`,
  },
};
