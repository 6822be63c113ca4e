import type { Words } from '../../words.ts';

const SIDE = { left: 'linke', right: 'rechte' } as const;

export const hipTest: Words['hipTest'] = {
  why: 'Wozu er gut ist',
  reasons: [
    'Er zeigt, wie weit jede Hüfte nach innen und nach außen dreht, mit Hilfe eines Gurts und allein. Schwingt der Fuß vom anderen Bein weg, dreht die Hüfte nach innen.',
    'Ein Versuch endet, wo dein Becken sichtbar mitgeht oder das Bein stehen bleibt. Was das Becken dazugibt, zählt nicht.',
    'Du versuchst jede Richtung dreimal, der mittlere Versuch zählt. Je näher sie beieinanderliegen, desto sicherer ist er.',
  ],
  needs:
    'Du brauchst einen Tisch oder hohen Stuhl, einen Gurt oder ein Band, ein Handtuch zum Rollen und etwa zwölf Minuten. Die Stimme führt dich, du musst den Laptop nicht anfassen.',
  set: 'Beide Hüften, zuerst links. Je eine Probe, die nicht zählt, und zwölf Versuche, die zählen.',
  before: 'Erst testen, dann trainieren: Eine warme Hüfte dreht weiter.',
  trained: 'Du hast heute schon trainiert. Eine warme Hüfte dreht weiter. Teste besser morgen, vor dem Training.',
  wasTrained:
    'Vor diesem Test hattest du an dem Tag schon trainiert. Eine warme Hüfte dreht weiter, also vergleiche ihn mit Vorsicht.',
  unproven:
    'Dieser Test wurde an zweiunddreißig am Computer erzeugten Menschen erprobt, an echten noch nicht. Nimm seine Zahlen als Anhaltspunkt.',
  passport: 'Was daraus folgt: dein Hüftpass',
  again: 'Teste in zwei bis vier Wochen wieder, am selben Platz und etwa zur selben Tageszeit.',
  result: 'Dein Hüfttest',
  says: {
    same: {
      internal: (left, right) => `Beide Hüften drehen etwa gleich weit nach innen: links ${left}, rechts ${right}.`,
      external: (left, right) => `Nach außen drehen beide etwa gleich weit: links ${left}, rechts ${right}.`,
    },
    more: {
      internal: (side, by, left, right) =>
        `Deine ${SIDE[side]} Hüfte dreht ${by} weiter nach innen: links ${left}, rechts ${right}.`,
      external: (side, by, left, right) =>
        `Deine ${SIDE[side]} Hüfte dreht ${by} weiter nach außen: links ${left}, rechts ${right}.`,
    },
    alone: {
      internal: (side, range) => `Deine ${SIDE[side]} Hüfte dreht ${range} nach innen.`,
      external: (side, range) => `Deine ${SIDE[side]} Hüfte dreht ${range} nach außen.`,
    },
  },
  turns: { internal: 'Nach innen', external: 'Nach außen' },
  byItself: (range) => `allein: ${range}`,
  picture:
    'So, wie du auf deine Beine schaust. Kräftig: allein. Blass: mit Hilfe weiter. Die Klammer ist der Messfehler.',
  sheet: 'Alle Werte',
  rotation: { internal: 'Nach innen drehen', external: 'Nach außen drehen' },
  effort: { passive: 'mit Hilfe', active: 'allein' },
  columns: { way: 'Bewegung', spread: 'Streuung', end: 'Wo es endete' },
  pelvis: (tries: number, of: number) => `Bei ${tries} von ${of} ging zuerst das Becken mit`,
  stopped: 'Keine Beckenbewegung gesehen',
  unread: 'nicht erkannt',
  nothing: 'Kein Versuch war zu erkennen. Mehr Licht und freie Sicht auf beide Füße helfen.',
};
